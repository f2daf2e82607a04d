package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.model.Address;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.testkit.SandboxClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The requests the sandbox has ready for carriers behind its gateway are such as the gateway takes. */
class KarrioErrandsTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private static String address(Address address) {
        return "{'person_name':'%s','address_line1':'%s','city':'%s','postal_code':'%s','country_code':'%s'}"
                .formatted(
                        address.person().orElseThrow(),
                        address.lines().get(0),
                        address.city().orElseThrow(),
                        address.postalCode().orElseThrow(),
                        address.country().orElseThrow());
    }

    private Answer bought(ShipmentRequest order) {
        return karrio.post("/v1/shipments", """
                {'shipper':%s,'recipient':%s,'parcels':[{'weight':1.5,'weight_unit':'KG'}],'service':'%s'}""".formatted(
                        address(order.sender().orElseThrow()),
                        address(order.recipient().orElseThrow()),
                        order.service().orElseThrow()));
    }

    @ParameterizedTest
    @CsvSource({"canadapost", "purolator", "dpd", "fedex", "mydhl", "usps"})
    void aShipmentWithinTheCountryIsSold(String name) {
        Answer answer = bought(SandboxOrders.domestic("karrio:" + name).build());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/carrier_name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"canadapost", "purolator", "fedex", "mydhl", "dpd"})
    void aShipmentAbroadIsSold(String name) {
        Answer answer = bought(SandboxOrders.international("karrio:" + name).build());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.at("/carrier_name")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"canadapost", "purolator", "fedex"})
    void aPickupIsBooked(String name) {
        PickupRequest wish =
                SandboxErrands.of("karrio:" + name, sandbox.clock()).pickup().orElseThrow();

        Answer answer = karrio.post("/v1/pickups", """
                {'carrier_code':'%s','pickup_date':'%s','ready_time':'%s','closing_time':'%s','parcels_count':2,
                 'address':%s}""".formatted(
                        name,
                        wish.date().orElseThrow(),
                        wish.readyTime().orElseThrow(),
                        wish.closeTime().orElseThrow(),
                        address(wish.address().orElseThrow())));

        assertThat(answer.status()).isEqualTo(201);
    }

    @Test
    void whatACarrierDoesNotHaveIsEmpty() {
        assertThat(SandboxErrands.of("karrio:dpd", sandbox.clock()).pickup()).isEmpty();
        assertThat(SandboxErrands.of("karrio:canadapost", sandbox.clock()).document())
                .isEmpty();
        assertThat(SandboxErrands.of("karrio:mydhl", sandbox.clock()).document())
                .isPresent();
        assertThatThrownBy(() -> SandboxErrands.of("sendle", sandbox.clock()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

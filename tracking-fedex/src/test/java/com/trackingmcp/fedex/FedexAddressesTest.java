package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.AddressValidation.Classification;
import com.trackingmcp.model.AddressValidation.Correction;
import com.trackingmcp.model.AddressValidation.Verdict;
import com.trackingmcp.model.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What FedEx thinks of addresses, against a sandbox that has an opinion. */
class FedexAddressesTest {
    private final FedexBed bed = new FedexBed();

    @AfterEach
    void stop() {
        bed.close();
    }

    private static Address at(String... lines) {
        return Address.builder()
                .from(FedexOrders.memphis())
                .lines(List.of(lines))
                .build();
    }

    private AddressValidation validate(Address address) {
        return bed.client.addresses().validate("fedex", address);
    }

    @Test
    void an_address_that_exists_as_it_is_written_is_valid() {
        AddressValidation validation = validate(at("1 example st", "Floor 2"));

        assertThat(validation.verdict()).isEqualTo(Verdict.VALID);
        assertThat(validation.carrier()).isEqualTo("fedex");
        assertThat(validation.connection()).isEqualTo("fedex");
        assertThat(validation.classification()).isEqualTo(Classification.RESIDENTIAL);
        assertThat(validation.corrections()).isEmpty();
        assertThat(validation.candidates()).singleElement().satisfies(found -> {
            assertThat(found.lines()).containsExactly("1 EXAMPLE ST", "FLOOR 2");
            assertThat(found.postalCode()).contains("38118-2716");
            assertThat(found.country()).contains("US");
            assertThat(found.residential()).contains(true);
        });
    }

    @Test
    void what_is_written_otherwise_is_a_correction_of_its_field() {
        AddressValidation validation = validate(at("1 Example Avenue"));

        assertThat(validation.verdict()).isEqualTo(Verdict.CORRECTED);
        assertThat(validation.classification()).isEqualTo(Classification.COMMERCIAL);
        assertThat(validation.corrections())
                .containsExactly(new Correction("lines[0]", "1 Example Avenue", "1 EXAMPLE AVE"));
        assertThat(validation.candidates().get(0).residential()).contains(false);
    }

    @Test
    void a_house_without_its_flat_may_be_several_addresses() {
        AddressValidation validation = validate(at("1 Example Tower"));

        assertThat(validation.verdict()).isEqualTo(Verdict.AMBIGUOUS);
        assertThat(validation.alerts()).extracting(Alert::text).containsExactly("SUITE.NUMBER.REQUIRED");
    }

    @Test
    void an_address_that_is_not_found_is_invalid_with_what_fedex_says() {
        AddressValidation unknown = validate(
                Address.builder().from(at("1 Example St")).postalCode("00000").build());
        AddressValidation refused = validate(at("1 Nowhere"));

        assertThat(unknown.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(unknown.candidates()).isEmpty();
        assertThat(refused.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(refused.alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.code()).contains("STANDARDIZED.ADDRESS.NOTFOUND");
            assertThat(alert.text()).isEqualTo("Standardized address is not found.");
        });
    }

    @Test
    void of_a_country_it_does_not_know_fedex_knows_nothing() {
        Address antarctica =
                Address.builder().from(FedexOrders.munich()).country("AQ").build();

        assertThat(validate(antarctica).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void a_street_and_a_place_are_needed() {
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> validate(Address.builder().country("US").build()));

        assertThat(error.code()).isEqualTo(ErrorCode.MISSING_REQUIRED_FIELDS);
        assertThat(error.fields()).extracting(FieldProblem::path).containsExactly("lines", "postal_code");
        assertThat(bed.sandbox.calls("fedex")).isEmpty();
    }

    @Test
    void no_account_is_needed_but_the_main_credentials_are() {
        try (TrackingClient client = bed.client(Map.of("FEDEX_ACCOUNT_NUMBER", ""))) {
            assertThat(client.addresses().validate(at("1 Example St")).verdict())
                    .isEqualTo(Verdict.VALID);
        }
        Map<String, String> trackingOnly = Map.of(
                "FEDEX_CLIENT_ID", "",
                "FEDEX_CLIENT_SECRET", "",
                "FEDEX_TRACK_CLIENT_ID", "test-track",
                "FEDEX_TRACK_CLIENT_SECRET", "test-track");
        try (TrackingClient client = bed.client(trackingOnly)) {
            CarrierException error = catchThrowableOfType(
                    CarrierException.class, () -> client.addresses().validate(at("1 Example St")));

            assertThat(error.code()).isEqualTo(ErrorCode.INCOMPLETE_CREDENTIALS);
            assertThat(error).hasMessageContaining("FEDEX_CLIENT_ID and FEDEX_CLIENT_SECRET are not set");
        }
    }

    @Test
    void a_postal_code_fedex_serves_is_told_with_its_place() {
        AddressValidation validation = bed.client.addresses().validatePostalCode(FedexOrders.memphis());

        assertThat(validation.verdict()).isEqualTo(Verdict.SERVICEABLE);
        assertThat(validation.corrections()).isEmpty();
        assertThat(validation.candidates()).singleElement().satisfies(found -> {
            assertThat(found.postalCode()).contains("38118");
            assertThat(found.stateOrProvince()).contains("TN");
        });
    }

    @Test
    void a_postal_code_fedex_refuses_is_invalid() {
        AddressValidation validation = bed.client
                .addresses()
                .validatePostalCode(Address.builder()
                        .from(FedexOrders.memphis())
                        .postalCode("00000")
                        .build());

        assertThat(validation.verdict()).isEqualTo(Verdict.INVALID);
        assertThat(validation.alerts())
                .extracting(alert -> alert.code().orElse(""))
                .containsExactly("COUNTRY.POSTALCODE.INVALID");
    }

    @Test
    void a_postal_code_needs_its_state_in_the_united_states() {
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> bed.client
                        .addresses()
                        .validatePostalCode(Address.builder()
                                .country("US")
                                .stateOrProvince(Optional.empty())
                                .build()));

        assertThat(error.fields()).extracting(FieldProblem::path).containsExactly("postal_code", "state_or_province");
    }

    @Test
    void a_broken_server_is_asked_again_and_then_no_verdict() {
        bed.sandbox.fail("fedex").on("address").with(503).untilCleared();

        CarrierException error = catchThrowableOfType(CarrierException.class, () -> validate(at("1 Example St")));

        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.retryable()).isTrue();
        assertThat(bed.sandbox.callsWithoutTokens("fedex")).hasSize(3);
    }
}

package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.AuthenticationException;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import org.junit.jupiter.api.Test;

/** Where DHL Express delivers, asked of the sandbox. */
class DhlAddressesTest extends DhlSalesBed {

    @Test
    void anAreaThatIsServedIsServiceable() {
        AddressValidation answer =
                client.addresses().validate(DhlOrders.munich().build());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.SERVICEABLE);
        assertThat(answer.classification()).isEqualTo(AddressValidation.Classification.UNKNOWN);
        assertThat(answer.corrections()).isEmpty();
        assertThat(answer.candidates().get(0).postalCode()).contains("80331");
    }

    @Test
    void theCityIsCorrected() {
        AddressValidation answer =
                client.addresses().validate(DhlOrders.munich().city("Muenchen").build());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.SERVICEABLE);
        assertThat(answer.corrections())
                .containsExactly(new AddressValidation.Correction("city", "Muenchen", "MUNICH"));
    }

    @Test
    void whereDhlDoesNotGoIsInvalid() {
        AddressValidation answer = client.addresses()
                .validate(DhlOrders.munich().postalCode("00000").build());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.INVALID);
        assertThat(answer.alerts().get(0).text()).contains("No delivery service");
        assertThat(client.addresses()
                        .validatePostalCode(Address.builder()
                                .country("DE")
                                .postalCode("00000")
                                .build())
                        .verdict())
                .isEqualTo(AddressValidation.Verdict.INVALID);
    }

    @Test
    void aPostalCodeIsEnough() {
        assertThat(client.addresses()
                        .validatePostalCode(Address.builder()
                                .country("DE")
                                .postalCode("53113")
                                .build())
                        .verdict())
                .isEqualTo(AddressValidation.Verdict.SERVICEABLE);
        assertThat(sandbox.calls("mydhl").get(0).operation()).isEqualTo("postal");
    }

    @Test
    void withoutPostalCodeOrCityNothingIsAsked() {
        assertThatThrownBy(() -> client.addresses()
                        .validate(Address.builder().country("DE").build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("postal_code");
        assertThat(sandbox.calls("mydhl")).isEmpty();
    }

    @Test
    void wrongCredentialsAreNoVerdict() {
        sandbox.fail("mydhl").with(401).times(2);

        assertThatThrownBy(() -> client.addresses().validate(DhlOrders.munich().build()))
                .isInstanceOf(AuthenticationException.class);
    }
}

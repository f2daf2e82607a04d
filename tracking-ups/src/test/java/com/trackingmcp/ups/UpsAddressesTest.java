package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.AddressValidation.Classification;
import com.trackingmcp.model.AddressValidation.Correction;
import com.trackingmcp.model.AddressValidation.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpsAddressesTest extends UpsSaleBed {
    private AddressValidation validate(String line) {
        return client.addresses()
                .validate(Address.builder().from(NEW_YORK).lines(List.of(line)).build());
    }

    @Test
    void addressAsUpsHasItIsValid() {
        AddressValidation valid = validate("350 Fifth Ave");
        assertThat(valid.verdict()).isEqualTo(Verdict.VALID);
        assertThat(valid.classification()).isEqualTo(Classification.COMMERCIAL);
        assertThat(valid.corrections()).isEmpty();
        assertThat(valid.candidates().get(0).postalCode()).hasValue("10118-1234");
        assertThat(valid.candidates().get(0).stateOrProvince()).hasValue("NY");
    }

    @Test
    void addressUpsWritesOtherwiseIsCorrected() {
        AddressValidation corrected = validate("350 Fifth Avenue Apt 3");
        assertThat(corrected.verdict()).isEqualTo(Verdict.CORRECTED);
        assertThat(corrected.classification()).isEqualTo(Classification.RESIDENTIAL);
        assertThat(corrected.corrections())
                .containsExactly(new Correction("lines[0]", "350 Fifth Avenue Apt 3", "350 FIFTH AVE APT 3"));
    }

    @Test
    void ambiguousAddressHasCandidates() {
        AddressValidation ambiguous = validate("Ambiguous St");
        assertThat(ambiguous.verdict()).isEqualTo(Verdict.AMBIGUOUS);
        assertThat(ambiguous.candidates()).hasSize(2);
        assertThat(ambiguous.classification()).isEqualTo(Classification.UNKNOWN);
    }

    @Test
    void addressWithoutCandidatesIsInvalid() {
        assertThat(validate("1 Nowhere").verdict()).isEqualTo(Verdict.INVALID);
    }

    @Test
    void addressOutsideTheUnitedStatesIsNotAskedFor() {
        assertThat(client.addresses().validate(LONDON).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(sandbox.calls("ups")).isEmpty();
    }

    @Test
    void allThatIsMissingIsTold() {
        CarrierException error = catchThrowableOfType(
                CarrierException.class,
                () -> client.addresses()
                        .validate(
                                Address.builder().country("US").city("New York").build()));
        assertThat(error.details().fields()).extracting(field -> field.path()).containsExactly("lines", "postal_code");
    }

    @Test
    void postalCodesAreNotAnApiOfUpss() {
        assertThat(catchThrowableOfType(
                        CarrierException.class, () -> client.addresses().validatePostalCode(NEW_YORK)))
                .isInstanceOf(CapabilityNotSupportedException.class);
    }
}

package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MyDHL answers when it is asked whether it delivers somewhere. */
class DhlAreasTest extends DhlOrderBed {

    private AddressValidation validate(Address.Builder address) {
        return client.addresses().validate(address.build());
    }

    @Test
    void itIsAskedForTheAreaAndNotForTheStreet() {
        validate(DhlOrders.munich());
        assertThat(lastGet(AREAS).getUrl())
                .isEqualTo(AREAS + "?type=delivery&countryCode=DE&postalCode=80331&cityName=Munich"
                        + "&strictValidation=false");

        client.addresses()
                .validatePostalCode(
                        Address.builder().country("DE").postalCode("80331").build());
        assertThat(lastGet(AREAS).getUrl())
                .isEqualTo(AREAS + "?type=delivery&countryCode=DE&postalCode=80331&strictValidation=false");
    }

    @Test
    void theAreaThatWasMeantComesFirstAndIsCorrected() {
        areas(200, """
                {'address':[{'countryCode':'DE','postalCode':'80333','cityName':'MUNICH'},
                  {'countryCode':'DE','postalCode':'80331','cityName':'MUENCHEN'}],
                 'warnings':['Several areas were found.']}
                """);

        AddressValidation answer = validate(DhlOrders.munich());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.SERVICEABLE);
        assertThat(answer.candidates())
                .extracting(candidate -> candidate.postalCode().orElseThrow())
                .containsExactly("80331", "80333");
        assertThat(answer.corrections())
                .containsExactly(new AddressValidation.Correction("city", "Munich", "MUENCHEN"));
        assertThat(answer.alerts()).extracting(alert -> alert.text()).containsExactly("Several areas were found.");
    }

    @Test
    void otherCodesThanTheOneAskedForAreAChoice() {
        areas(200, "{'address':[{'countryCode':'DE','postalCode':'80333','cityName':'MUNICH'}]}");

        AddressValidation answer = validate(DhlOrders.munich());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.AMBIGUOUS);
        assertThat(answer.candidates()).hasSize(1);
        assertThat(answer.corrections()).isEmpty();
    }

    @Test
    void aCodeIsTheSameWithBlanksAndHyphensAndACityWithoutCodeByItsName() {
        areas(200, "{'address':[{'countryCode':'GB','postalCode':'SW1A 1AA','cityName':'LONDON'}]}");
        assertThat(validate(DhlOrders.address("1 Example Street", "London", "sw1a1aa", "GB"))
                        .verdict())
                .isEqualTo(AddressValidation.Verdict.SERVICEABLE);

        areas(200, "{'address':[{'countryCode':'HK','cityName':'KOWLOON'}]}");
        assertThat(validate(DhlOrders.address("1 Example Street", "Kowloon", " ", "HK"))
                        .verdict())
                .isEqualTo(AddressValidation.Verdict.SERVICEABLE);
    }

    @Test
    void anEmptyAnswerIsInvalid() {
        areas(200, "{'address':[]}");

        assertThat(validate(DhlOrders.munich()).verdict()).isEqualTo(AddressValidation.Verdict.INVALID);
    }

    @ParameterizedTest
    @CsvSource({"400", "404"})
    void aRefusedAreaIsInvalidInDhlsWords(int status) {
        areas(status, "{'title':'Bad request','detail':'3006: No delivery service is available there.'}");

        AddressValidation answer = validate(DhlOrders.munich());

        assertThat(answer.verdict()).isEqualTo(AddressValidation.Verdict.INVALID);
        assertThat(answer.alerts().get(0).code()).contains("3006");
        assertThat(answer.alerts().get(0).text()).contains("No delivery service");
    }

    @ParameterizedTest
    @CsvSource({
        "400,Missing mandatory parameters: countryCode,REQUEST_REFUSED",
        "400,Parameters not having correct format: countryCode,REQUEST_REFUSED",
        "422,#/x: required key [y] not found,REQUEST_REFUSED",
        "403,not allowed,ACCESS_DENIED",
        "500,999: the process failed,CARRIER_UNAVAILABLE"
    })
    void whatSaysNothingOfTheAreaIsNoVerdict(int status, String detail, ErrorCode code) {
        areas(status, "{'title':'Error','detail':'" + detail + "'}");

        assertThat(catchThrowableOfType(CarrierException.class, () -> validate(DhlOrders.munich()))
                        .code())
                .isEqualTo(code);
    }
}

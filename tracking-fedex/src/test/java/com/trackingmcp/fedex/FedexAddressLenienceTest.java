package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.AddressValidation;
import com.trackingmcp.model.AddressValidation.Classification;
import com.trackingmcp.model.AddressValidation.Correction;
import com.trackingmcp.model.AddressValidation.Verdict;
import com.trackingmcp.model.Alert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verdicts on addresses as real answers have them: flags as words, messages in two shapes, and parts missing. */
class FedexAddressLenienceTest {
    private final FedexServer fedex = new FedexServer();
    private final TrackingClient client = fedex.client();

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    private AddressValidation resolved(String resolved) {
        return output("'resolvedAddresses':" + resolved);
    }

    private AddressValidation output(String output) {
        fedex.answer(FedexSold.ADDRESS, 200, ("{'output':{" + output + "}}").replace('\'', '"'));
        return client.addresses().validate(FedexOrders.memphis());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'Resolved':true,'AddressType':'STANDARDIZED','DPV':true | VALID",
                "'Resolved':'true','AddressType':'standardized','DPV':'true' | VALID",
                "'Resolved':true,'AddressType':'STANDARDIZED' | VALID",
                "'Resolved':true,'AddressType':'STANDARDIZED','DPV':'false' | INVALID",
                "'Resolved':true,'AddressType':'STANDARDIZED','InvalidSuiteNumber':'true' | AMBIGUOUS",
                "'Resolved':true,'AddressType':'STANDARDIZED','MultipleMatches':true | AMBIGUOUS",
                "'Resolved':false,'AddressType':'NORMALIZED','Matched':false | INVALID",
                "'Resolved':false,'AddressType':'NORMALIZED' | UNKNOWN",
                "'Resolved':false,'AddressType':'RAW','Matched':false | UNKNOWN",
                "'CountrySupported':'false' | UNKNOWN",
                "'Resolved':'perhaps' | UNKNOWN"
            })
    void the_verdict_is_read_from_flags_or_words_for_them(String attributes, Verdict verdict) {
        AddressValidation validation = resolved("[{'streetLinesToken':['1 EXAMPLE STREET','FLOOR 2'],'city':'MEMPHIS',"
                + "'stateOrProvinceCode':'TN','postalCode':'38118','countryCode':'US','attributes':{" + attributes
                + "}}]");

        assertThat(validation.verdict()).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "BUSINESS, COMMERCIAL",
        "RESIDENTIAL, RESIDENTIAL",
        "MIXED, MIXED",
        "UNKNOWN, UNKNOWN",
        "CASTLE, UNKNOWN"
    })
    void who_lives_there_is_told(String word, Classification classification) {
        assertThat(resolved("[{'classification':'" + word + "'}]").classification())
                .isEqualTo(classification);
    }

    @Test
    void what_is_another_place_is_a_correction_and_a_longer_postal_code_is_none() {
        AddressValidation validation = resolved("{'streetLinesToken':['1 EXAMPLE STREET'],'city':'NASHVILLE',"
                + "'stateOrProvinceCode':'TN','parsedPostalCode':{'base':'38118','addOn':'2716'},'countryCode':'US',"
                + "'attributes':{'Resolved':true,'AddressType':'STANDARDIZED','DPV':true}}");

        assertThat(validation.verdict()).isEqualTo(Verdict.CORRECTED);
        assertThat(validation.corrections())
                .containsExactly(
                        new Correction("lines[1]", "Floor 2", ""), new Correction("city", "Memphis", "NASHVILLE"));
        assertThat(validation.candidates().get(0).postalCode()).contains("38118-2716");
    }

    @Test
    void messages_are_texts_or_objects() {
        assertThat(resolved("[{'customerMessage':['SUITE.NUMBER.REQUIRED',{'code':'X','message':'Look again.'}]}]")
                        .alerts())
                .extracting(Alert::text)
                .containsExactly("SUITE.NUMBER.REQUIRED", "Look again.");
    }

    @Test
    void no_address_is_no_verdict() {
        assertThat(resolved("[]").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(output("'alerts':[{'code':'VIRTUAL.RESPONSE','message':'This is a Virtual Response.'}]")
                        .alerts())
                .extracting(Alert::text)
                .containsExactly("This is a Virtual Response.");
    }

    @Test
    void who_may_not_ask_is_told_so() {
        fedex.answer(FedexSold.ADDRESS, 403, "{\"errors\":[{\"code\":\"FORBIDDEN.ERROR\",\"message\":\"No.\"}]}");

        CarrierException error = catchThrowableOfType(
                CarrierException.class, () -> client.addresses().validate(FedexOrders.memphis()));

        assertThat(error.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    }

    @Test
    void only_the_address_is_asked_about_and_nobody_s_name() {
        resolved("[]");

        JsonNode asked = fedex.sent(FedexSold.ADDRESS).get(0);
        assertThat(asked)
                .hasToString(
                        "{\"addressesToValidate\":[{\"address\":{\"streetLines\":[\"1 Example Street\",\"Floor 2\"],"
                                + "\"city\":\"Memphis\",\"stateOrProvinceCode\":\"TN\",\"postalCode\":\"38118\","
                                + "\"countryCode\":\"US\"}}]}");
    }

    @Test
    void a_postal_code_is_asked_for_with_all_five_fields_and_may_come_back_cleaned() {
        fedex.answer(
                FedexSold.POSTAL,
                200,
                "{\"output\":{\"countryCode\":\"CA\",\"stateOrProvinceCode\":\"ON\",\"cleanedPostalCode\":\"M5H2N2\","
                        + "\"locationDescriptions\":[{\"locationNumber\":0}]}}");
        Address toronto = Address.builder()
                .country("CA")
                .stateOrProvince("QC")
                .postalCode("M5H 2N2")
                .build();

        AddressValidation validation = client.addresses().validatePostalCode(toronto);

        assertThat(fedex.sent(FedexSold.POSTAL).get(0))
                .hasToString("{\"carrierCode\":\"FDXE\",\"countryCode\":\"CA\",\"stateOrProvinceCode\":\"QC\","
                        + "\"postalCode\":\"M5H 2N2\",\"shipDate\":\"2026-03-05\"}");
        assertThat(validation.verdict()).isEqualTo(Verdict.SERVICEABLE);
        assertThat(validation.corrections()).containsExactly(new Correction("state_or_province", "QC", "ON"));
    }
}

package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox's Karrio and the carriers behind it quote. */
class KarrioRatesTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioClient client = new KarrioClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void oneCarriersRatesAreCheapestFirst() {
        Answer answer = client.post("/v1/proxy/rates", KarrioClient.domestic("\"carrier_ids\":[\"canada-east\"]"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("messages")).isEmpty();
        assertThat(answer.at("/rates/0/service")).isEqualTo("canadapost_regular_parcel");
        assertThat(answer.json().at("/rates/0/total_charge").decimalValue()).isEqualByComparingTo("13.81");
        assertThat(answer.at("/rates/1/estimated_delivery")).isEqualTo("2026-02-16");
    }

    @Test
    void aCarrierThatSaysNoMakesItTwoHundredAndSeven() {
        Answer answer = client.post("/v1/proxy/rates", KarrioClient.DOMESTIC);

        assertThat(answer.status()).isEqualTo(207);
        assertThat(answer.at("/messages/0/carrier_name")).isEqualTo("dpd");
        assertThat(answer.json().findValuesAsText("carrier_name"))
                .contains("canadapost", "purolator", "mydhl")
                .doesNotContain("fedex", "usps");
    }

    @Test
    void whereNobodyHasARateThereAreMessagesOnly() {
        Answer answer = client.post("/v1/proxy/rates", KarrioClient.abroad("AQ"));

        assertThat(answer.status()).isEqualTo(424);
        assertThat(answer.json().path("messages")).hasSize(4);
    }

    @Test
    void connectionsAreNamedByLabelOrIdNeverByCarrier() {
        String id = client.get("/v1/connections").at("/results/0/id");

        assertThat(client.post("/v1/proxy/rates", KarrioClient.domestic("\"carrier_ids\":[\"" + id + "\"]"))
                        .status())
                .isEqualTo(200);
        assertThat(client.post("/v1/proxy/rates", KarrioClient.domestic("\"carrier_ids\":[\"canadapost\"]"))
                        .at("/errors/0/code"))
                .isEqualTo("not_found");
    }

    @Test
    void knownOptionsCostAndOthersAreIgnored() {
        String options = "\"options\":{\"canadapost_signature\":true,\"insurance\":200,\"purolator_nonsense\":true}";

        Answer answer =
                client.post("/v1/proxy/rates", KarrioClient.domestic("\"carrier_ids\":[\"canada-east\"]," + options));

        assertThat(answer.json().at("/rates/0/total_charge").decimalValue()).isEqualByComparingTo("18.31");
        assertThat(answer.json().at("/rates/0/extra_charges")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"country_code\":\"CA\",\"phone_number\"' | '\"phone_number\"' | shipper.country_code: This field is required.",
                "'\"weight\":1.5,' | '' | parcels[0].weight: This field is required.",
                "'\"weight_unit\":\"KG\"' | '\"weight_unit\":\"ST\"' | parcels[0].weight_unit",
                "'\"height\":10,' | '' | parcels[0].dimensions",
                "'H3B4G5' | '12345' | recipient.postal_code"
            })
    void whatIsMissingOrWrongIsNamed(String part, String instead, String problem) {
        assertThat(KarrioClient.DOMESTIC).contains(part);

        Answer answer = client.post("/v1/proxy/rates", KarrioClient.DOMESTIC.replace(part, instead));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/errors/0/message")).startsWith(problem);
    }
}

package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Addresses, parcels and templates that the sandbox's gateway keeps, spoken to as by a caller of its own. */
class KarrioShelvesTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioCaller karrio = new KarrioCaller(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void anAddressIsKeptInTheServersOwnForm() {
        Answer kept = karrio.post("/v1/addresses", KarrioCaller.SENDER);

        assertThat(kept.status()).isEqualTo(201);
        assertThat(kept.at("/id")).startsWith("adr_");
        assertThat(kept.at("/postal_code")).isEqualTo("K1A0B1");
        assertThat(kept.at("/phone_number")).isEqualTo("+1 613-555-0100");
        assertThat(kept.json().at("/company_name").isNull()).isTrue();
    }

    @Test
    void anAddressIsReadChangedAndRemoved() {
        String path = "/v1/addresses/"
                + karrio.post("/v1/addresses", KarrioCaller.SENDER).at("/id");

        assertThat(karrio.send("PATCH", path, "{'city':'Gatineau'}", "").at("/city"))
                .isEqualTo("Gatineau");
        assertThat(karrio.get(path).at("/person_name")).isEqualTo("Ann Sender");
        assertThat(karrio.get("/v1/addresses").at("/results/0/city")).isEqualTo("Gatineau");
        assertThat(karrio.send("DELETE", path, "", "").at("/city")).isEqualTo("Gatineau");
        assertThat(karrio.get(path).status()).isEqualTo(404);
        assertThat(karrio.get("/v1/addresses").at("/count")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        'country_code':'CA' | 'city':'Ottawa' | country_code: This field is required.
        k1a 0b1 | 90210 | postal_code: The Canadian postal code must match Z9Z9Z9
        613-555-0100 | none | phone_number: Invalid phone number format
        """)
    void anAddressIsRefusedByItsCountrysRules(String right, String wrong, String message) {
        Answer refused = karrio.post("/v1/addresses", KarrioCaller.SENDER.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/message")).isEqualTo(message);
    }

    @Test
    void anAmericanPostalCodeHasFiveDigitsOrNine() {
        String american = KarrioCaller.SENDER.replace("'CA'", "'US'");

        assertThat(karrio.post("/v1/addresses", american).at("/errors/0/message"))
                .isEqualTo("postal_code: The American postal code must match 12345 or 12345-6789");
        assertThat(karrio.post("/v1/addresses", american.replace("k1a 0b1", "38118-0001"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aParcelHasAllThreeDimensionsOrNone() {
        String parcel = "{'weight':1.5,'weight_unit':'KG','length':20%s}";

        assertThat(karrio.post("/v1/parcels", parcel.formatted("")).at("/errors/0/message"))
                .startsWith("dimensions: When one dimension is specified");
        assertThat(karrio.post("/v1/parcels", parcel.formatted(",'width':2,'height':3"))
                        .at("/errors/0/message"))
                .isEqualTo("dimension_unit: dimension_unit is required when dimensions are specified");
        Answer kept = karrio.post("/v1/parcels", parcel.formatted(",'width':2,'height':3,'dimension_unit':'CM'"));
        assertThat(kept.status()).isEqualTo(201);
        assertThat(karrio.send("PATCH", "/v1/parcels/" + kept.at("/id"), "{'weight':2}", "")
                        .at("/weight"))
                .isEqualTo("2");
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedAsSuch() {
        assertThat(karrio.post("/v1/parcels", "{").at("/errors/0/code")).isEqualTo("parse_error");
        assertThat(karrio.post("/v1/parcels", "[]").status()).isEqualTo(400);
    }

    @Test
    void aPaperIsMadeFromATemplate() {
        String id = karrio.get("/v1/documents/templates").at("/results/0/id");
        String body = "{'template_id':'%s','doc_name':'slip.pdf','data':{'order_id':'4711'}}";

        Answer made = karrio.post("/v1/documents/generate", body.formatted(id));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.at("/doc_name")).isEqualTo("slip.pdf");
        assertThat(new String(Base64.getDecoder().decode(made.at("/doc_file")), StandardCharsets.US_ASCII))
                .startsWith("%PDF")
                .contains("4711");
        assertThat(karrio.post("/v1/documents/generate", body.formatted("doc_1"))
                        .status())
                .isEqualTo(404);
        assertThat(karrio.post("/v1/documents/generate", "{'data':{}}").status())
                .isEqualTo(400);
        assertThat(karrio.get("/v1/documents/templates/" + id).at("/slug")).isEqualTo("packing_slip");
    }
}

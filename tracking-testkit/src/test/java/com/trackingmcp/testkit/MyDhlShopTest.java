package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the sandbox's MyDHL sells, refuses and files, spoken to as by a caller of its own. */
class MyDhlShopTest {
    private static final String ORDER = """
            {"plannedShippingDateAndTime":"2026-02-12T13:00:00 GMT+01:00","pickup":{"isRequested":false},
             "productCode":"N","accounts":[{"typeCode":"shipper","number":"100200400"}],"getRateEstimates":true,
             "customerReferences":[{"value":"order-4711"}],
             "customerDetails":{
              "shipperDetails":{"postalAddress":{"postalCode":"53113","cityName":"Bonn","countryCode":"DE",
                "addressLine1":"Beispielstr. 1"},
               "contactInformation":{"phone":"+4922855501","companyName":"Example","fullName":"Ada Example"}},
              "receiverDetails":{"postalAddress":{"postalCode":"80331","cityName":"Munich","countryCode":"DE",
                "addressLine1":"Musterweg 2"},
               "contactInformation":{"phone":"+4989555010","companyName":"Example","fullName":"Ben Example"}}},
             "content":{"packages":[{"weight":1.5,"dimensions":{"length":30,"width":20,"height":10}}],
              "isCustomsDeclarable":false,"description":"Books","incoterm":"DAP","unitOfMeasurement":"metric"}}
            """;

    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer post(String path, String body) {
        HttpRequest.Builder request = client.express(path);
        return client.send(request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private Answer ship(String body) {
        return post("/shipments", body);
    }

    private Answer get(String path) {
        return client.send(client.express(path));
    }

    @Test
    void aSaleHasANumberALabelAndAPrice() {
        Answer answer = ship(ORDER);

        assertThat(answer.status()).isEqualTo(201);
        String waybill = answer.at("/shipmentTrackingNumber");
        assertThat(waybill).matches("\\d{10}");
        assertThat(sandbox.shipments("mydhl")).extracting(SandboxShipment::id).containsExactly(waybill);
        assertThat(sandbox.shipments("mydhl").get(0).references()).containsExactly("order-4711");
        assertThat(Base64.getDecoder().decode(answer.at("/documents/0/content")))
                .startsWith('%', 'P', 'D', 'F');
        assertThat(answer.json().at("/shipmentCharges/0/price").decimalValue()).isEqualByComparingTo("21.24");
        assertThat(get("/tracking?shipmentTrackingNumber=" + waybill).at("/shipments/0/shipmentTrackingNumber"))
                .isEqualTo(waybill);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"description\":\"Books\",' | '' | required key [description] not found",
                "'\"incoterm\":\"DAP\",' | '' | required key [incoterm] not found",
                "'\"fullName\":\"Ben Example\"' | '\"fullName\":\"\"' | expected minLength: 1",
                "'\"phone\":\"+4989555010\",' | '' | required key [phone] not found",
                "'\"weight\":1.5' | '\"weight\":1.5005' | not a multiple of 0.001",
                "'\"weight\":1.5' | '\"weight\":0' | not greater or equal to 0.001",
                "'\"weight\":1.5' | '\"weight\":\"1.5\"' | expected type: Number",
                "'\"weight\":1.5' | '\"weight\":1.5,\"typeCode\":\"YP\"' | not a valid enum value",
                "'\"productCode\":\"N\"' | '\"productCode\":\"N\",\"x\":1' | extraneous key [x] is not permitted"
            })
    void aBodyThatIsNoOrderIs422(String part, String instead, String problem) {
        assertThat(ORDER).contains(part);

        Answer answer = ship(ORDER.replace(part, instead));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail")).startsWith("#").contains(problem);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Answer answer = ship("{}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.at("/detail")).startsWith("Multiple problems found");
        assertThat(answer.json().path("additionalDetails")).hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-12T13 | 2026-02-09T09 | in the past",
                "2026-02-12T13 | 2026-03-10T13 | more than 10 days",
                "GMT+01:00 | CET | 998:",
                "100200400 | 900900900 | 8007:",
                "80331 | 00000 | postal code 00000",
                "'\"productCode\":\"N\"' | '\"productCode\":\"P\"' | 1001:",
                "'\"weight\":1.5' | '\"weight\":1011' | 1001:",
                "'\"isCustomsDeclarable\":false' | '\"isCustomsDeclarable\":true' | 7109:",
                "'\"getRateEstimates\":true' | '\"valueAddedServices\":[{\"serviceCode\":\"ZZ\"}]' | 7008:",
                "'\"getRateEstimates\":true' | '\"valueAddedServices\":[{\"serviceCode\":\"WY\"}]' | 7120:"
            })
    void whatDhlDoesNotSellIs400(String part, String instead, String problem) {
        assertThat(ORDER).contains(part);

        Answer answer = ship(ORDER.replace(part, instead));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/detail")).contains(problem);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PDF, no base64!, is not a valid base64 encoded string",
        "PNG, JVBERi0xLjQ=, is not a valid PNG document image",
        "PDF, iVBORw0KGgo=, is not a valid PDF document image",
        "GIF, SUkqAA==, is not a valid GIF document image",
        "TIFF, /9j/4A==, is not a valid TIFF document image"
    })
    void aPaperThatIsNoneKeepsTheShipmentFromBeingSold(String format, String content, String problem) {
        Answer answer = ship(ORDER.replace("\"customerReferences\"", """
                "documentImages":[{"typeCode":"CIN","imageFormat":"%s","content":"%s"}],"customerReferences"
                """.formatted(format, content)));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/title")).isEqualTo("Bad request");
        assertThat(answer.at("/detail")).contains("#/documentImages/0", problem);
        assertThat(sandbox.shipments("mydhl")).isEmpty();
    }

    @Test
    void pricesComeInThreeCurrenciesAndUnaskedServicesWithoutOne() {
        Answer answer = post("/rates", """
                {"customerDetails":{"shipperDetails":{"postalCode":"53113","cityName":"Bonn","countryCode":"DE"},
                  "receiverDetails":{"postalCode":"10001","cityName":"New York","countryCode":"US"}},
                 "accounts":[{"typeCode":"shipper","number":"100200400"}],
                 "plannedShippingDateAndTime":"2026-02-12T13:00:00GMT+01:00",
                 "unitOfMeasurement":"metric","isCustomsDeclarable":true,"packages":[{"weight":1.5}]}
                """);

        assertThat(answer.status()).isEqualTo(200);
        JsonNode product = answer.json().at("/products/0");
        assertThat(product.path("totalPrice")).hasSize(3);
        assertThat(product.at("/detailedPriceBreakdown/0/breakdown"))
                .anySatisfy(line -> assertThat(line.has("price")).isFalse());
    }

    @ParameterizedTest
    @CsvSource({
        "type=delivery&countryCode=DE&postalCode=80331,200",
        "type=pickup&countryCode=SG&cityName=Singapore,200",
        "type=delivery&countryCode=AQ&cityName=Rothera,400",
        "type=delivery&countryCode=DE&postalCode=00000,400",
        "type=both&countryCode=DE&postalCode=80331,400",
        "type=delivery&postalCode=80331,400"
    })
    void areasAreServedOrNot(String query, int status) {
        assertThat(get("/address-validate?" + query).status()).isEqualTo(status);
    }

    @Test
    void anAreaTellsItsTime() {
        Answer answer = get("/address-validate?type=pickup&countryCode=DE&postalCode=53113");

        assertThat(answer.at("/address/0/cityName")).isEqualTo("BONN");
        assertThat(answer.at("/address/0/serviceArea/GMTOffset")).isEqualTo("+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        "shipperAccountNumber=100200400&typeCode=waybill&pickupYearAndMonth=2026-02,200",
        "shipperAccountNumber=100200400&typeCode=waybill&pickupYearAndMonth=2026-01,404",
        "shipperAccountNumber=100200400&typeCode=commercial-invoice&pickupYearAndMonth=2026-02,404",
        "shipperAccountNumber=100200400&typeCode=label&pickupYearAndMonth=2026-02,400",
        "typeCode=waybill&pickupYearAndMonth=2026-02,400"
    })
    void waybillsAreFiledByMonth(String query, int status) {
        String waybill = ship(ORDER).at("/shipmentTrackingNumber");

        assertThat(get("/shipments/" + waybill + "/get-image?" + query).status())
                .isEqualTo(status);
    }

    @Test
    void eachCallHasItsWord() {
        String waybill = ship(ORDER).at("/shipmentTrackingNumber");
        post("/rates", "{}");
        get("/address-validate?type=pickup&countryCode=DE&postalCode=53113");
        get("/address-validate?type=delivery&countryCode=DE&postalCode=53113");
        get("/address-validate?type=delivery&countryCode=DE&postalCode=53113&cityName=Bonn");
        get("/shipments/" + waybill + "/get-image");

        assertThat(sandbox.calls("mydhl"))
                .extracting(SandboxCall::operation)
                .containsExactly("ship", "rates", "area", "postal", "address", "recover");
    }
}

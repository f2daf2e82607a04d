package com.trackingmcp.dhl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.CatalogPackaging;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.ShipmentRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What DHL Express says it offers, and that every option of it is asked for on the wire. */
class DhlCatalogTest extends DhlOrderBed {

    /** Option, value, whether it is asked for with prices or purchases, where, and what stands there. */
    private static final List<String> WRITTEN = List.of(
            "dhl_paperless | true | ship | service | {'serviceCode':'WY'}",
            "dhl_paperless | true | rates | service | {'serviceCode':'WY'}",
            "dhl_invoice_type | proforma | ship | /outputImageProperties/imageOptions/1/invoiceType | 'proforma'",
            "dhl_invoice_template | COMMERCIAL_INVOICE_L_10 | ship"
                    + " | /outputImageProperties/imageOptions/1/templateName | 'COMMERCIAL_INVOICE_L_10'",
            "dhl_export_reason | gift | ship | /content/exportDeclaration/exportReasonType | 'gift'",
            "dhl_place_of_incoterm | Hamburg | ship | /content/exportDeclaration/placeOfIncoterm | 'Hamburg'",
            "dhl_us_filing | 30.37a | ship | /content/USFilingTypeValue | '30.37a'",
            "dhl_waybill_document | true | ship | /outputImageProperties/imageOptions/2"
                    + " | {'typeCode':'waybillDoc','isRequested':true}",
            "dhl_hide_account_number | true | ship | /outputImageProperties/imageOptions/2/hideAccountNumber | true",
            "dhl_shipment_receipt | true | ship | /outputImageProperties/imageOptions/2"
                    + " | {'typeCode':'shipmentReceipt','isRequested':true}",
            "dhl_label_free | true | ship | service | {'serviceCode':'PZ'}",
            "dhl_label_free | true | ship | /outputImageProperties/imageOptions/2"
                    + " | {'typeCode':'qr-code','isRequested':true,'encodingFormat':'png'}",
            "dhl_label_text | Fragile | ship | /outputImageProperties/imageOptions/0/labelFreeText | 'Fragile'",
            "dhl_label_logo | true | ship | /outputImageProperties/imageOptions/0/renderDHLLogo | true",
            "dhl_fit_labels_to_a4 | true | ship | /outputImageProperties/imageOptions/0/fitLabelsToA4 | true",
            "dhl_data_staging | 3 | ship | service | {'serviceCode':'PT'}",
            "dhl_data_staging | 6 | ship | service | {'serviceCode':'PU'}",
            "dhl_data_staging | 12 | ship | service | {'serviceCode':'PV'}",
            "dhl_data_staging | 24 | ship | service | {'serviceCode':'PW'}",
            "dhl_gogreen | true | ship | service | {'serviceCode':'EE'}",
            "dhl_gogreen_plus | true | ship | service | {'serviceCode':'FE'}",
            "dhl_hold_for_collection | true | ship | service | {'serviceCode':'LX'}",
            "dhl_neutral_delivery | true | ship | service | {'serviceCode':'NN'}",
            "dhl_residential_delivery | true | ship | service | {'serviceCode':'TK'}",
            "dhl_verified_delivery | true | ship | service | {'serviceCode':'TF'}",
            "dhl_non_stackable | true | ship | service | {'serviceCode':'YC'}",
            "dhl_service_point | BON001 | ship | service | {'serviceCode':'TV'}",
            "dhl_service_point | BON001 | ship | /onDemandDelivery"
                    + " | {'deliveryOption':'servicepoint','servicePointId':'BON001'}",
            "dhl_notify_email | ada@example.com | ship | /shipmentNotification/0"
                    + " | {'typeCode':'email','receiverId':'ada@example.com'}",
            "dhl_notify_message | On its way | ship | /shipmentNotification/0/bespokeMessage | 'On its way'",
            "dhl_dry_ice_kg | 2.50 | ship | service | {'serviceCode':'HC','dangerousGoods':"
                    + "[{'contentId':'901','dryIceTotalNetWeight':2.5}]}",
            "dhl_dry_ice_kg | 2.50 | rates | service | {'serviceCode':'HC'}",
            "dhl_lithium_batteries | ion_pi966 | ship | service"
                    + " | {'serviceCode':'HD','dangerousGoods':[{'contentId':'966'}]}",
            "dhl_lithium_batteries | ion_pi967 | ship | service"
                    + " | {'serviceCode':'HV','dangerousGoods':[{'contentId':'967'}]}",
            "dhl_lithium_batteries | metal_pi969 | ship | service"
                    + " | {'serviceCode':'HM','dangerousGoods':[{'contentId':'969'}]}",
            "dhl_lithium_batteries | metal_pi970 | ship | service"
                    + " | {'serviceCode':'HW','dangerousGoods':[{'contentId':'970'}]}",
            "dhl_excepted_quantities | 1263, 1950 | ship | service | {'serviceCode':'HH','dangerousGoods':"
                    + "[{'contentId':'E01','unCodes':['1263','1950']}]}",
            "dhl_local_product_code | S | ship | /localProductCode | 'S'",
            "dhl_next_business_day | true | rates | /nextBusinessDay | true",
            "dhl_product_type | dayDefinite | rates | /productTypeCode | 'dayDefinite'");

    private Catalog catalog() {
        return client.carriers().get(0).catalog();
    }

    @Test
    void everyOptionIsWrittenWhereDhlLooksForIt() {
        for (String line : WRITTEN) {
            String[] parts = line.split(" \\| ");
            ShipmentRequest.Builder order = withCompany(parts[0]).putOptions(parts[0], parts[1]);
            JsonNode body = parts[2].equals("ship") ? order(order) : question(order);
            List<JsonNode> found = new ArrayList<>();
            if (parts[3].equals("service")) {
                body.path("valueAddedServices").forEach(found::add);
            } else {
                found.add(body.at(parts[3]));
            }
            assertThat(found).as(line).contains(read(parts[4]));
        }
    }

    /** What an option needs beside it. */
    private static ShipmentRequest.Builder withCompany(String option) {
        return switch (option) {
            case "dhl_hide_account_number" -> DhlOrders.abroad().putOptions("dhl_waybill_document", "true");
            case "dhl_notify_message" -> DhlOrders.abroad().putOptions("dhl_notify_email", "ada@example.com");
            default -> DhlOrders.abroad();
        };
    }

    @Test
    void noOptionDoesNothing() {
        assertThat(WRITTEN.stream()
                        .map(line -> line.split(" ")[0])
                        .distinct()
                        .sorted()
                        .toList())
                .containsExactlyElementsOf(catalog().options().stream()
                        .map(CatalogOption::name)
                        .sorted()
                        .toList());
    }

    @Test
    void aSwitchThatIsOffDoesNothing() {
        ShipmentRequest.Builder off = DhlOrders.abroad();
        catalog().options().stream()
                .filter(option -> option.type() == CatalogOption.Type.FLAG)
                .forEach(option -> off.putOptions(option.name(), "false"));

        assertThat(order(off)).isEqualTo(order(DhlOrders.abroad()));
        assertThat(question(off)).isEqualTo(question(DhlOrders.abroad()));
    }

    @Test
    void theProductsAreThoseOfTheReferenceDataAndTheirPairsForGoods() {
        assertThat(catalog().services())
                .extracting(CatalogService::code)
                .containsExactly("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".split(""));
        assertThat(name("N")).isEqualTo("EXPRESS DOMESTIC");
        assertThat(name("D")).isEqualTo(name("P")).isEqualTo("EXPRESS WORLDWIDE");
        assertThat(name("K")).isEqualTo(name("E")).isEqualTo("EXPRESS 9:00");
        assertThat(name("L")).isEqualTo(name("M")).isEqualTo("EXPRESS 10:30");
        assertThat(name("T")).isEqualTo(name("Y")).isEqualTo("EXPRESS 12:00");
        assertThat(name("W")).isEqualTo(name("H")).isEqualTo("ECONOMY SELECT");
        assertThat(name("7")).isEqualTo(name("8")).isEqualTo("EXPRESS EASY");
    }

    private String name(String code) {
        return catalog().service(code).orElseThrow().name();
    }

    @Test
    void packagingsAndLabelsAreThoseOfTheDescription() {
        assertThat(catalog().packagings())
                .extracting(CatalogPackaging::code)
                .containsExactly(
                        "1CE", "2BC", "2BP", "2BX", "3BX", "4BX", "5BX", "6BX", "7BX", "8BX", "CE1", "TBL", "TBS",
                        "WB1", "WB2", "WB3", "WB6", "XPD");
        assertThat(catalog().labelFormats())
                .containsExactlyInAnyOrder(LabelFormat.PDF, LabelFormat.ZPL, LabelFormat.EPL);
        assertThat(Set.copyOf(catalog().labelStocks())).hasSize(10).contains("ECOM26_84_001", "ECOM26_84_A4_001");
        assertThat(catalog().maxParcels()).contains(999);
    }
}

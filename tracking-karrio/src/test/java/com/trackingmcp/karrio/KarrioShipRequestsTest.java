package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.ContentType;
import com.trackingmcp.model.Customs;
import com.trackingmcp.model.Incoterm;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.spi.CarrierProfile;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KarrioShipRequestsTest extends KarrioSaleBed {
    private static final Catalog CATALOG = Catalog.builder()
            .addOptions(option("canadapost_signature", CatalogOption.Type.FLAG))
            .addOptions(option("canadapost_coverage", CatalogOption.Type.NUMBER))
            .addOptions(option("hold_at_location", CatalogOption.Type.TEXT))
            .build();

    private static CatalogOption option(String name, CatalogOption.Type type) {
        return CatalogOption.builder().name(name).title(name).type(type).build();
    }

    private static KarrioSeller seller() {
        return new KarrioSeller(
                new KarrioDoor(null, new CarrierProfile("karrio:canadapost", CANADA_POST, "Canada Post")),
                new KarrioConnection("car_1", "canadapost", "canada-east", "Canada Post", Set.of()),
                CATALOG);
    }

    private static JsonNode draft(ShipmentRequest.Builder request) {
        return tree(KarrioShipRequests.draft(request.build(), seller(), "purchase-1"));
    }

    @Test
    void draftNamesItsConnectionAndNeverItsService() {
        JsonNode draft = draft(domestic().idempotencyKey("key-1").addReferences(Reference.of("second")));
        assertThat(draft.path("carrier_ids")).hasSize(1);
        assertThat(draft.at("/carrier_ids/0").asText()).isEqualTo("car_1");
        assertThat(draft.has("service")).isFalse();
        assertThat(draft.has("services")).isFalse();
        assertThat(draft.path("reference").asText()).isEqualTo("order-4711");
        assertThat(draft.path("label_type").asText()).isEqualTo("PDF");
        assertThat(draft.path("metadata").toString())
                .isEqualTo("{\"tracking_mcp_purchase\":\"purchase-1\",\"tracking_mcp_key\":\"key-1\","
                        + "\"tracking_mcp_reference_2\":\"second\"}");
        assertThat(draft.at("/parcels/0/weight").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(draft.has("customs")).isFalse();
        assertThat(draft.has("payment")).isFalse();
    }

    @Test
    void purchaseNamesTheLabelAgain() {
        ShipmentRequest request =
                domestic().label(LabelSpec.of(LabelFormat.ZPL)).build();
        assertThat(tree(KarrioShipRequests.purchase("rat_1", request)).toString())
                .isEqualTo("{\"selected_rate_id\":\"rat_1\",\"label_type\":\"ZPL\"}");
    }

    @Test
    void questionForPricesNamesAllThatAreAsked() {
        JsonNode question = tree(KarrioShipRequests.question(domestic().build(), List.of(seller(), seller())));
        assertThat(question.path("carrier_ids")).hasSize(2);
        assertThat(question.has("label_type")).isFalse();
        assertThat(question.has("metadata")).isFalse();
    }

    @Test
    void optionsAreThoseOfTheCatalogueInTheirTypesAndInTheOrderOfTheirNames() {
        JsonNode options = draft(domestic()
                        .shipDate(LocalDate.of(2026, 2, 12))
                        .signature(SignatureOption.DIRECT)
                        .saturdayDelivery(true)
                        .putOptions("canadapost_signature", "true")
                        .putOptions("canadapost_coverage", "100.25")
                        .putOptions("hold_at_location", "true")
                        .putOptions("fedex_one_rate", "true"))
                .path("options");
        assertThat(options.toString())
                .isEqualTo("{\"shipment_date\":\"2026-02-12\",\"signature_confirmation\":true,"
                        + "\"saturday_delivery\":true,\"canadapost_coverage\":100.25,\"canadapost_signature\":true,"
                        + "\"hold_at_location\":\"true\"}");
    }

    @Test
    void declaredValuesAreSummedForTheShipmentAndKeptWithEachParcel() {
        Parcel parcel = Parcel.builder()
                .from(parcel("1"))
                .declaredValue(Money.of("100", "CAD"))
                .build();
        JsonNode draft = draft(domestic().parcels(List.of(parcel, parcel)));
        assertThat(draft.at("/options/insurance").decimalValue()).isEqualByComparingTo("200");
        assertThat(draft.at("/options/declared_value").decimalValue()).isEqualByComparingTo("200");
        assertThat(draft.at("/options/currency").asText()).isEqualTo("CAD");
        assertThat(draft.at("/parcels/1/options/declared_value").decimalValue()).isEqualByComparingTo("100");
    }

    @Test
    void goodsAreCountedByTheUnit() {
        JsonNode customs = draft(abroad()).path("customs");
        assertThat(customs.at("/commodities/0/weight").decimalValue()).isEqualByComparingTo("0.6");
        assertThat(customs.at("/commodities/0/quantity").asInt()).isEqualTo(2);
        assertThat(customs.at("/commodities/0/value_amount").decimalValue()).isEqualByComparingTo("12.25");
        assertThat(customs.at("/commodities/0/sku").asText()).isEqualTo("test-part");
        assertThat(customs.at("/duty/paid_by").asText()).isEqualTo("recipient");
        assertThat(customs.at("/duty/declared_value").decimalValue()).isEqualByComparingTo("24.50");
        assertThat(customs.path("incoterm").asText()).isEqualTo("DAP");
        assertThat(customs.path("content_type").asText()).isEqualTo("merchandise");
        assertThat(customs.path("content_description").asText()).isEqualTo("Books");
        assertThat(customs.path("invoice").asText()).isEqualTo("INV-7");
        assertThat(customs.path("invoice_date").asText()).isEqualTo("2026-02-10");
        assertThat(customs.path("commercial_invoice").asBoolean()).isTrue();
        assertThat(customs.path("signer").asText()).isEqualTo("Ann Sender");
        assertThat(draft(abroad()).at("/parcels/0/content").asText()).isEqualTo("Books");
    }

    @Test
    void dutiesArePaidByWhoIsNamedElseBySenderOfGoodsDeliveredDutyPaid() {
        Customs paid = Customs.builder().from(GOODS).incoterm(Incoterm.DDP).build();
        assertThat(draft(abroad().customs(paid)).at("/customs/duty/paid_by").asText())
                .isEqualTo("sender");
        Customs third = Customs.builder()
                .from(GOODS)
                .contentType(ContentType.RETURNED_GOODS)
                .dutyPayer(Payment.byThirdParty(BillingAccount.of("test-account")))
                .build();
        JsonNode customs = draft(abroad().customs(third)).path("customs");
        assertThat(customs.at("/duty/paid_by").asText()).isEqualTo("third_party");
        assertThat(customs.at("/duty/account_number").asText()).isEqualTo("test-account");
        assertThat(customs.path("content_type").asText()).isEqualTo("return_merchandise");
        assertThat(customs.path("commercial_invoice").asBoolean()).isFalse();
    }

    @Test
    void whoPaysIsNamedWithItsAccountAndWhereThatIs() {
        BillingAccount account = BillingAccount.builder()
                .accountNumber("test-account")
                .postalCode("10118")
                .country("US")
                .build();
        JsonNode draft = draft(domestic().payment(Payment.byRecipient(account)));
        assertThat(draft.path("payment").toString())
                .isEqualTo("{\"paid_by\":\"recipient\",\"account_number\":\"test-account\"}");
        assertThat(draft.path("billing_address").toString())
                .isEqualTo("{\"country_code\":\"US\",\"postal_code\":\"10118\"}");
        assertThat(draft(domestic().payment(Payment.bySender())).path("payment").toString())
                .isEqualTo("{\"paid_by\":\"sender\"}");
    }

    @Test
    void returnIsToldAsTheWayOut() {
        JsonNode draft = draft(domestic().sender(TORONTO).recipient(OTTAWA).returnShipment(true));
        assertThat(draft.path("is_return").asBoolean()).isTrue();
        assertThat(draft.at("/shipper/city").asText()).isEqualTo("Ottawa");
        assertThat(draft.at("/recipient/city").asText()).isEqualTo("Toronto");
    }

    @Test
    void referenceOfAnOrderIsTheOrdersNumber() {
        Reference order = Reference.builder().type("order_id").value("SHOP-1").build();
        assertThat(draft(domestic().addReferences(order)).path("order_id").asText())
                .isEqualTo("SHOP-1");
        assertThat(KarrioShipRequests.order(domestic().build())).isEqualTo(Optional.empty());
    }
}

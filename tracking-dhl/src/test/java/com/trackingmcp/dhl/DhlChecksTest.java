package com.trackingmcp.dhl;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.BillingAccount;
import com.trackingmcp.model.Commodity;
import com.trackingmcp.model.Invoice;
import com.trackingmcp.model.LabelFormat;
import com.trackingmcp.model.LabelSpec;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Payment;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.SignatureOption;
import com.trackingmcp.model.TaxId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** DHL Express's own rules: each is told before anything is sent, with the path of the field, and no other is. */
class DhlChecksTest extends DhlOrderBed {

    private static final Map<String, ShipmentRequest.Builder> BROKEN = broken();

    /** By the path that is told; what is in brackets tells those of one path apart. */
    private static Map<String, ShipmentRequest.Builder> broken() {
        Map<String, ShipmentRequest.Builder> orders = new TreeMap<>();
        addresses(orders);
        parcels(orders);
        customs(orders);
        options(orders);
        orders.put(
                "payment.sender.account_number",
                DhlOrders.domestic()
                        .payment(Payment.builder()
                                .sender(BillingAccount.of(x(13)))
                                .build()));
        orders.put(
                "payment.recipient.account_number",
                DhlOrders.domestic().payment(Payment.byRecipient(BillingAccount.of(x(13)))));
        orders.put(
                "payment.third_party.account_number",
                DhlOrders.domestic().payment(Payment.byThirdParty(BillingAccount.of(x(13)))));
        orders.put("service", DhlOrders.domestic().service(x(7)));
        orders.put("description", DhlOrders.domestic().description(x(71)));
        orders.put("description (none)", DhlOrders.domestic().description(" "));
        orders.put("references[0].value", DhlOrders.domestic().references(List.of(Reference.of(x(36)))));
        orders.put("references[0].value (blank)", DhlOrders.domestic().references(List.of(Reference.of(" "))));
        orders.put("ship_date", DhlOrders.domestic().shipDate(LocalDate.parse("2026-03-17")));
        orders.put("ship_date (past)", DhlOrders.domestic().shipDate(LocalDate.parse("2026-03-03")));
        orders.put("signature", DhlOrders.domestic().signature(SignatureOption.INDIRECT));
        orders.put("signature (adult)", DhlOrders.domestic().signature(SignatureOption.ADULT));
        orders.put(
                "label.dpi",
                DhlOrders.domestic().label(LabelSpec.builder().dpi(150).build()));
        orders.put(
                "label.stock",
                DhlOrders.domestic().label(LabelSpec.builder().stock("A4").build()));
        orders.put("label.format", DhlOrders.domestic().label(LabelSpec.of(LabelFormat.GIF)));
        return orders;
    }

    private static void addresses(Map<String, ShipmentRequest.Builder> orders) {
        orders.put(
                "sender.phone",
                DhlOrders.domestic()
                        .sender(DhlOrders.bonn().phone(Optional.empty()).build()));
        orders.put(
                "sender.phone (long)",
                DhlOrders.domestic().sender(DhlOrders.bonn().phone(x(71)).build()));
        orders.put(
                "sender.email",
                DhlOrders.domestic().sender(DhlOrders.bonn().email(x(71)).build()));
        orders.put(
                "sender.city",
                DhlOrders.domestic().sender(DhlOrders.bonn().city(x(46)).build()));
        orders.put(
                "sender.postal_code",
                DhlOrders.domestic().sender(DhlOrders.bonn().postalCode(x(13)).build()));
        orders.put(
                "sender.state_or_province",
                DhlOrders.domestic()
                        .sender(DhlOrders.bonn().stateOrProvince(x(36)).build()));
        orders.put(
                "recipient.company",
                DhlOrders.domestic()
                        .recipient(DhlOrders.munich().company(x(101)).build()));
        orders.put(
                "recipient.person",
                DhlOrders.domestic().recipient(DhlOrders.munich().person(x(256)).build()));
        orders.put(
                "recipient.person (without company)",
                DhlOrders.domestic()
                        .recipient(
                                DhlOrders.munich().company(" ").person(x(101)).build()));
        orders.put(
                "recipient.lines",
                DhlOrders.domestic()
                        .recipient(DhlOrders.munich()
                                .lines(List.of("1", "2", "3", "4"))
                                .build()));
        orders.put(
                "recipient.lines[0]",
                DhlOrders.domestic()
                        .recipient(DhlOrders.munich().lines(List.of(x(46))).build()));
        orders.put(
                "recipient.tax_ids[0].number",
                DhlOrders.domestic()
                        .recipient(DhlOrders.munich()
                                .addTaxIds(new TaxId(TaxId.Kind.VAT, x(36), "DE"))
                                .build()));
        orders.put(
                "shipper.phone",
                DhlOrders.domestic()
                        .shipper(DhlOrders.bonn().phone(Optional.empty()).build()));
    }

    private static void parcels(Map<String, ShipmentRequest.Builder> orders) {
        orders.put("parcels", DhlOrders.domestic().parcels(Collections.nCopies(1000, DhlOrders.PARCEL)));
        orders.put(
                "parcels (two currencies)",
                DhlOrders.domestic()
                        .parcels(List.of(
                                parcel().declaredValue(Money.of("1", "EUR")).build(),
                                parcel().declaredValue(Money.of("1", "USD")).build())));
        orders.put("parcels[0].packaging", with(parcel().packaging("YP")));
        orders.put("parcels[0].dimensions", with(parcel().dimensions(Optional.empty())));
        orders.put("parcels[0].contents", with(parcel().contents(x(71))));
        orders.put("parcels[0].declared_value", with(parcel().declaredValue(Money.of("1.2345", "EUR"))));
        orders.put("parcels[0].references[0].value", with(parcel().addReferences(Reference.of(x(36)))));
    }

    private static Parcel.Builder parcel() {
        return Parcel.builder().from(DhlOrders.PARCEL);
    }

    private static ShipmentRequest.Builder with(Parcel.Builder parcel) {
        return DhlOrders.domestic().parcels(List.of(parcel.build()));
    }

    private static void customs(Map<String, ShipmentRequest.Builder> orders) {
        orders.put(
                "customs.signer",
                DhlOrders.abroad().customs(DhlOrders.books().signer(x(36)).build()));
        orders.put(
                "customs.invoice.number",
                DhlOrders.abroad()
                        .customs(DhlOrders.books()
                                .invoice(Invoice.builder().number(x(36)).build())
                                .build()));
        orders.put(
                "customs.duty_payer.third_party.account_number",
                DhlOrders.abroad()
                        .customs(DhlOrders.books()
                                .dutyPayer(Payment.byThirdParty(BillingAccount.of(x(13))))
                                .build()));
        orders.put(
                "customs.commodities",
                DhlOrders.abroad()
                        .customs(DhlOrders.books()
                                .commodities(Collections.nCopies(
                                        1000, DhlOrders.book().build()))
                                .build()));
        String line = "customs.commodities[0].";
        orders.put(line + "description", with(DhlOrders.book().description(x(513))));
        orders.put(line + "part_number", with(DhlOrders.book().partNumber(x(36))));
        orders.put(line + "hs_code", with(DhlOrders.book().hsCode("4")));
        orders.put(line + "hs_code (long)", with(DhlOrders.book().hsCode(x(19))));
        orders.put(line + "quantity", with(DhlOrders.book().quantity(new BigDecimal("1.5"))));
        orders.put(line + "quantity (many)", with(DhlOrders.book().quantity(new BigDecimal("1000000001"))));
        orders.put(line + "quantity_unit", with(DhlOrders.book().quantityUnit("PIECE")));
        orders.put(line + "unit_price", with(DhlOrders.book().unitPrice(Money.of("1.2345", "EUR"))));
        orders.put(
                "customs.commodities[1].weight",
                DhlOrders.abroad()
                        .customs(DhlOrders.books()
                                .addCommodities(DhlOrders.book()
                                        .weight(Optional.empty())
                                        .build())
                                .build()));
    }

    private static ShipmentRequest.Builder with(Commodity.Builder goods) {
        return DhlOrders.abroad()
                .customs(DhlOrders.books().commodities(List.of(goods.build())).build());
    }

    private static void options(Map<String, ShipmentRequest.Builder> orders) {
        Map.of(
                        "dhl_us_filing", 21,
                        "dhl_label_text", 151,
                        "dhl_service_point", 7,
                        "dhl_notify_email", 51,
                        "dhl_local_product_code", 4)
                .forEach((name, length) ->
                        orders.put("options." + name, DhlOrders.domestic().putOptions(name, x(length))));
        orders.put("options.dhl_place_of_incoterm", DhlOrders.abroad().putOptions("dhl_place_of_incoterm", x(257)));
        orders.put("options.dhl_notify_message", DhlOrders.domestic().putOptions("dhl_notify_message", "Soon"));
        orders.put(
                "options.dhl_notify_message (long)",
                DhlOrders.domestic()
                        .putOptions("dhl_notify_email", "ada@example.com")
                        .putOptions("dhl_notify_message", x(251)));
        orders.put(
                "options.dhl_hide_account_number", DhlOrders.domestic().putOptions("dhl_hide_account_number", "true"));
        orders.put(
                "options.dhl_fit_labels_to_a4",
                DhlOrders.domestic().label(LabelSpec.of(LabelFormat.ZPL)).putOptions("dhl_fit_labels_to_a4", "true"));
        Map.of(
                        "dhl_paperless", "true",
                        "dhl_invoice_type", "proforma",
                        "dhl_invoice_template", "COMMERCIAL_INVOICE_04",
                        "dhl_export_reason", "gift")
                .forEach((name, value) ->
                        orders.put("options." + name, DhlOrders.domestic().putOptions(name, value)));
        orders.put(
                "options.dhl_place_of_incoterm (no goods)",
                DhlOrders.domestic().putOptions("dhl_place_of_incoterm", "Hamburg"));
        for (String weight : List.of("0", "-1", "1.2345")) {
            orders.put(
                    "options.dhl_dry_ice_kg (" + weight + ")",
                    DhlOrders.domestic().putOptions("dhl_dry_ice_kg", weight));
        }
        orders.put("options.dhl_dry_ice_kg (word)", DhlOrders.domestic().putOptions("dhl_dry_ice_kg", "much"));
        for (String codes : List.of("1263,,1950", "12345678901", "1,2,3,4,5,6,7,8,9,10,11")) {
            orders.put(
                    "options.dhl_excepted_quantities (" + codes + ")",
                    DhlOrders.domestic().putOptions("dhl_excepted_quantities", codes));
        }
        orders.put("options.dhl_gogreen", DhlOrders.domestic().putOptions("dhl_gogreen", "yes"));
        orders.put("options.dhl_gogren", DhlOrders.domestic().putOptions("dhl_gogren", "true"));
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    @TestFactory
    List<DynamicTest> eachRuleIsToldAlone() {
        return BROKEN.entrySet().stream()
                .map(broken -> DynamicTest.dynamicTest(broken.getKey(), () -> {
                    InvalidRequestException refusal =
                            catchThrowableOfType(InvalidRequestException.class, () -> ship(broken.getValue()));

                    assertThat(refusal).isNotNull();
                    assertThat(refusal.fields())
                            .extracting(FieldProblem::path)
                            .containsOnly(broken.getKey().replaceFirst(" \\(.*", ""));
                    assertThat(dhl.findAll(getRequestedFor(anyUrl()))).isEmpty();
                }))
                .toList();
    }

    @Test
    void whatIsJustAllowedIsSold() {
        ship(DhlOrders.abroad()
                .description(x(70))
                .sender(DhlOrders.bonn()
                        .company(x(100))
                        .person(x(255))
                        .lines(List.of(x(45)))
                        .build())
                .references(List.of(Reference.of(x(35))))
                .shipDate(LocalDate.parse("2026-03-16"))
                .customs(DhlOrders.books()
                        .commodities(List.of(DhlOrders.book()
                                .description(x(512))
                                .unitPrice(Money.of("1.234", "EUR"))
                                .quantity(new BigDecimal("2.0"))
                                .weight(Optional.empty())
                                .build()))
                        .build())
                .putOptions("dhl_excepted_quantities", "1, 2,3,4,5,6,7,8,9,1234567890")
                .putOptions("dhl_dry_ice_kg", "0.001"));

        assertThat(lastPurchase().getBodyAsString()).contains(x(512)).contains("\"quantity\":{\"value\":2,");
    }

    @Test
    void aSwitchForGoodsThatIsOffNeedsNone() {
        assertThat(ship(DhlOrders.domestic().putOptions("dhl_paperless", "false"))
                        .id())
                .isEqualTo("1234567890");
    }

    @Test
    void aDescriptionMadeOfTheGoodsIsCutToFit() {
        assertThat(order(DhlOrders.abroad()
                                .description(Optional.empty())
                                .customs(DhlOrders.books()
                                        .commodities(List.of(DhlOrders.book()
                                                .description(x(71))
                                                .build()))
                                        .build()))
                        .at("/content/description")
                        .asText())
                .isEqualTo(x(70));
    }
}

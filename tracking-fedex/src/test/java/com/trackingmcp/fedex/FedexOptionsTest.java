package com.trackingmcp.fedex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.CatalogOption;
import com.trackingmcp.model.ShipmentRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each option of the catalogue, as it stands in what FedEx is sent. */
class FedexOptionsTest {
    private static final String SHIPMENT = "/requestedShipment/";
    private static final String SERVICES = SHIPMENT + "shipmentSpecialServices/";
    private static final String PARCEL = SHIPMENT + "requestedPackageLineItems/0/";
    private static final String OF_PARCEL = PARCEL + "packageSpecialServices/";
    private static final String CUSTOMS = SHIPMENT + "customsClearanceDetail/";

    private final FedexServer fedex = new FedexServer().with("FEDEX_ACCOUNT_NUMBER", "100200300");
    private final TrackingClient client;

    FedexOptionsTest() {
        fedex.answer(FedexSold.SHIP, 200, FedexSold.ONE);
        fedex.answer(FedexSold.RATES, 200, "{\"output\":{\"rateReplyDetails\":[]}}");
        client = fedex.client();
    }

    @AfterEach
    void stop() {
        client.close();
        fedex.close();
    }

    /**
     * What is asked for, and what is sent for it.
     *
     * @param options names and values
     * @param sold pointers into the purchase, and the JSON there
     * @param rated whether it stands at the same places in the question for a price
     */
    private record Case(Map<String, String> options, Map<String, String> sold, boolean rated) {
        @Override
        public String toString() {
            return options.toString();
        }
    }

    private static Case both(Map<String, String> options, String... sold) {
        return new Case(options, pairs(sold), true);
    }

    private static Case labels(Map<String, String> options, String... sold) {
        return new Case(options, pairs(sold), false);
    }

    private static Map<String, String> pairs(String... all) {
        return Stream.iterate(0, i -> i < all.length, i -> i + 2)
                .collect(Collectors.toMap(i -> all[i], i -> all[i + 1].replace('\'', '"')));
    }

    static Stream<Case> cases() {
        return Stream.concat(ofParcels(), Stream.concat(ofShipments(), ofPapers()));
    }

    private static Stream<Case> ofParcels() {
        String types = OF_PARCEL + "specialServiceTypes";
        return Stream.of(
                both(
                        Map.of("fedex_alcohol", "LICENSEE"),
                        types,
                        "['ALCOHOL']",
                        OF_PARCEL + "alcoholDetail/alcoholRecipientType",
                        "'LICENSEE'"),
                labels(
                        Map.of(
                                "fedex_battery_material", "LITHIUM_ION",
                                "fedex_battery_packing", "PACKED_WITH_EQUIPMENT"),
                        OF_PARCEL + "batteryDetails/0",
                        "{'batteryMaterialType':'LITHIUM_ION','batteryPackingType':'PACKED_WITH_EQUIPMENT',"
                                + "'batteryRegulatoryType':'IATA_SECTION_II'}"),
                both(
                        Map.of("fedex_dry_ice_kg", "1"),
                        types,
                        "['DRY_ICE']",
                        OF_PARCEL + "dryIceWeight",
                        "{'units':'LB','value':2.21}",
                        SERVICES + "shipmentDryIceDetail",
                        "{'totalWeight':{'units':'LB','value':2.21},'packageCount':1}"),
                both(Map.of("fedex_non_standard_container", "true"), types, "['NON_STANDARD_CONTAINER']"),
                both(Map.of("fedex_sub_packaging", "TUBE"), PARCEL + "subPackagingType", "'TUBE'"));
    }

    private static Stream<Case> ofShipments() {
        String types = SERVICES + "specialServiceTypes";
        String post = SHIPMENT + "smartPostInfoDetail";
        return Stream.of(
                labels(
                        Map.of("fedex_cod", "12.75 USD", "fedex_cod_collection_type", "CASH"),
                        SERVICES + "shipmentCODDetail",
                        "{'codCollectionType':'CASH','codCollectionAmount':{'amount':12.75,'currency':'USD'}}"),
                both(
                        Map.of("fedex_hold_at_location", "MEMA"),
                        types,
                        "['HOLD_AT_LOCATION']",
                        SERVICES + "holdAtLocationDetail/locationId",
                        "'MEMA'"),
                both(
                        Map.of("fedex_home_delivery_premium", "EVENING"),
                        types,
                        "['HOME_DELIVERY_PREMIUM']",
                        SERVICES + "homeDeliveryPremiumDetail/homedeliveryPremiumType",
                        "'EVENING'"),
                labels(
                        Map.of("fedex_home_delivery_premium", "DATE_CERTAIN", "fedex_home_delivery_date", "2026-03-20"),
                        SERVICES + "homeDeliveryPremiumDetail/deliveryDate",
                        "'2026-03-20'"),
                both(Map.of("fedex_inside_delivery", "true"), types, "['INSIDE_DELIVERY']"),
                both(Map.of("fedex_inside_pickup", "true"), types, "['INSIDE_PICKUP']"),
                both(Map.of("fedex_one_rate", "true"), types, "['FEDEX_ONE_RATE']"),
                both(Map.of("fedex_saturday_pickup", "true"), types, "['SATURDAY_PICKUP']"),
                both(Map.of("fedex_third_party_consignee", "true"), types, "['THIRD_PARTY_CONSIGNEE']"),
                both(
                        Map.of("fedex_pickup_type", "USE_SCHEDULED_PICKUP"),
                        SHIPMENT + "pickupType",
                        "'USE_SCHEDULED_PICKUP'"),
                both(Map.of("fedex_preferred_currency", "EUR"), SHIPMENT + "preferredCurrency", "'EUR'"),
                both(
                        Map.of(
                                "fedex_smart_post_hub_id", "5531",
                                "fedex_smart_post_indicia", "MEDIA_MAIL",
                                "fedex_smart_post_endorsement", "RETURN_SERVICE"),
                        post,
                        "{'hubId':'5531','indicia':'MEDIA_MAIL','ancillaryEndorsement':'RETURN_SERVICE'}"),
                labels(Map.of("fedex_block_visibility", "true"), SHIPMENT + "blockInsightVisibility", "true"),
                labels(
                        Map.of("fedex_delivery_instructions", "ring twice"),
                        SHIPMENT + "recipients/0/deliveryInstructions",
                        "'ring twice'"),
                labels(
                        Map.of("fedex_notification_email", "ada@example.com"),
                        types,
                        "['EVENT_NOTIFICATION']",
                        SHIPMENT + "emailNotificationDetail/emailNotificationRecipients/0/emailAddress",
                        "'ada@example.com'"),
                labels(
                        Map.of("fedex_return_of", "794953555571", "fedex_rma_reason", "too small"),
                        SERVICES + "returnShipmentDetail",
                        "{'returnType':'PRINT_RETURN_LABEL','rma':{'reason':'too small'},"
                                + "'returnAssociationDetail':{'trackingNumber':'794953555571'}}"));
    }

    private static Stream<Case> ofPapers() {
        return Stream.of(
                both(Map.of("fedex_freight_on_value", "OWN_RISK"), CUSTOMS + "freightOnValue", "'OWN_RISK'"),
                labels(
                        Map.of(
                                "fedex_b13a_filing_option", "NOT_REQUIRED",
                                "fedex_export_compliance_statement", "NO EEI 30.37(a)"),
                        CUSTOMS + "exportDetail",
                        "{'b13AFilingOption':'NOT_REQUIRED','exportComplianceStatement':'NO EEI 30.37(a)'}"),
                labels(
                        Map.of("fedex_electronic_trade_documents", "true"),
                        SERVICES + "specialServiceTypes",
                        "['ELECTRONIC_TRADE_DOCUMENTS']",
                        SERVICES + "etdDetail/requestedDocumentTypes",
                        "['COMMERCIAL_INVOICE']"),
                labels(
                        Map.of("fedex_post_shipment_upload", "true"),
                        SERVICES + "specialServiceTypes",
                        "['ELECTRONIC_TRADE_DOCUMENTS']",
                        SERVICES + "etdDetail",
                        "{'attributes':['POST_SHIPMENT_UPLOAD_REQUESTED']}"),
                labels(
                        Map.of("fedex_invoice_freight_charge", "7.25 USD"),
                        CUSTOMS + "commercialInvoice/freightCharge",
                        "{'amount':7.25,'currency':'USD'}"),
                labels(
                        Map.of("fedex_invoice_insurance_charge", "1.15 USD"),
                        CUSTOMS + "insuranceCharge",
                        "{'amount':1.15,'currency':'USD'}"));
    }

    private static ShipmentRequest request(Map<String, String> options) {
        ShipmentRequest base =
                options.containsKey("fedex_return_of") ? FedexOrders.returned() : FedexOrders.international();
        return ShipmentRequest.builder().from(base).options(options).build();
    }

    private JsonNode sold(Map<String, String> options) {
        client.ship(request(options));
        return last(FedexSold.SHIP);
    }

    private JsonNode rated(Map<String, String> options) {
        assertThat(client.rates(request(options)).failures()).isEmpty();
        return last(FedexSold.RATES);
    }

    private JsonNode last(String path) {
        List<JsonNode> sent = fedex.sent(path);
        return sent.get(sent.size() - 1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void an_option_stands_where_fedex_looks_for_it(Case option) {
        JsonNode sold = sold(option.options());
        JsonNode rated = rated(option.options());

        option.sold().forEach((pointer, json) -> {
            assertThat(sold.at(pointer)).hasToString(json);
            assertThat(rated.at(pointer).toString().equals(json)).isEqualTo(option.rated());
        });
        assertThat(sold).isNotEqualTo(sold(Map.of()));
    }

    @Test
    void batteries_and_collection_on_delivery_are_named_otherwise_where_prices_are_asked_for() {
        Map<String, String> options = Map.of(
                "fedex_battery_material", "LITHIUM_METAL",
                "fedex_battery_packing", "CONTAINED_IN_EQUIPMENT",
                "fedex_cod", "12.75 USD");
        JsonNode rated = rated(options);

        for (JsonNode sent : List.of(rated, sold(options))) {
            assertThat(sent.at(OF_PARCEL + "specialServiceTypes")).hasToString("[\"BATTERY\"]");
            assertThat(sent.at(SERVICES + "specialServiceTypes")).hasToString("[\"COD\"]");
        }
        assertThat(rated.at(OF_PARCEL + "batteryDetails/0"))
                .hasToString("{\"material\":\"LITHIUM_METAL\",\"packing\":\"CONTAINED_IN_EQUIPMENT\","
                        + "\"regulatorySubType\":\"IATA_SECTION_II\"}");
        assertThat(rated.at(SERVICES + "shipmentCODDetail")).hasToString("{\"codCollectionType\":\"ANY\"}");
    }

    @Test
    void every_option_of_the_catalogue_is_among_these() {
        Set<String> known =
                FedexCatalog.get().options().stream().map(CatalogOption::name).collect(Collectors.toSet());

        assertThat(cases().flatMap(option -> option.options().keySet().stream()))
                .containsOnlyOnceElementsOf(known.stream()
                        .filter(name -> !name.equals("fedex_home_delivery_premium"))
                        .toList())
                .hasSize(known.size() + 1);
    }

    @Test
    void what_does_not_change_a_price_says_so_in_the_catalogue() {
        JsonNode plain = rated(Map.of());
        cases().filter(option -> !option.options().containsKey("fedex_return_of"))
                .filter(option -> rated(option.options()).equals(plain))
                .flatMap(option -> option.options().keySet().stream())
                .forEach(name -> assertThat(FedexCatalog.get().options())
                        .filteredOn(option -> option.name().equals(name))
                        .singleElement()
                        .satisfies(
                                option -> assertThat(option.remark().orElse("")).startsWith("Labels only")));
    }

    @ParameterizedTest
    @CsvSource({
        "fedex_battery_material=LITHIUM_ION, options.fedex_battery_packing",
        "fedex_battery_packing=PACKED_WITH_EQUIPMENT, options.fedex_battery_material",
        "fedex_home_delivery_date=2026-03-20, options.fedex_home_delivery_premium",
        "fedex_cod_collection_type=CASH, options.fedex_cod",
        "fedex_smart_post_indicia=MEDIA_MAIL, options.fedex_smart_post_hub_id",
        "fedex_smart_post_endorsement=RETURN_SERVICE, options.fedex_smart_post_hub_id",
        "fedex_rma_reason=too small, options.fedex_rma_reason",
        "fedex_export_compliance_statement=none, options.fedex_export_compliance_statement",
        "fedex_electronic_trade_documents=true, options.fedex_electronic_trade_documents",
        "fedex_post_shipment_upload=true, options.fedex_post_shipment_upload",
        "fedex_dry_ice_kg=0, options.fedex_dry_ice_kg",
        "fedex_dry_ice_kg=-1, options.fedex_dry_ice_kg",
        "fedex_dry_ice_kg=much, options.fedex_dry_ice_kg",
        "fedex_dry_ice_kg=1E+100000, options.fedex_dry_ice_kg",
        "fedex_home_delivery_date=friday;fedex_home_delivery_premium=DATE_CERTAIN, options.fedex_home_delivery_date",
        "fedex_preferred_currency=euro, options.fedex_preferred_currency",
        "fedex_alcohol=ANYBODY, options.fedex_alcohol"
    })
    void an_option_that_cannot_be_meant_is_refused_before_anything_is_sent(String options, String path) {
        Map<String, String> given = Arrays.stream(options.split(";"))
                .map(option -> option.split("=", 2))
                .collect(Collectors.toMap(option -> option[0], option -> option[1]));
        ShipmentRequest request = FedexOrders.domesticBut().options(given).build();

        InvalidRequestException error = catchThrowableOfType(InvalidRequestException.class, () -> client.ship(request));

        assertThat(error.fields()).extracting(FieldProblem::path).containsExactly(path);
        assertThat(fedex.sent(FedexSold.SHIP)).isEmpty();
    }

    @Test
    void a_switch_that_is_off_does_nothing() {
        assertThat(sold(Map.of("fedex_one_rate", "false", "fedex_block_visibility", "false")))
                .isEqualTo(sold(Map.of()));
        assertThat(client.ship(FedexOrders.domesticBut()
                                .putOptions("fedex_electronic_trade_documents", "false")
                                .build())
                        .id())
                .isEqualTo("794953555571");
    }
}

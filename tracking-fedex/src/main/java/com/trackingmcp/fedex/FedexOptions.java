package com.trackingmcp.fedex;

import com.trackingmcp.model.Money;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** The options of FedEx's catalogue that a request asks for. Immutable. */
final class FedexOptions {
    static final String ALCOHOL = "fedex_alcohol";
    static final String B13A_FILING = "fedex_b13a_filing_option";
    static final String BATTERY_MATERIAL = "fedex_battery_material";
    static final String BATTERY_PACKING = "fedex_battery_packing";
    static final String BLOCK_VISIBILITY = "fedex_block_visibility";
    static final String COD = "fedex_cod";
    static final String COD_TYPE = "fedex_cod_collection_type";
    static final String DELIVERY_INSTRUCTIONS = "fedex_delivery_instructions";
    static final String DRY_ICE = "fedex_dry_ice_kg";
    static final String ETD = "fedex_electronic_trade_documents";
    static final String EXPORT_STATEMENT = "fedex_export_compliance_statement";
    static final String FREIGHT_CHARGE = "fedex_invoice_freight_charge";
    static final String FREIGHT_ON_VALUE = "fedex_freight_on_value";
    static final String HOLD = "fedex_hold_at_location";
    static final String HOME_DELIVERY = "fedex_home_delivery_premium";
    static final String HOME_DELIVERY_DATE = "fedex_home_delivery_date";
    static final String INSIDE_DELIVERY = "fedex_inside_delivery";
    static final String INSIDE_PICKUP = "fedex_inside_pickup";
    static final String INSURANCE_CHARGE = "fedex_invoice_insurance_charge";
    static final String NON_STANDARD = "fedex_non_standard_container";
    static final String NOTIFY = "fedex_notification_email";
    static final String ONE_RATE = "fedex_one_rate";
    static final String PICKUP_TYPE = "fedex_pickup_type";
    static final String POST_SHIPMENT_UPLOAD = "fedex_post_shipment_upload";
    static final String PREFERRED_CURRENCY = "fedex_preferred_currency";
    static final String RETURN_OF = "fedex_return_of";
    static final String RMA_REASON = "fedex_rma_reason";
    static final String SATURDAY_PICKUP = "fedex_saturday_pickup";
    static final String SMART_POST_ENDORSEMENT = "fedex_smart_post_endorsement";
    static final String SMART_POST_HUB = "fedex_smart_post_hub_id";
    static final String SMART_POST_INDICIA = "fedex_smart_post_indicia";
    static final String SUB_PACKAGING = "fedex_sub_packaging";
    static final String THIRD_PARTY_CONSIGNEE = "fedex_third_party_consignee";

    private final Map<String, String> given;

    private FedexOptions(Map<String, String> given) {
        this.given = given;
    }

    static FedexOptions of(ShipmentRequest request) {
        return new FedexOptions(request.options());
    }

    /** Those of a pickup: {@link FedexPickupOptions}. */
    static FedexOptions of(PickupRequest request) {
        return new FedexOptions(request.options());
    }

    /** Whether a switch is on. */
    boolean has(String name) {
        return "true".equals(given.get(name));
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    Optional<BigDecimal> number(String name) {
        return text(name).map(BigDecimal::new);
    }

    /** An amount and its currency, which the client has looked at already. */
    Optional<Money> money(String name) {
        return text(name).map(text -> text.split(" ", 2)).map(parts -> Money.of(parts[0], parts[1]));
    }
}

package com.trackingmcp.dhl;

import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ShipmentRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The options of the catalogue, by name. Immutable. */
record DhlOptions(Map<String, String> given) {
    static final String PAPERLESS = "dhl_paperless";
    static final String INVOICE_TYPE = "dhl_invoice_type";
    static final String INVOICE_TEMPLATE = "dhl_invoice_template";
    static final String EXPORT_REASON = "dhl_export_reason";
    static final String PLACE_OF_INCOTERM = "dhl_place_of_incoterm";
    static final String US_FILING = "dhl_us_filing";
    static final String WAYBILL_DOCUMENT = "dhl_waybill_document";
    static final String HIDE_ACCOUNT_NUMBER = "dhl_hide_account_number";
    static final String RECEIPT = "dhl_shipment_receipt";
    static final String LABEL_FREE = "dhl_label_free";
    static final String LABEL_TEXT = "dhl_label_text";
    static final String LABEL_LOGO = "dhl_label_logo";
    static final String FIT_TO_A4 = "dhl_fit_labels_to_a4";
    static final String DATA_STAGING = "dhl_data_staging";
    static final String SERVICE_POINT = "dhl_service_point";
    static final String NOTIFY_EMAIL = "dhl_notify_email";
    static final String NOTIFY_MESSAGE = "dhl_notify_message";
    static final String DRY_ICE = "dhl_dry_ice_kg";
    static final String LITHIUM = "dhl_lithium_batteries";
    static final String EXCEPTED_QUANTITIES = "dhl_excepted_quantities";
    static final String LOCAL_PRODUCT = "dhl_local_product_code";
    static final String NEXT_BUSINESS_DAY = "dhl_next_business_day";
    static final String PRODUCT_TYPE = "dhl_product_type";

    /** Of pickups. */
    static final String DECLARABLE = "dhl_declarable";

    /** Of pickups. */
    static final String REMARK = "dhl_remark";

    static DhlOptions of(ShipmentRequest request) {
        return new DhlOptions(request.options());
    }

    static DhlOptions of(PickupRequest request) {
        return new DhlOptions(request.options());
    }

    boolean has(String name) {
        return given.containsKey(name);
    }

    /** Whether a switch is on. */
    boolean flag(String name) {
        return Boolean.parseBoolean(given.get(name));
    }

    /** The value; none where it is blank. */
    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).filter(text -> !text.isBlank());
    }

    /** A number; what is none was refused before. */
    Optional<BigDecimal> number(String name) {
        return text(name).map(BigDecimal::new);
    }

    /** Words between commas. */
    List<String> words(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .toList();
    }
}

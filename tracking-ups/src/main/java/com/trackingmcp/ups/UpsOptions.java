package com.trackingmcp.ups;

import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.ups.UpsParts.RestrictedArticles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The options of UPS's catalogue as a request gives them. Immutable. */
record UpsOptions(Map<String, String> given) {
    static final String RETURN_SERVICE = "ups_return_service";
    static final String NOTIFICATION_EMAIL = "ups_notification_email";
    static final String NOTIFICATIONS = "ups_notifications";
    static final String DOCUMENT_IDS = "ups_document_ids";
    static final String RESTRICTED_ARTICLES = "ups_restricted_articles";
    static final String EU_DE_MINIMIS = "ups_eu_de_minimis";
    static final String SIMPLE_RATE = "ups_simple_rate";
    static final String DECLARED_VALUE_TYPE = "ups_declared_value_type";

    /** UPS prints the return's label and sends it with the answer. */
    private static final String PRINT_RETURN_LABEL = "9";

    static UpsOptions of(ShipmentRequest request) {
        return new UpsOptions(request.options());
    }

    /** The presence flag of a switch; null where it is off. */
    @Nullable
    String flag(String name) {
        return "true".equals(given.get(name)) ? UpsParts.PRESENT : null;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    UpsParts.@Nullable Code code(String name) {
        return text(name).map(UpsParts.Code::of).orElse(null);
    }

    /** Several texts between commas. */
    List<String> texts(String name) {
        return text(name).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    /** How a return is made: a label that is printed by who gets the answer, where nothing else is asked for. */
    String returnService() {
        return text(RETURN_SERVICE).orElse(PRINT_RETURN_LABEL);
    }

    @Nullable
    RestrictedArticles restrictedArticles() {
        List<String> articles = texts(RESTRICTED_ARTICLES);
        if (articles.isEmpty()) {
            return null;
        }
        UnaryOperator<@Nullable String> named = name -> articles.contains(name) ? UpsParts.PRESENT : null;
        return new RestrictedArticles(
                named.apply("diagnostic_specimens"),
                named.apply("alcoholic_beverages"),
                named.apply("perishables"),
                named.apply("plants"),
                named.apply("seeds"),
                named.apply("special_exceptions"),
                named.apply("tobacco"),
                named.apply("e_cigarettes"));
    }
}

package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.Address;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How MyDHL is asked whether it serves an area, and how it says no. Stateless. */
final class DhlAreas {
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final Pattern NOT_UNDERSTOOD = Pattern.compile(
            "MANDATORY PARAMETER|CORRECT FORMAT|UNKNOWN PARAMETER|REQUIRED KEY|EXTRANEOUS KEY",
            Pattern.CASE_INSENSITIVE);

    private DhlAreas() {}

    /**
     * The question whether DHL picks up or delivers somewhere. Not strictly: a city in another spelling is found as well.
     *
     * @param type {@code pickup} or {@code delivery}
     */
    static CarrierRequest question(String operation, String type, Address address, CallContext call) {
        return DhlExpressDoor.headed(CarrierRequest.get(operation), call)
                .path("/address-validate")
                .query("type", type)
                .query("countryCode", address.country().orElse(""))
                .query("postalCode", DhlParties.filled(address.postalCode()))
                .query("cityName", DhlParties.filled(address.city()))
                .query("strictValidation", "false")
                .build();
    }

    /** Whether an area has the postal code that was asked for, or the city where the country has no codes. */
    static boolean isOf(DhlAddressWire.Area area, Address asked) {
        return DhlParties.filled(asked.postalCode())
                .map(code -> squeezed(code).equals(squeezed(area.postalCode())))
                .orElseGet(() -> hasCity(area, asked));
    }

    /** Whether an area has the city that was asked for. */
    static boolean hasCity(DhlAddressWire.Area area, Address asked) {
        return DhlParties.filled(asked.city())
                .filter(city -> squeezed(city).equals(squeezed(area.cityName())))
                .isPresent();
    }

    private static String squeezed(@Nullable String text) {
        return WireText.text(text).orElse("").replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** Whether a refusal says that DHL does not serve the area, and not that it did not understand the question. */
    static boolean isNotServed(CarrierException error) {
        int status = error.httpStatus().orElse(0);
        return error.code() == ErrorCode.REQUEST_REFUSED
                && (status == BAD_REQUEST || status == NOT_FOUND)
                && error.carrierText().filter(text -> !isNotUnderstood(text)).isPresent();
    }

    /** Whether a refusal speaks of the question's form. */
    static boolean isNotUnderstood(String text) {
        return NOT_UNDERSTOOD.matcher(text).find();
    }
}

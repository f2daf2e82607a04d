package com.trackingmcp.internal.engine;

import com.trackingmcp.error.ErrorDetails;
import com.trackingmcp.model.AssociatedNumber;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Location;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How many bytes of the heap a value takes, by estimate. Stateless.
 *
 * <p>Counted as a 64-bit JVM with compressed references lays objects out: a header of 12 bytes, 4 bytes a field, all
 * rounded up to 8. What values may share, such as a carrier's id, is counted each time: rather too much than too
 * little.
 */
final class HeapSize {
    private static final int HEADER = 12;
    private static final int REFERENCE = 4;
    private static final int STRING = 24;
    private static final int ARRAY_HEADER = 16;
    private static final int LIST = 48;
    private static final int DATE = 24;
    private static final int TIME_OF_DAY = 24;
    private static final int INSTANT = 24;
    private static final int DECIMAL = 40;
    private static final int DETAILS_TABLES = 256;
    private static final int FIELD = 256;

    private HeapSize() {}

    static long of(TrackingNumber number) {
        return object(6)
                + of(number.value())
                + of(number.carrier())
                + of(number.uniqueId())
                + of(number.postalCode())
                + (number.shippedOn().isPresent() ? DATE : 0);
    }

    static long of(TrackingResult result) {
        return object(28)
                + of(result.number())
                + of(result.carrier())
                + of(result.connection())
                + of(result.serviceCode())
                + of(result.serviceName())
                + of(result.carrierStatusCode())
                + of(result.carrierStatusText())
                + of(result.signedBy())
                + of(result.rawJson())
                + INSTANT
                + of(
                        result.estimatedDelivery(),
                        window -> object(3) + of(window.from(), HeapSize::of) + of(window.to(), HeapSize::of))
                + of(result.deliveredAt(), HeapSize::of)
                + of(result.origin(), HeapSize::of)
                + of(result.destination(), HeapSize::of)
                + of(result.weight(), weight -> object(2) + DECIMAL)
                + of(result.dimensions(), dimensions -> object(4) + 3 * DECIMAL)
                + of(result.events(), HeapSize::of)
                + of(result.references(), HeapSize::of)
                + of(result.associatedNumbers(), HeapSize::of)
                + of(
                        result.exceptions(),
                        exception -> object(4)
                                + of(exception.code())
                                + of(exception.reason())
                                + of(exception.action())
                                + of(exception.time(), HeapSize::of))
                + of(result.alerts(), alert -> object(2) + of(alert.code()) + of(alert.text()))
                + of(result.alternatives(), HeapSize::of);
    }

    /** Its message repeats what its details say, and more. */
    static long of(ErrorDetails details, String message) {
        return object(3)
                + object(16)
                + DETAILS_TABLES
                + of(message)
                + FIELD * (long) details.fields().size();
    }

    static long of(String text) {
        return STRING + aligned(ARRAY_HEADER + (isLatin1(text) ? text.length() : 2L * text.length()));
    }

    /** An object with so many fields of four bytes. */
    static long object(int fields) {
        return aligned(HEADER + (long) REFERENCE * fields);
    }

    private static long of(Optional<String> text) {
        return of(text, HeapSize::of);
    }

    private static long of(TrackingEvent event) {
        return object(7)
                + of(event.time(), HeapSize::of)
                + of(event.carrierStatusCode())
                + of(event.carrierStatusText())
                + of(event.reasonCode())
                + of(event.reasonText())
                + of(event.location(), HeapSize::of);
    }

    private static long of(Location location) {
        return object(5)
                + of(location.city())
                + of(location.stateOrProvince())
                + of(location.postalCode())
                + of(location.country())
                + of(location.facility());
    }

    private static long of(Reference reference) {
        return object(2) + of(reference.type()) + of(reference.value());
    }

    private static long of(AssociatedNumber associated) {
        return object(2) + of(associated.type()) + of(associated.number());
    }

    /** Offsets are few and shared by the JDK. */
    private static long of(CarrierTime time) {
        return object(3) + DATE + TIME_OF_DAY;
    }

    private static <T> long of(Optional<T> value, ToLongFunction<? super T> size) {
        return value.isPresent() ? size.applyAsLong(value.get()) : 0;
    }

    private static <T> long of(List<T> values, ToLongFunction<? super T> size) {
        if (values.isEmpty()) {
            return 0;
        }
        long sum = LIST + aligned(ARRAY_HEADER + (long) REFERENCE * values.size());
        for (T value : values) {
            sum += size.applyAsLong(value);
        }
        return sum;
    }

    private static long aligned(long bytes) {
        return (bytes + 7) & ~7L;
    }

    /** The JVM keeps a text in one byte a character where all of them fit. */
    private static boolean isLatin1(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }
}

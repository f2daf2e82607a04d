package com.trackingmcp.internal.engine;

import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.HttpTransport;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.Carrier;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Something carriers may do. Immutable.
 *
 * @param type the capability it belongs to
 * @param operation its name in log and errors, such as {@code schedule_pickup}
 * @param words the same in words that follow "does not offer"
 * @param offered whether a carrier that has the capability has this too
 */
record Verb<C extends Capability>(Class<C> type, String operation, String words, Predicate<C> offered) {
    /** What every carrier does that has the capability. */
    static <C extends Capability> Verb<C> of(Class<C> type, String operation, String words) {
        return new Verb<>(type, operation, words, any -> true);
    }

    /**
     * The connections that can: those named, or all. A connection that has the very name comes before others to its
     * carrier.
     *
     * @throws CapabilityNotSupportedException naming those that can, where none of these can
     */
    List<Carrier> able(Connections connections, Optional<String> name) {
        List<Carrier> asked = name.map(connections::exactly).orElse(connections.all());
        return connections.offering(asked, type, offered, words);
    }

    /** The capability of a carrier that can. */
    C of(Carrier carrier) {
        return carrier.capability(type).orElseThrow();
    }

    /**
     * The one connection that is to do it.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming all that {@link #errand} found
     */
    Clerk<C> only(
            Connections connections,
            HttpTransport transport,
            Optional<String> name,
            CallContext call,
            Consumer<RequestCheck> general,
            BiConsumer<C, RequestCheck> own) {
        return errand(connections, transport, name, call, general, own).accepted();
    }

    /**
     * The one connection that is to do it, and all that is missing or wrong; the carrier too, where several can and none is
     * named. Nothing is sent.
     *
     * @param general what every carrier needs
     * @param own what this carrier needs
     */
    Errand<C> errand(
            Connections connections,
            HttpTransport transport,
            Optional<String> name,
            CallContext call,
            Consumer<RequestCheck> general,
            BiConsumer<C, RequestCheck> own) {
        List<Carrier> able = able(connections, name);
        RequestCheck check = new RequestCheck();
        general.accept(check);
        Clerk<C> clerk = new Clerk<>(this, able.get(0), transport, call);
        if (able.size() == 1) {
            clerk.check(own, check);
        } else {
            check.missing("carrier", "where several can: " + ids(able));
        }
        return new Errand<>(clerk, check, able.size() == 1);
    }

    static String ids(List<Carrier> carriers) {
        return carriers.stream().map(Connections::id).sorted().collect(Collectors.joining(", "));
    }
}

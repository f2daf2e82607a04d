package com.trackingmcp.karrio;

import com.trackingmcp.spi.Capability;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a connection, or the gateway itself, can do; each is made when it is first asked for. Safe for use by many threads. */
final class KarrioOffer {
    private final Map<Class<?>, Supplier<? extends Capability>> makers = new LinkedHashMap<>();
    private final Map<Class<?>, Capability> made = new HashMap<>();

    /** Offers a capability; before it is first asked. */
    <C extends Capability> KarrioOffer with(Class<C> type, Supplier<? extends C> maker) {
        makers.put(type, maker);
        return this;
    }

    /** Offers a capability where that is so; before it is first asked. */
    <C extends Capability> KarrioOffer with(boolean offered, Class<C> type, Supplier<? extends C> maker) {
        return offered ? with(type, maker) : this;
    }

    synchronized <C extends Capability> Optional<C> capability(Class<C> type) {
        Supplier<? extends Capability> maker = makers.get(type);
        return maker == null
                ? Optional.empty()
                : Optional.of(type.cast(made.computeIfAbsent(type, first -> maker.get())));
    }
}

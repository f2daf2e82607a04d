package com.trackingmcp.spi;

/** Connects a configured carrier to the client that will use it. Called once per client, does no I/O. */
@FunctionalInterface
public interface CarrierFactory {
    /** The carrier, connected through what the client shares between its carriers. */
    Carrier connect(CarrierContext context);
}

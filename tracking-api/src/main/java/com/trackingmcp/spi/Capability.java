package com.trackingmcp.spi;

/** A group of verbs that a carrier may offer; the interfaces that extend it are listed in this package. */
public interface Capability {}

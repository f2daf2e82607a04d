package com.trackingmcp.benchmarks;

import java.net.URI;
import peerbench.Contestant;

/** DHL's unified tracking: one number a call. */
public final class OursDhl extends Ours {
    public OursDhl() {
        super(Clients.askingAnew(Clients.dhl(URI.create(Contestant.base())), Contestant.threads()), "dhl");
    }
}

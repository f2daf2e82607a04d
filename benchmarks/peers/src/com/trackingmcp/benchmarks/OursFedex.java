package com.trackingmcp.benchmarks;

import java.net.URI;
import peerbench.Contestant;

/** FedEx: 30 numbers a call. */
public final class OursFedex extends Ours {
    public OursFedex() {
        super(Clients.askingAnew(Clients.fedex(URI.create(Contestant.base())), Contestant.threads()), "fedex");
    }
}

package com.trackingmcp.benchmarks;

import java.net.URI;
import peerbench.Contestant;

/** UPS: one number a call. */
public final class OursUps extends Ours {
    public OursUps() {
        super(Clients.askingAnew(Clients.ups(URI.create(Contestant.base())), Contestant.threads()), "ups");
    }
}

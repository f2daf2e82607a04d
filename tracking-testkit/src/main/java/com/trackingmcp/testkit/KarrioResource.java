package com.trackingmcp.testkit;

/** One resource of the gateway, such as its shipments: says which of its requests it answers. */
interface KarrioResource {

    /** Enters every route of this resource; where two fit a request, the one that was entered first answers. */
    void enter(KarrioRoutes routes);
}

package com.trackingmcp.mcp.internal.confirm;

/** The names of what is done once, of three kinds that cannot be taken for each other. Stateless. */
final class Keys {
    private static final String TOKEN = "token\n";
    private static final String DEED = "deed\n";
    private static final String OWN = "own\n";

    private Keys() {}

    /** A token: each is good for one deed, whatever else the call says. */
    static String ofToken(String id) {
        return TOKEN + id;
    }

    /** What the deed itself can be done once for, such as a quote. */
    static String ofDeed(String caller, String key) {
        return DEED + caller + '\n' + key;
    }

    /** The caller's own key. */
    static String own(String caller, String key) {
        return OWN + caller + '\n' + key;
    }

    /** Why something else cannot be done under it. */
    static String conflict(String key) {
        if (key.startsWith(OWN)) {
            return "this idempotency_key was used for something else; take a new one";
        }
        return key.startsWith(TOKEN)
                ? "this confirmation_token was used for something else; begin without it"
                : "this was done before, with other arguments: repeat those to see the result, or begin anew";
    }
}

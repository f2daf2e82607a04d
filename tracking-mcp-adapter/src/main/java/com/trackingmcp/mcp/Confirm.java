package com.trackingmcp.mcp;

/** How what spends money or destroys something is confirmed before it is done. */
public enum Confirm {
    /** The person is asked through the client; where the client cannot ask, nothing is done. */
    ELICIT,
    /**
     * The person is asked through the client where it can; where it cannot, the first call answers what would be done and
     * a token, and a second call that carries the token does it. The default.
     */
    TOKEN,
    /** Nothing is asked: for trusted automation and for tests. */
    NEVER
}

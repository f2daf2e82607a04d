package com.trackingmcp;

/**
 * What a preview tells besides prices. Immutable.
 *
 * @param landedCosts whether rows that cross a customs border are told with duties and taxes
 */
public record PreviewOptions(boolean landedCosts) {
    /** Prices alone. */
    public static PreviewOptions standard() {
        return new PreviewOptions(false);
    }

    /** The same with duties and taxes of the rows that cross a customs border: one more question for each. */
    public PreviewOptions withLandedCosts() {
        return new PreviewOptions(true);
    }
}

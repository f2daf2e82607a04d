package com.trackingmcp.model;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a label should be like. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableLabelSpec.class)
@JsonDeserialize(as = ImmutableLabelSpec.class)
public interface LabelSpec {
    /** What it is sent as; a PDF where not set. */
    @Value.Default
    default LabelFormat format() {
        return LabelFormat.PDF;
    }

    /** The carrier's code of the paper, such as {@code STOCK_4X6}; four by six inches where absent. The catalogue lists them. */
    Optional<String> stock();

    /** The printer's dots per inch, for printer commands; what the carrier takes as usual where absent. */
    Optional<Integer> dpi();

    /** A label of this format, four by six inches. */
    static LabelSpec of(LabelFormat format) {
        return builder().format(format).build();
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableLabelSpec.Builder {}
}

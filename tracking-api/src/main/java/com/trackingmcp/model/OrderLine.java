package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/** One line of an order. Immutable. */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableOrderLine.class)
@JsonDeserialize(as = ImmutableOrderLine.class)
public interface OrderLine {
    /** What the server knows it by. */
    Optional<String> id();

    /** What was ordered, how often, and at which price. */
    Commodity goods();

    /** What it is called in the shop. */
    Optional<String> title();

    /** How many of it are not shipped yet. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    Optional<BigDecimal> unfulfilled();

    /** The same line with a quantity that equals what its own text reads as. */
    @Value.Check
    default OrderLine withPlainQuantity() {
        return unfulfilled()
                .filter(Decimals::isShort)
                .<OrderLine>map(units ->
                        builder().from(this).unfulfilled(units.setScale(0)).build())
                .orElse(this);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableOrderLine.Builder {}
}

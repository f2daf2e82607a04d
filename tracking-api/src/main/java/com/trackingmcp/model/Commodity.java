package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One line of goods for customs. Immutable.
 */
@Value.Immutable
@ModelStyle
@JsonSerialize(as = ImmutableCommodity.class)
@JsonDeserialize(as = ImmutableCommodity.class)
public interface Commodity {
    /** What it is, in words a customs officer understands. Required. */
    Optional<String> description();

    /** The harmonised system code, six digits or more, without dots. Advised: without it customs guess. */
    Optional<String> hsCode();

    /** Where it was made, ISO 3166-1 alpha-2. Required. */
    Optional<String> originCountry();

    /** How many units. Required. */
    @JsonFormat(shape = JsonFormat.Shape.STRING)
    Optional<BigDecimal> quantity();

    /** What a unit is, in the carrier's code; pieces where absent. */
    Optional<String> quantityUnit();

    /** The price of one unit. Required. */
    Optional<Money> unitPrice();

    /** The weight of all units of this line together. */
    Optional<Weight> weight();

    /** The seller's number of the article. */
    Optional<String> partNumber();

    /** What all units of this line are worth; empty where quantity or price is not given, or nobody could count so many. */
    @JsonIgnore
    default Optional<Money> totalValue() {
        return quantity()
                .filter(Decimals::isHeld)
                .flatMap(units -> unitPrice()
                        .filter(price -> Decimals.isHeld(price.amount().multiply(units)))
                        .map(price -> new Money(price.amount().multiply(units), price.currency())));
    }

    /** The same goods with a quantity that equals what its own text reads as. */
    @Value.Check
    default Commodity withPlainQuantity() {
        return quantity()
                .filter(Decimals::isShort)
                .<Commodity>map(units ->
                        builder().from(this).quantity(units.setScale(0)).build())
                .orElse(this);
    }

    /** Starts an empty one. */
    static Builder builder() {
        return new Builder();
    }

    /** Collects the parts of one value; not safe for use by several threads. */
    class Builder extends ImmutableCommodity.Builder {}
}

package com.trackingmcp.model;

import com.trackingmcp.error.CarrierException;
import java.util.Optional;
import java.util.function.Function;

/**
 * What became of one thing among many: a value, or why there is none. Immutable.
 *
 * @param <T> what was asked for
 */
public sealed interface Outcome<T> {
    /** It worked. */
    record Success<T>(T get) implements Outcome<T> {}

    /** It did not. */
    record Failure<T>(CarrierException error) implements Outcome<T> {}

    static <T> Outcome<T> success(T value) {
        return new Success<>(value);
    }

    static <T> Outcome<T> failure(CarrierException error) {
        return new Failure<>(error);
    }

    /** Whether it worked. */
    default boolean isSuccess() {
        return this instanceof Success<T>;
    }

    /** The value, where it worked. */
    default Optional<T> value() {
        return this instanceof Success<T> success ? Optional.of(success.get()) : Optional.empty();
    }

    /** Why not, where it did not work. */
    default Optional<CarrierException> failure() {
        return this instanceof Failure<T> failure ? Optional.of(failure.error()) : Optional.empty();
    }

    /** The value. @throws CarrierException where it did not work */
    default T orElseThrow() {
        if (this instanceof Failure<T> failure) {
            throw failure.error();
        }
        return ((Success<T>) this).get();
    }

    /** The same outcome with another value. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> change) {
        return this instanceof Failure<T> failure
                ? new Failure<>(failure.error())
                : new Success<>(change.apply(orElseThrow()));
    }
}

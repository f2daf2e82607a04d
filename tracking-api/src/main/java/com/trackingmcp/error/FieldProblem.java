package com.trackingmcp.error;

import java.io.Serializable;

/**
 * One missing or wrong field of a request. Immutable.
 *
 * @param path where it is, such as {@code recipient.postal_code}
 * @param problem what is wrong with it, in words for people
 */
public record FieldProblem(String path, String problem) implements Serializable {
    @Override
    public String toString() {
        return path + ": " + problem;
    }
}

package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.error.CarrierException;
import java.util.List;

/**
 * Something that must be there is not: thrown before anything was done, so that the person can be asked for all of it at
 * once and the call begun anew.
 */
public final class MissingArgumentsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Field> fields;
    private final CarrierException refusal;

    /**
     * What is missing.
     *
     * @param fields flat ones; where they are not, the person cannot be asked
     * @param refusal what is told where nobody can be asked
     */
    public MissingArgumentsException(List<Field> fields, CarrierException refusal) {
        super(refusal);
        this.fields = List.copyOf(fields);
        this.refusal = refusal;
    }

    List<Field> fields() {
        return fields;
    }

    CarrierException refusal() {
        return refusal;
    }
}

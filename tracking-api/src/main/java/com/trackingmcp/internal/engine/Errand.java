package com.trackingmcp.internal.engine;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.spi.Capability;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;

/**
 * What one connection is to do for one call, and all that keeps it from it. Immutable, as long as nobody adds to its check.
 *
 * @param clerk who would do it
 * @param check what was found
 * @param decided whether it is clear who would do it
 */
record Errand<C extends Capability>(Clerk<C> clerk, RequestCheck check, boolean decided) {
    /** Everything that keeps it from being done as it is; none where nothing does. */
    List<FieldProblem> problems() {
        return check.problems();
    }

    /**
     * Who does it.
     *
     * @throws com.trackingmcp.error.InvalidRequestException naming all that is missing or wrong
     */
    Clerk<C> accepted() {
        if (decided) {
            clerk.refuse(check);
        } else {
            clerk.refuseForAll(check);
        }
        return clerk;
    }
}

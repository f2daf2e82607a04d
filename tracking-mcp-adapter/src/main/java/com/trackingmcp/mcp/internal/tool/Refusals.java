package com.trackingmcp.mcp.internal.tool;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.ErrorDetails;

/** A person who does not want to go on. Stateless. */
public final class Refusals {
    private Refusals() {}

    /**
     * Throws where a person did not answer.
     *
     * @throws com.trackingmcp.error.CarrierException {@code E-4001} where the question was declined, {@code E-4002}
     *     where it was cancelled
     */
    public static void throwUnlessAccepted(Dialogue.Reply reply, String question) {
        ErrorCode code = reply.action() == Dialogue.Action.DECLINED
                ? ErrorCode.ELICITATION_DECLINED
                : ErrorCode.ELICITATION_CANCELLED;
        if (reply.action() != Dialogue.Action.ACCEPTED) {
            throw ErrorDetails.builder(code)
                    .argument("question", question.strip())
                    .toException();
        }
    }
}

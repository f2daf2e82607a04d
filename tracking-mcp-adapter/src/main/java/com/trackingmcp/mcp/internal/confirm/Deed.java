package com.trackingmcp.mcp.internal.confirm;

import com.trackingmcp.mcp.internal.tool.ToolAnswer;
import java.util.Optional;

/** Something that spends money or destroys, and is about to be done for one call. */
public interface Deed {
    /**
     * What it can be done once for, such as a quote: a second call for the same is answered as the first was. Absent
     * where nothing but a confirmation or the caller's own key tells one deed from the next.
     */
    default Optional<String> key() {
        return Optional.empty();
    }

    /**
     * What the person is asked about; asks carriers for the price where needed. Not asked for where nobody is asked, nor
     * before {@link com.trackingmcp.mcp.internal.tool.Tool#check} found nothing.
     */
    Terms terms();

    /**
     * Does it.
     *
     * @param basis as {@link Terms#basis()} told it when it was confirmed; absent where nobody was asked
     */
    ToolAnswer act(Optional<String> basis);

    /**
     * What the person agrees to.
     *
     * @param question all of it in a few lines: what is done, carrier, service, price, addresses, what cannot be undone
     * @param basis what must be the same when it is done, such as the id of the quote; travels in the token, signed
     */
    record Terms(String question, String basis) {}
}

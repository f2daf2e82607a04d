package com.trackingmcp.mcp.internal.tools;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.model.Page;
import java.util.List;
import java.util.Optional;

/** Lists told in parts: what is asked for, and how an answer says that there is more. Stateless. */
final class Paging {
    private static final int FARTHEST = 100_000;

    private Paging() {}

    /** How many are told at most. */
    static Field limit(int standard, int most) {
        return Field.whole("limit", "", 1, most).standard(standard);
    }

    /** How many are left out at the front. */
    static Field offset() {
        return Field.whole("offset", "How many to skip", 0, FARTHEST).standard(0);
    }

    /** How many there are in all. */
    static Field total() {
        return Field.count("total", "");
    }

    /** Whether there are more after those told. */
    static Field hasMore() {
        return Field.flag("has_more", "").required();
    }

    /** With which offset the next are told. */
    static Field nextOffset() {
        return Field.count("next_offset", "");
    }

    /** The part of a list that was asked for. */
    static <T> Page<T> cut(List<T> all, Arguments arguments) {
        int from = Math.min(arguments.count("offset"), all.size());
        int to = Math.min(from + arguments.count("limit"), all.size());
        return new Page<>(all.subList(from, to), from, Optional.of((long) all.size()), to < all.size());
    }

    /** Says in an answer which part it is. */
    static void put(ObjectNode json, Page<?> page) {
        page.total().ifPresent(total -> json.put("total", total));
        json.put("has_more", page.hasMore());
        if (page.hasMore()) {
            json.put("next_offset", next(page));
        }
    }

    /** The same in words; nothing where there is no more. */
    static String more(Page<?> page) {
        return page.hasMore() ? "\nThere are more: call again with offset " + next(page) + "." : "";
    }

    private static int next(Page<?> page) {
        return page.offset() + page.items().size();
    }
}

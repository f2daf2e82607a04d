package com.trackingmcp.reliability.fuzz;

import java.util.List;

/**
 * An errand, and all that was said about it from a client's first request on. Immutable.
 *
 * @param name what it is, for a person
 * @param question asks once more
 */
record Conversation(String name, Errand.Question question, List<Exchange> exchanges) {}

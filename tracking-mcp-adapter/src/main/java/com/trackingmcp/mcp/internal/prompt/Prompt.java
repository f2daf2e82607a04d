package com.trackingmcp.mcp.internal.prompt;

import java.util.List;
import java.util.Map;

/** A way of working: text that tells a model which tools to use in which order. Stateless. */
public interface Prompt {
    String name();

    String title();

    String description();

    List<Argument> arguments();

    /**
     * The text.
     *
     * @param given the arguments; those that are required are there
     */
    String text(Map<String, String> given);

    /** What an argument may be, as far as there is anything to choose from. */
    List<String> complete(String argument, String begun);

    /** What a prompt takes. */
    record Argument(String name, String description, boolean required) {}
}

package com.trackingmcp.mcp.internal.prompt;

import com.trackingmcp.mcp.internal.tool.ForeignText;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A way of working as data. Immutable.
 *
 * @param steps the text behind what is known; names our tools
 * @param choices what an argument may be, by its name and what was typed
 */
record Workflow(
        String name,
        String title,
        String description,
        List<Argument> arguments,
        String steps,
        Map<String, Function<String, List<String>>> choices)
        implements Prompt {
    Workflow {
        arguments = List.copyOf(arguments);
        choices = Map.copyOf(choices);
    }

    /** What is known first, each in one line and in quotes: it is what a person typed, and data. */
    @Override
    public String text(Map<String, String> given) {
        String known = arguments.stream()
                .filter(argument -> !given.getOrDefault(argument.name(), "").isBlank())
                .map(argument ->
                        "- " + argument.name() + ": \"" + quoted(given.getOrDefault(argument.name(), "")) + "\"")
                .collect(Collectors.joining("\n"));
        return description + (known.isEmpty() ? "" : "\n\nKnown so far, as the person typed it:\n" + known) + "\n\n"
                + steps;
    }

    private static String quoted(String text) {
        return ForeignText.of(text).replace('"', '\'');
    }

    @Override
    public List<String> complete(String argument, String begun) {
        return choices.getOrDefault(argument, typed -> List.of()).apply(begun);
    }
}

package com.trackingmcp.mcp.internal.launch;

import com.trackingmcp.mcp.Confirm;
import com.trackingmcp.mcp.Toolset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the program was told on its command line. Immutable. */
public final class Options {
    private final Map<Option, List<String>> given;

    private Options(Map<Option, List<String>> given) {
        this.given = given;
    }

    /** An option that is wrong, in words for the person who typed it. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }

    /** Reads {@code --name value} and {@code --name=value}. */
    static Options parse(String... arguments) throws UsageException {
        Map<Option, List<String>> given = new EnumMap<>(Option.class);
        for (int i = 0; i < arguments.length; i++) {
            int equals = arguments[i].indexOf('=');
            String spelling = equals < 0 ? arguments[i] : arguments[i].substring(0, equals);
            Option option =
                    Option.of(spelling).orElseThrow(() -> new UsageException("There is no option " + spelling + "."));
            String value = "";
            if (equals >= 0) {
                value = arguments[i].substring(equals + 1);
            } else if (option.takesValue() && ++i < arguments.length) {
                value = arguments[i];
            }
            if (option.takesValue() ? value.isBlank() : equals >= 0) {
                throw new UsageException(spelling + (option.takesValue() ? " needs a value." : " takes no value."));
            }
            List<String> values = given.computeIfAbsent(option, key -> new ArrayList<>());
            values.add(value);
            if (values.size() > 1 && !option.isRepeatable()) {
                throw new UsageException(spelling + " is given twice.");
            }
        }
        Options options = new Options(given);
        options.check();
        return options;
    }

    private void check() throws UsageException {
        for (Option option : given.keySet()) {
            if (option.isOfHttp() && !has(Option.HTTP)) {
                throw new UsageException(option.spelling() + " needs " + Option.HTTP.spelling() + ".");
            }
        }
        word(Option.TOOLSET, Toolset.values());
        word(Option.CONFIRM, Confirm.values());
    }

    private void word(Option option, Enum<?>... words) throws UsageException {
        Optional<String> word = value(option);
        if (word.isPresent()
                && Arrays.stream(words).noneMatch(known -> known.name().equalsIgnoreCase(word.get()))) {
            throw new UsageException(option.spelling() + " " + word.get() + ": take one of "
                    + Arrays.toString(words).toLowerCase(Locale.ROOT) + ".");
        }
    }

    /** Whether it was given. */
    public boolean has(Option option) {
        return given.containsKey(option);
    }

    /** Its value; absent where it was not given. */
    public Optional<String> value(Option option) {
        return values(option).stream().findFirst();
    }

    /** All its values. */
    public List<String> values(Option option) {
        return List.copyOf(given.getOrDefault(option, List.of()));
    }

    Toolset toolset() {
        return value(Option.TOOLSET)
                .map(word -> Toolset.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Toolset.ALL);
    }

    Confirm confirm() {
        return value(Option.CONFIRM)
                .map(word -> Confirm.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Confirm.TOKEN);
    }

    List<Path> folders() {
        return values(Option.ALLOW_DIR).stream().map(Path::of).toList();
    }
}

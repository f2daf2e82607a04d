package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What others store and send on stays readable: the names in the models' JSON, and the errors' codes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PublicJsonTest {
    private static final Path FILE = Path.of("public-json.txt");
    private static final String UPDATE = "mvn -B -ntp test -pl tracking-api -Dtest=PublicJsonTest -DupdateApi=true";

    @Test
    void the_json_of_the_models_and_the_codes_of_errors_are_those_written_down() throws IOException {
        String actual = "# The models' JSON and the errors' codes. Written by: " + UPDATE + "\n" + models() + codes();
        if (Boolean.getBoolean("updateApi")) {
            Files.writeString(FILE, actual);
        }
        assertThat(Files.readString(FILE).replace("\r\n", "\n").lines())
                .as(
                        "If the change is meant, write it down with\n  %s\nand say in CHANGELOG.md who is affected.",
                        UPDATE)
                .containsExactlyElementsOf(actual.lines().toList());
    }

    private static String models() throws IOException {
        Map<String, TreeSet<String>> models = new TreeMap<>();
        for (Object sample : ModelSamples.all().toList()) {
            TreeSet<String> names = models.computeIfAbsent(name(sample), name -> new TreeSet<>());
            names.addAll(words(sample));
            collect("", ModelJson.newMapper().readTree(ModelJson.write(sample)), names);
        }
        return models.entrySet().stream()
                .map(model -> "\n" + model.getKey() + "\n" + indented(model.getValue()))
                .collect(Collectors.joining());
    }

    /** The words of an enum, each sample of which stands for all. */
    private static TreeSet<String> words(Object sample) {
        TreeSet<String> words = new TreeSet<>();
        if (sample instanceof Enum<?> constant) {
            for (Object each : constant.getDeclaringClass().getEnumConstants()) {
                words.add(ModelJson.write(each));
            }
        }
        return words;
    }

    private static void collect(String path, JsonNode json, TreeSet<String> names) {
        if (json.isObject()) {
            json.properties().forEach(property -> collect(path + "." + property.getKey(), property.getValue(), names));
        } else if (json.isArray()) {
            json.forEach(element -> collect(path + "[]", element, names));
        } else if (!path.isEmpty()) {
            names.add(path.replaceFirst("^\\.", "") + ": "
                    + json.getNodeType().name().toLowerCase(Locale.ROOT));
        }
    }

    private static String codes() {
        return "\nErrorCode\n"
                + Arrays.stream(ErrorCode.values())
                        .map(code -> "    " + ModelJson.write(code) + " " + code + " " + code.category() + "\n")
                        .sorted()
                        .collect(Collectors.joining());
    }

    private static String indented(TreeSet<String> names) {
        return names.stream().map(name -> "    " + name + "\n").collect(Collectors.joining());
    }

    private static String name(Object sample) {
        Class<?> type = sample.getClass();
        if (sample instanceof Enum<?> constant) {
            type = constant.getDeclaringClass();
        } else if (type.getSimpleName().startsWith("Immutable")) {
            type = type.getInterfaces()[0];
        }
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }
}

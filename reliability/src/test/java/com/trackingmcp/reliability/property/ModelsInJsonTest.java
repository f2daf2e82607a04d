package com.trackingmcp.reliability.property;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.ModelJson;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Page;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every model, as chance fills it. System properties: {@code reliability.seed} and {@code reliability.tries} for each. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ModelsInJsonTest {
    private static final long SEED = Long.getLong("reliability.seed", 20261122);
    private static final int TRIES = Integer.getInteger("reliability.tries", 10);

    /** An outcome holds an exception, which no JSON gives back; a page is of any type. */
    private static final Set<Class<?>> NOT_STORED = Set.of(Outcome.class, Page.class, ModelJson.class);

    @ParameterizedTest
    @MethodSource("models")
    void comes_back_from_its_json_as_it_was(Class<?> model) {
        for (int i = 0; i < TRIES; i++) {
            long seed = SEED + i;
            Object made = new ModelMaker(seed).make(model);
            String json = ModelJson.write(made);
            Object read = ModelJson.read(json, model);
            assertThat(read).as("seed %d: %s", seed, json).isEqualTo(made).hasSameHashCodeAs(made);
        }
    }

    @Test
    void all_models_are_tried() throws Exception {
        System.out.println("models in JSON: " + models().size() + " models, " + TRIES + " of each, seed " + SEED);
        assertThat(models()).hasSizeGreaterThan(90);
    }

    /** Every public type of the package that is not the builder of another, by its class file. */
    static List<Class<?>> models() throws IOException, URISyntaxException, ClassNotFoundException {
        Path source = Path.of(ModelJson.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (Files.isDirectory(source)) {
            return models(source.resolve("com/trackingmcp/model"));
        }
        try (FileSystem jar = FileSystems.newFileSystem(URI.create("jar:" + source.toUri()), Map.of())) {
            return models(jar.getPath("/com/trackingmcp/model"));
        }
    }

    private static List<Class<?>> models(Path folder) throws IOException, ClassNotFoundException {
        List<Class<?>> models = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                if (!name.contains("$") && !name.equals("package-info")) {
                    Class<?> type = Class.forName("com.trackingmcp.model." + name);
                    if (Modifier.isPublic(type.getModifiers()) && !NOT_STORED.contains(type)) {
                        models.add(type);
                    }
                }
            }
        }
        return models;
    }
}

package com.trackingmcp.verification.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compiles every block of Java in the documentation: a reader copies it, so it must be true. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentedCodeTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** What a reader brings along: the names the blocks use without declaring them. */
    private static final String AROUND = """
            import com.trackingmcp.*;
            import com.trackingmcp.dhl.*;
            import com.trackingmcp.error.*;
            import com.trackingmcp.fedex.*;
            import com.trackingmcp.model.*;
            import com.trackingmcp.observe.*;
            import com.trackingmcp.spi.*;
            import com.trackingmcp.testkit.*;
            import com.trackingmcp.ups.*;
            import static com.trackingmcp.model.TrackingStatus.*;
            import static com.trackingmcp.model.Dimensions.Unit.CM;
            import static com.trackingmcp.model.Weight.Unit.KG;
            import static org.assertj.core.api.Assertions.assertThat;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            %s
            abstract class Block%d {
                Collection<String> numbers;
                String id, secret, id2, secret2;
                Address warehouse, customer;
                ShipmentRequest order;
                List<ShipmentRequest> orders;
                LocalDate today;
                byte[] pdf, body;
                Map<String, List<String>> headers;
                Path file;
                abstract void save(TrackingResult parcel);
                abstract void log(CarrierException error);
                void block(%s) throws Exception {
                    %s
                }
            }
            """;

    @TempDir
    private Path classes;

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "tracking-testkit/README.md"})
    void every_block_of_java_compiles(String document) throws IOException {
        List<String> blocks = blocks(Path.of("..", document));
        assertThat(blocks).isNotEmpty();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        for (int i = 0; i < blocks.size(); i++) {
            StringWriter problems = new StringWriter();
            List<String> options =
                    List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path"));
            boolean compiled = compiler.getTask(problems, null, null, options, null, List.of(source(blocks.get(i), i)))
                    .call();
            assertThat(compiled)
                    .as("%s, block %d: %s", document, i + 1, problems)
                    .isTrue();
        }
    }

    private static List<String> blocks(Path document) throws IOException {
        Matcher matcher = BLOCK.matcher(Files.readString(document));
        List<String> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static SimpleJavaFileObject source(String block, int number) {
        String imports =
                block.lines().filter(line -> line.startsWith("import ")).collect(Collectors.joining("\n"));
        String code = block.lines().filter(line -> !line.startsWith("import ")).collect(Collectors.joining("\n"));
        String given = code.contains("TrackingClient client =") ? "" : "TrackingClient client";
        String text = AROUND.formatted(imports, number, given, code);
        return new SimpleJavaFileObject(
                URI.create("string:///Block" + number + ".java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }
}

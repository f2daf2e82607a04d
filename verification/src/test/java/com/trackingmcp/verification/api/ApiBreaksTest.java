package com.trackingmcp.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks callers or authors of carriers changes the listing; what they cannot see does not. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ApiBreaksTest {
    private static final String BREAKS = """
        a method is removed                  | class A { public void x() {} public void y() {} }       | class A { public void x() {} }
        a method is hidden                   | class A { public void x() {} }                          | class A { void x() {} }
        a method takes something else        | class A { public void x(int i) {} }                     | class A { public void x(long i) {} }
        a method answers something else      | class A { public Integer x() { return 1; } }            | class A { public Number x() { return 1; } }
        a method throws something new        | class A { public void x() {} }                          | class A { public void x() throws Exception {} }
        a method may no longer be overridden | class A { public void x() {} }                          | class A { public final void x() {} }
        a method is static no more           | class A { public static void x() {} }                   | class A { public void x() {} }
        an SPI gets a method to implement    | interface A { void x(); }                               | interface A { void x(); void y(); }
        an SPI loses its standard answer     | interface A { default int x() { return 1; } }           | interface A { int x(); }
        an SPI gets one from a hidden parent | interface A extends H { } interface H { }               | interface A extends H { } interface H { void y(); }
        a parameter must not be null         | class A { public void x(@Nullable String s) {} }        | class A { public void x(String s) {} }
        an answer may be null                | interface A { String x(); }                             | interface A { @Nullable String x(); }
        an element of an answer may be null  | interface A { List<String> x(); }                       | interface A { List<@Nullable String> x(); }
        an array's element may be null       | interface A { String[] x(); }                           | interface A { @Nullable String[] x(); }
        a bound may be null                  | interface A<T> { }                                      | interface A<T extends @Nullable Object> { }
        a type gets another bound            | interface A<T> { }                                      | interface A<T extends Number> { }
        an enum loses a constant             | enum A { X, Y }                                         | enum A { X }
        an enum gets a constant              | enum A { X, Y }                                         | enum A { X, Y, Z }
        an enum changes its order            | enum A { X, Y }                                         | enum A { Y, X }
        a constant has another value         | class A { public static final int X = 1; }              | class A { public static final int X = 2; }
        a constant text has another value    | class A { public static final String X = "a"; }         | class A { public static final String X = "b"; }
        a record gets a component            | record A(int x) { }                                     | record A(int x, int y) { }
        a record's components change places  | record A(int x, int y) { }                              | record A(int y, int x) { }
        a class is final now                 | class A { }                                             | final class A { }
        a class is abstract now              | class A { }                                             | abstract class A { }
        a class can no longer be made        | class A { public A() {} }                               | class A { private A() {} }
        a class has another parent           | class A extends Exception { }                           | class A extends RuntimeException { }
        a class implements less              | class A implements Runnable { public void run() {} }    | class A { public void run() {} }
        a closed type takes in another       | sealed interface A { record B() implements A {} }       | sealed interface A { record B() implements A {} record C() implements A {} }
        a closed type takes in a hidden one  | sealed interface A permits H { } final class H implements A { } | sealed interface A permits H, I { } final class H implements A { } final class I implements A { }
        an annotation's default changes      | @interface A { int x() default 1; }                     | @interface A { int x() default 2; }
        an annotation's default goes         | @interface A { int x() default 1; }                     | @interface A { int x(); }
        something is deprecated              | class A { public void x() {} }                          | class A { @Deprecated public void x() {} }
        something deprecated is to go        | class A { @Deprecated public void x() {} }              | class A { @Deprecated(forRemoval = true) public void x() {} }
        a lambda is promised no more         | @FunctionalInterface interface A { void x(); }          | interface A { void x(); }
            """;
    private static final String NO_BREAKS = """
        a method does something else         | class A { public int x() { return 1; } }                | class A { public int x() { return 2; } }
        a hidden method comes                | class A { }                                             | class A { private void x() {} }
        members change places                | class A { public void x() {} public void y() {} }       | class A { public void y() {} public void x() {} }
        a hidden type comes                  | class A { }                                             | class A { } class B { public void x() {} }
        what every object has is written out | class A { }                                             | class A { @Override public String toString() { return ""; } }
            """;

    @TempDir
    private static Path folder;

    /** All of them at once: the compiler is slow to start. */
    @BeforeAll
    static void compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter words = new StringWriter();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            List<Path> sources = new ArrayList<>();
            for (Change change : Stream.concat(breaks(), others()).toList()) {
                sources.add(source(change.before, change.packageBefore()));
                sources.add(source(change.after, change.packageAfter()));
            }
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-nowarn");
            boolean done = compiler.getTask(
                            words, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(done).as(words.toString()).isTrue();
        }
    }

    static Stream<Change> breaks() {
        return changes("breaks", BREAKS);
    }

    static Stream<Change> others() {
        return changes("others", NO_BREAKS);
    }

    @ParameterizedTest
    @MethodSource("breaks")
    void a_break_is_seen(Change change) throws Exception {
        assertThat(listing(change.packageAfter())).isNotEqualTo(listing(change.packageBefore()));
    }

    @ParameterizedTest
    @MethodSource("others")
    void what_nobody_can_see_is_not(Change change) throws Exception {
        assertThat(listing(change.packageAfter()))
                .isEqualTo(listing(change.packageBefore()))
                .contains("A");
    }

    private static Stream<Change> changes(String kind, String table) {
        List<String> rows = table.lines().toList();
        return Stream.iterate(0, row -> row < rows.size(), row -> row + 1).map(row -> {
            String[] cells = rows.get(row).split(" \\| ");
            return new Change(kind + row, cells[0].strip(), cells[1].strip(), cells[2].strip());
        });
    }

    private static String listing(String name) throws Exception {
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, ApiBreaksTest.class.getClassLoader());
                Stream<Path> files = Files.list(folder.resolve(name))) {
            List<Class<?>> types = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".class")).toList()) {
                String type = file.getFileName().toString().replace(".class", "");
                types.add(Class.forName(name + "." + type, false, loader));
            }
            return ApiListing.of(types).replace(name + ".", "");
        }
    }

    /** The first type of a source is public. */
    private static Path source(String types, String name) throws IOException {
        String open = types.replaceFirst("(?=((sealed|final|abstract) )?(class|@?interface|enum|record) )", "public ");
        Path file = Files.createDirectories(folder.resolve(name)).resolve("A.java");
        return Files.writeString(
                file, "package " + name + "; import java.util.List; import org.jspecify.annotations.Nullable; " + open);
    }

    private record Change(String id, String what, String before, String after) {
        String packageBefore() {
            return id + "before";
        }

        String packageAfter() {
            return id + "after";
        }

        @Override
        public String toString() {
            return what;
        }
    }
}

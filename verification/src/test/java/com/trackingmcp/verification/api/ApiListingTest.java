package com.trackingmcp.verification.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Public, because a listing leaves out what is nested in a hidden type. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public class ApiListingTest {
    private static final String HERE = ApiListingTest.class.getName() + ".";

    @Test
    void an_interface_lists_its_methods_with_generics_and_failures() {
        assertThat(listing(Door.class)).isEqualTo("""
                        public static interface Door<T extends Number> extends java.util.function.Supplier<T>
                            @Deprecated public default void old()
                            public <C extends Exception> java.util.Optional<C> find(Class<C>, @Nullable String) throws java.io.IOException
                            public static Door<Integer> open(String...)
                        """);
    }

    @Test
    void a_class_lists_what_its_hidden_parent_lends_it() {
        assertThat(listing(Builder.class)).isEqualTo("""
                        public static final class Builder implements Runnable
                            protected Builder(int)
                            public Builder own()
                            public final Builder lent(java.util.List<String>)
                            public void run()
                        """);
    }

    @Test
    void an_enum_lists_its_constants_in_order_and_a_record_its_components() {
        assertThat(listing(Light.class)).isEqualTo("""
                        public static enum Light
                            RED
                            GREEN
                            public boolean go()
                        """);
        assertThat(listing(Pair.class)).isEqualTo("""
                        public static record Pair(String left, @Nullable String right)
                            public boolean isEven()
                        """);
    }

    @Test
    void hidden_types_are_left_out() {
        assertThat(ApiListing.of(List.of(HiddenParent.class, HiddenParent.NestedInHidden.class)))
                .isEmpty();
    }

    @Test
    void a_difference_names_the_member_and_its_type() {
        String before = "public class a.B\n    public int x()\n    public int y()\n";
        String after = "public class a.B\n    public int y()\n    public long x()\n";

        assertThat(ApiDifference.between(before, after)).contains("- a.B > public int x()\n+ a.B > public long x()");
        assertThat(ApiDifference.between(before, before)).isEmpty();
    }

    private static String listing(Class<?> type) {
        return ApiListing.of(List.of(type)).replace(HERE, "");
    }

    public interface Door<T extends Number> extends Supplier<T> {
        <C extends Exception> Optional<C> find(Class<C> type, @Nullable String name) throws IOException;

        @Deprecated
        default void old() {}

        static Door<Integer> open(String... words) {
            return new Door<>() {
                @Override
                public <C extends Exception> Optional<C> find(Class<C> type, @Nullable String name) {
                    return Optional.empty();
                }

                @Override
                public Integer get() {
                    return words.length;
                }
            };
        }
    }

    static class HiddenParent {
        public final Builder lent(List<String> values) {
            return new Builder(values.size());
        }

        void hidden() {}

        public static class NestedInHidden {}
    }

    public static final class Builder extends HiddenParent implements Runnable {
        protected Builder(int size) {}

        public Builder own() {
            return this;
        }

        @Override
        public void run() {}

        private void secret() {}
    }

    public enum Light {
        RED,
        GREEN;

        public boolean go() {
            return this == GREEN;
        }
    }

    public record Pair(String left, @Nullable String right) {
        public boolean isEven() {
            return left.equals(right);
        }

        @Override
        public String toString() {
            return left;
        }
    }
}

package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.CachePolicy;
import com.trackingmcp.model.TrackingStatus;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who wants no cache needs no Caffeine: not its classes, not its start-up time. */
class CacheOffTest {
    private final ClassLoader withoutCaffeine = new WithoutCaffeine();

    @Test
    void withoutACacheNoClassOfCaffeineIsLoaded() throws Exception {
        assertThat(run(Off.class)).isEqualTo("no cache");
    }

    @Test
    void aPolicyNeedsNoCaffeine() throws Exception {
        assertThat(run(Policies.class)).isEqualTo("PT24H");
    }

    @Test
    void withACacheItIs() {
        assertThatThrownBy(() -> run(On.class))
                .isInstanceOf(InvocationTargetException.class)
                .hasRootCauseInstanceOf(ClassNotFoundException.class)
                .rootCause()
                .hasMessageContaining("caffeine");
    }

    private Object run(Class<?> type) throws Exception {
        Class<?> reloaded = withoutCaffeine.loadClass(type.getName());
        assertThat(reloaded).isNotSameAs(type);
        Object task = reloaded.getDeclaredConstructor().newInstance();
        return reloaded.getMethod("get").invoke(task);
    }

    /** What the client does: it decides by the policy whether its engine gets a cache. */
    static final class Holder {
        private final @Nullable ResultCache cache;

        Holder(CachePolicy policy) {
            this.cache = policy.isOff() ? null : new ResultCache(policy, Clock.systemUTC());
        }

        String state() {
            return cache == null ? "no cache" : cache.stats().toString();
        }
    }

    public static final class Off implements Supplier<String> {
        public Off() {}

        @Override
        public String get() {
            return new Holder(CachePolicy.off()).state();
        }
    }

    public static final class On implements Supplier<String> {
        public On() {}

        @Override
        public String get() {
            return new Holder(CachePolicy.standard()).state();
        }
    }

    public static final class Policies implements Supplier<String> {
        public Policies() {}

        @Override
        public String get() {
            return CachePolicy.standard().timeToLive(TrackingStatus.DELIVERED).toString();
        }
    }

    /** Loads this library's classes itself, so that what they need is asked of it; knows no Caffeine. */
    private static final class WithoutCaffeine extends ClassLoader {
        WithoutCaffeine() {
            super(CacheOffTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.github.benmanes.caffeine.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("com.trackingmcp.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded != null ? loaded : own(name);
            }
        }

        private Class<?> own(String name) throws ClassNotFoundException {
            try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = file.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}

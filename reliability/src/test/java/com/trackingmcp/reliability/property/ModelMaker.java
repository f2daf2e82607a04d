package com.trackingmcp.reliability.property;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Makes any value of the model's types by chance, through the builder or constructor callers use. For one thread. */
final class ModelMaker {
    private static final int MOST_TRIES = 200;
    private static final int DEEPEST = 4;
    private static final String SIGNS = "aZ09 -_/\\\"'<>&\t\n\u0000\u007f\u00e9\u00df\u4e2d\u0416\u200f\ud83d\udce6";
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "BHD", "XXX", "CLF");
    private static final List<String> COUNTRIES = List.of("US", "DE", "CA", "NL");

    private static final Map<Class<?>, List<Method>> SETTERS = new ConcurrentHashMap<>();

    private final Random random;
    private int depth;

    ModelMaker(long seed) {
        this.random = new Random(seed);
    }

    /** One that is as the type demands. */
    Object make(Class<?> type) {
        return make(type, "");
    }

    /** The type forbids what chance chose. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(Throwable cause) {
            super(cause);
        }
    }

    /** In parts: what is refused in a large value is made again there, not as a whole. */
    private Object make(Type type, String name) {
        Refused last = null;
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return made(type, name);
            } catch (Refused refused) {
                // chance chose what the type forbids
                last = refused;
            }
        }
        throw new IllegalStateException("no " + type + " in " + MOST_TRIES + " tries", last);
    }

    private Object made(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic, name);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class || plain == Object.class) {
            return text(name);
        }
        if (plain.isEnum()) {
            return one(Arrays.asList(plain.getEnumConstants()));
        }
        if (plain == byte[].class) {
            byte[] bytes = new byte[random.nextInt(5)];
            random.nextBytes(bytes);
            return bytes;
        }
        Optional<Object> simple = number(plain, name).or(() -> time(plain));
        return simple.orElseGet(() -> plain.isRecord() ? ofRecord(plain) : built(plain));
    }

    private Object generic(ParameterizedType type, String name) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        int size = depth > DEEPEST ? 0 : random.nextInt(3);
        if (raw == Optional.class) {
            // deep inside mostly not, so that it ends
            boolean present = depth > DEEPEST ? random.nextInt(8) == 0 : random.nextInt(3) > 0;
            return present ? Optional.of(make(of[0], name)) : Optional.empty();
        }
        if (Map.class.isAssignableFrom(raw)) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(make(of[0], ""), make(of[1], ""));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(make(of[0], name));
        }
        return Set.class.isAssignableFrom(raw) ? new LinkedHashSet<>(list) : list;
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    private String text(String name) {
        String of = name.toLowerCase(Locale.ROOT);
        if (of.contains("country")) {
            return one(COUNTRIES);
        }
        if (of.equals("currency")) {
            return one(CURRENCIES);
        }
        if (of.equals("value") || of.contains("number") && random.nextBoolean()) {
            return "1Z" + (100_000 + random.nextInt(900_000));
        }
        StringBuilder text = new StringBuilder();
        int[] signs = SIGNS.codePoints().toArray();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.appendCodePoint(signs[random.nextInt(signs.length)]);
        }
        return text.toString();
    }

    private Optional<Object> number(Class<?> type, String name) {
        if (type == boolean.class || type == Boolean.class) {
            return Optional.of(random.nextBoolean());
        }
        if (type == int.class || type == Integer.class) {
            return Optional.of(random.nextInt(5) == 0 ? random.nextInt() : random.nextInt(10));
        }
        if (type == long.class || type == Long.class) {
            return Optional.of(random.nextLong());
        }
        if (type == BigDecimal.class) {
            int scale = random.nextInt(5) == 0 ? random.nextInt(60) - 20 : random.nextInt(4);
            return Optional.of(
                    BigDecimal.valueOf(random.nextInt(200_000) - (random.nextInt(4) == 0 ? 100_000 : 0), scale));
        }
        if (type == Currency.class) {
            return Optional.of(Currency.getInstance(one(CURRENCIES)));
        }
        if (type == URI.class) {
            return Optional.of(URI.create("https://shop.example.com/" + random.nextInt(1_000) + "?q=%20" + name));
        }
        return Optional.empty();
    }

    private Optional<Object> time(Class<?> type) {
        LocalDate day = LocalDate.of(1970, 1, 1).plusDays(random.nextInt(40_000));
        LocalTime hour =
                LocalTime.ofNanoOfDay(random.nextLong(86_400_000_000_000L)).withNano(one(List.of(0, 1_000_000, 1)));
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((random.nextInt(97) - 48) * 15 * 60);
        if (type == LocalDate.class) {
            return Optional.of(day);
        } else if (type == LocalTime.class) {
            return Optional.of(hour);
        } else if (type == LocalDateTime.class) {
            return Optional.of(day.atTime(hour));
        } else if (type == OffsetDateTime.class) {
            return Optional.of(day.atTime(hour).atOffset(offset));
        } else if (type == Instant.class) {
            return Optional.of(day.atTime(hour).toInstant(offset));
        } else if (type == Duration.class) {
            return Optional.of(Duration.ofMillis(random.nextInt(1_000_000)));
        }
        return Optional.empty();
    }

    private Object ofRecord(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = new Object[components.length];
        depth++;
        try {
            for (int i = 0; i < values.length; i++) {
                values[i] = make(components[i].getGenericType(), components[i].getName());
            }
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw failed(e);
        } finally {
            depth--;
        }
    }

    /** By its builder, or where it has none by one of the methods that make one of a time. */
    private Object built(Class<?> type) {
        depth++;
        try {
            List<Method> makers = Arrays.stream(type.getDeclaredMethods())
                    .filter(method -> Modifier.isStatic(method.getModifiers())
                            && Modifier.isPublic(method.getModifiers())
                            && method.getReturnType() == type
                            && !method.getName().equals("parse"))
                    .sorted(Comparator.comparing(Method::toString))
                    .toList();
            boolean hasBuilder = Arrays.stream(type.getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("builder"));
            if (!hasBuilder) {
                Method maker = one(makers);
                Object[] values = Arrays.stream(maker.getGenericParameterTypes())
                        .map(parameter -> make(parameter, ""))
                        .toArray();
                return maker.invoke(null, values);
            }
            Object builder = type.getMethod("builder").invoke(null);
            for (Method setter : SETTERS.computeIfAbsent(type, any -> setters(type, builder))) {
                setter.setAccessible(true);
                setter.invoke(builder, make(valueOf(setter, type), setter.getName()));
            }
            Method build = builder.getClass().getMethod("build");
            build.setAccessible(true);
            return build.invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw failed(e);
        } finally {
            depth--;
        }
    }

    /** The one of each property that takes all of it, in an order that is always the same. */
    private static List<Method> setters(Class<?> type, Object builder) {
        Map<String, Method> setters = new TreeMap<>();
        for (Method method : builder.getClass().getMethods()) {
            boolean sets = method.getParameterCount() == 1
                    && method.getReturnType().isInstance(builder)
                    && isProperty(type, method)
                    && !method.isBridge();
            Method before = setters.get(method.getName());
            if (sets && (before == null || method.getParameterTypes()[0] == Optional.class)) {
                setters.put(method.getName(), method);
            }
        }
        return List.copyOf(setters.values());
    }

    /** Not one that adds a part to it, nor one that copies another value. */
    private static boolean isProperty(Class<?> type, Method method) {
        boolean copies = method.getParameterTypes()[0] == type;
        return !copies
                && Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(accessor ->
                                accessor.getName().equals(method.getName()) && accessor.getParameterCount() == 0);
    }

    /** What the property is: the builder takes less precise types. */
    private static Type valueOf(Method setter, Class<?> type) throws NoSuchMethodException {
        Method accessor = type.getDeclaredMethod(setter.getName());
        return accessor.getGenericReturnType();
    }

    private static RuntimeException failed(ReflectiveOperationException e) {
        Throwable cause = e instanceof InvocationTargetException ? e.getCause() : e;
        return cause instanceof RuntimeException ? new Refused(cause) : new IllegalStateException(e);
    }
}

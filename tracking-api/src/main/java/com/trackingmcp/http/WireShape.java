package com.trackingmcp.http;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record of a carrier's wire format, looked into once and kept with its class. Immutable. */
final class WireShape {
    private static final ClassValue<WireShape> SHAPES = new ClassValue<>() {
        @Override
        protected WireShape computeValue(Class<?> type) {
            return new WireShape(type);
        }
    };

    private final Map<String, Part> parts = new HashMap<>();
    private final Constructor<?> constructor;
    private final int size;

    private WireShape(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException("Not a record: " + type.getName());
        }
        RecordComponent[] components = type.getRecordComponents();
        size = components.length;
        Class<?>[] types = new Class<?>[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            parts.put(fieldName(components[i]), new Part(i, components[i]));
        }
        try {
            constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The shape of a record.
     *
     * @throws IllegalArgumentException where the type is no record, or has a component that cannot be read
     */
    static WireShape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** Names that Java keeps for itself have an underscore at their end: {@code package_}. */
    static String fieldName(RecordComponent component) {
        String name = component.getName();
        return name.endsWith("_") ? name.substring(0, name.length() - 1) : name;
    }

    /** How many components it has. */
    int size() {
        return size;
    }

    /** The component that holds a field; null where there is none. */
    @Nullable
    Part part(String field) {
        return parts.get(field);
    }

    Object make(@Nullable Object[] components) {
        try {
            return constructor.newInstance(components);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Not made: " + constructor.getDeclaringClass(), e);
        }
    }

    /** What a value is read as. */
    enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        WORD,
        RECORD,
        LIST,
        /** Whatever there is: a text, a flag, a list or a map. */
        ANY
    }

    /** One component: where it stands, what it is, and what its elements are where it is a list. */
    static final class Part {
        final int index;
        final Kind kind;
        final Class<?> type;
        final @Nullable Part element;
        private @Nullable WireShape shape;

        static final Part ANY = new Part(Object.class);

        /** A value of that type, in no component. */
        static Part of(Class<?> type) {
            return new Part(type);
        }

        /** The shape of the record it is; looked up once, or by several threads at the same time. */
        WireShape shape() {
            WireShape known = shape;
            if (known == null) {
                known = WireShape.of(type);
                shape = known;
            }
            return known;
        }

        private Part(int index, RecordComponent component) {
            this.index = index;
            this.type = component.getType();
            this.kind = kind(type);
            this.element = kind == Kind.LIST ? new Part(elementType(component.getGenericType())) : null;
        }

        private Part(Class<?> type) {
            this.index = -1;
            this.type = type;
            this.kind = kind(type);
            this.element = null;
        }

        private static Class<?> elementType(Type list) {
            Type element = ((ParameterizedType) list).getActualTypeArguments()[0];
            if (element instanceof Class<?> type && type != List.class) {
                return type;
            }
            throw new IllegalArgumentException("Not a list of records or plain values: " + list);
        }

        private static Kind kind(Class<?> type) {
            if (type == String.class) {
                return Kind.TEXT;
            }
            if (type == List.class) {
                return Kind.LIST;
            }
            if (type.isRecord()) {
                return Kind.RECORD;
            }
            if (type == Boolean.class) {
                return Kind.FLAG;
            }
            if (type == Integer.class) {
                return Kind.INTEGER;
            }
            if (type == BigDecimal.class) {
                return Kind.DECIMAL;
            }
            if (type.isEnum()) {
                return Kind.WORD;
            }
            if (type == Object.class) {
                return Kind.ANY;
            }
            throw new IllegalArgumentException("Not a type that an answer is read as: " + type.getName());
        }
    }
}

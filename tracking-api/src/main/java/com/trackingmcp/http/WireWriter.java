package com.trackingmcp.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes request bodies: records, maps, lists, texts, numbers, flags and words. Stateless. */
final class WireWriter {
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private WireWriter() {}

    /** A component of a record, and the field it is written as. */
    private record Field(String name, Method accessor) {
        static Field of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Field(WireShape.fieldName(component), accessor);
        }

        @Nullable
        Object of(Object value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("Not readable: " + accessor, e);
            }
        }
    }

    /** One value; the components of a record that are null are left out. */
    static void write(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value instanceof Record) {
            writeRecord(value, out);
        } else if (value instanceof Collection<?> elements) {
            out.writeStartArray();
            for (Object element : elements) {
                write(element, out);
            }
            out.writeEndArray();
        } else if (value instanceof Map<?, ?> members) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.writeFieldName(String.valueOf(member.getKey()));
                write(member.getValue(), out);
            }
            out.writeEndObject();
        } else {
            writeScalar(value, out);
        }
    }

    private static void writeRecord(Object value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Field field : FIELDS.get(value.getClass())) {
            Object component = field.of(value);
            if (component != null) {
                out.writeFieldName(field.name());
                write(component, out);
            }
        }
        out.writeEndObject();
    }

    private static void writeScalar(@Nullable Object value, JsonGenerator out) throws IOException {
        if (value == null) {
            out.writeNull();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Enum<?> word) {
            out.writeString(word.name());
        } else if (value instanceof Boolean flag) {
            out.writeBoolean(flag);
        } else if (value instanceof BigDecimal exact) {
            out.writeNumber(exact.toPlainString());
        } else if (value instanceof Number) {
            out.writeNumber(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "Not for a request body: " + value.getClass().getName());
        }
    }
}

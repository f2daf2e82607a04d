package com.trackingmcp.verification.api;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words of a listing for what is beside names and types: nullness, deprecation, values. Stateless. */
final class ApiText {
    private ApiText() {}

    /** Whether it may be null, and which of its parts may be: {@code @Nullable(0.1)} is the second part of the first. */
    static String nullness(AnnotatedType type) {
        List<String> places = new ArrayList<>();
        collect(type, "", places);
        StringBuilder words = new StringBuilder();
        for (String place : places) {
            words.append(place.isEmpty() ? "@Nullable " : "@Nullable(" + place + ") ");
        }
        return words.toString();
    }

    private static void collect(AnnotatedType type, String place, List<String> places) {
        if (type.isAnnotationPresent(Nullable.class)) {
            places.add(place);
        }
        int part = 0;
        for (AnnotatedType each : parts(type).toList()) {
            collect(each, place.isEmpty() ? "" + part : place + "." + part, places);
            part++;
        }
    }

    private static Stream<AnnotatedType> parts(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            return Arrays.stream(parameterized.getAnnotatedActualTypeArguments());
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return Stream.concat(
                    Arrays.stream(wildcard.getAnnotatedLowerBounds()),
                    Arrays.stream(wildcard.getAnnotatedUpperBounds()));
        }
        return type instanceof AnnotatedArrayType array
                ? Stream.of(array.getAnnotatedGenericComponentType())
                : Stream.empty();
    }

    static String deprecation(AnnotatedElement element) {
        Deprecated deprecated = element.getAnnotation(Deprecated.class);
        if (deprecated == null) {
            return "";
        }
        return deprecated.forRemoval() ? "@Deprecated(forRemoval) " : "@Deprecated ";
    }

    static String defaultValue(Method method) {
        Object value = method.getDefaultValue();
        return value == null ? "" : " default " + (value instanceof Object[] many ? Arrays.toString(many) : value);
    }

    /** A number or a text that compilers copy into their callers. */
    static String constantValue(Field field) {
        boolean copied = Modifier.isStatic(field.getModifiers())
                && Modifier.isFinal(field.getModifiers())
                && (field.getType().isPrimitive() || field.getType() == String.class);
        if (!copied) {
            return "";
        }
        try {
            field.setAccessible(true);
            return " = " + field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

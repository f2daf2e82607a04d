package com.trackingmcp.verification.api;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what callers can see of types as text that depends on nothing but the types: one line for a type, an indented
 * line for each member, sorted. Stateless.
 *
 * <p>Members that a hidden superclass lends to a visible type are the visible type's.
 */
final class ApiListing {
    private static final Pattern JAVA_LANG = Pattern.compile("\\bjava\\.lang\\.(?=[A-Z])");

    private ApiListing() {}

    /** The listing of those of the types that callers can see. */
    static String of(Collection<Class<?>> types) {
        return types.stream()
                .filter(ApiListing::isVisible)
                .sorted(Comparator.comparing(Class::getName))
                .map(ApiListing::section)
                .collect(Collectors.joining("\n"));
    }

    private static String section(Class<?> type) {
        List<String> lines = new ArrayList<>();
        lines.add(header(type));
        if (type.isEnum()) {
            Arrays.stream(type.getFields())
                    .filter(Field::isEnumConstant)
                    .forEach(constant -> lines.add("    " + deprecated(constant) + constant.getName()));
        }
        members(type).forEach(member -> lines.add("    " + member));
        return String.join("\n", lines) + "\n";
    }

    private static String header(Class<?> type) {
        List<String> words = new ArrayList<>(modifiers(type.getModifiers(), type));
        if (type.isSealed()) {
            words.add("sealed");
        }
        words.add(kind(type));
        StringBuilder header = new StringBuilder(deprecated(type))
                .append(type.isAnnotationPresent(FunctionalInterface.class) ? "@FunctionalInterface " : "")
                .append(String.join(" ", words))
                .append(' ')
                .append(type.getCanonicalName())
                .append(variables(type.getTypeParameters()));
        if (type.isRecord()) {
            header.append(Arrays.stream(type.getRecordComponents())
                    .map(ApiListing::component)
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        supertype(type).ifPresent(name -> header.append(" extends ").append(name));
        String interfaces = Arrays.stream(type.getGenericInterfaces())
                .filter(each -> isVisible(raw(each)))
                .map(ApiListing::name)
                .collect(Collectors.joining(", "));
        if (!interfaces.isEmpty() && !type.isAnnotation()) {
            header.append(type.isInterface() ? " extends " : " implements ").append(interfaces);
        }
        if (type.isSealed()) {
            header.append(Arrays.stream(type.getPermittedSubclasses())
                    .map(each -> isVisible(each) ? name(each) : "a hidden type")
                    .collect(Collectors.joining(", ", " permits ", "")));
        }
        return header.toString();
    }

    private static String kind(Class<?> type) {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        if (type.isEnum()) {
            return "enum";
        }
        return type.isRecord() ? "record" : "class";
    }

    private static Optional<String> supertype(Class<?> type) {
        boolean implied = type.isInterface() || type.isEnum() || type.isRecord();
        Type parent = type.getGenericSuperclass();
        Class<?> visible = type.getSuperclass();
        while (visible != null && !isVisible(visible)) {
            parent = visible.getGenericSuperclass();
            visible = visible.getSuperclass();
        }
        return implied || parent == null || parent == Object.class ? Optional.empty() : Optional.of(name(parent));
    }

    private static Collection<String> members(Class<?> type) {
        TreeSet<String> members = new TreeSet<>();
        Arrays.stream(type.getDeclaredConstructors())
                .filter(ApiListing::isSeen)
                .filter(constructor -> !isImplied(constructor, type))
                .forEach(constructor -> members.add(constructor(constructor, type)));
        for (Class<?> from : lenders(type)) {
            Arrays.stream(from.getDeclaredFields())
                    .filter(field -> isSeen(field.getModifiers()) && !field.isSynthetic() && !field.isEnumConstant())
                    .forEach(field -> members.add(field(field, type)));
            Arrays.stream(from.getDeclaredMethods())
                    .filter(ApiListing::isSeen)
                    .filter(method -> !isImplied(method, type))
                    .forEach(method -> members.add(method(method, type)));
        }
        return members;
    }

    /** The type, and the hidden types whose members are seen as its own. */
    private static Set<Class<?>> lenders(Class<?> type) {
        Set<Class<?>> lenders = new LinkedHashSet<>(Set.of(type));
        Deque<Class<?>> left = new ArrayDeque<>(lenders);
        while (!left.isEmpty()) {
            Class<?> next = left.remove();
            Stream.concat(Stream.ofNullable(next.getSuperclass()), Arrays.stream(next.getInterfaces()))
                    .filter(parent -> !isVisible(parent) && lenders.add(parent))
                    .forEach(left::add);
        }
        return lenders;
    }

    /** What every object, enum or record has, or the header of the record says already. */
    private static boolean isImplied(Method method, Class<?> type) {
        String name = method.getName();
        boolean component = type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(each -> each.getName().equals(name));
        return switch (name) {
            case "values", "valueOf" -> type.isEnum() && Modifier.isStatic(method.getModifiers());
            case "equals" -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {Object.class});
            case "hashCode", "toString" -> method.getParameterCount() == 0;
            default -> component;
        };
    }

    private static boolean isImplied(Constructor<?> constructor, Class<?> type) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    private static String constructor(Constructor<?> constructor, Class<?> type) {
        return deprecated(constructor)
                + start(constructor.getModifiers(), type)
                + variables(constructor.getTypeParameters())
                + type.getSimpleName()
                + tail(constructor);
    }

    private static String method(Method method, Class<?> type) {
        String variables = variables(method.getTypeParameters());
        String standard = method.isDefault() ? "default " : "";
        String value = ApiText.defaultValue(method);
        return deprecated(method) + start(method.getModifiers(), type) + standard
                + (variables.isEmpty() ? "" : variables + " ")
                + typed(method.getAnnotatedReturnType(), method.getGenericReturnType()) + " " + method.getName()
                + tail(method) + value;
    }

    private static String field(Field field, Class<?> type) {
        return deprecated(field) + start(field.getModifiers(), type)
                + typed(field.getAnnotatedType(), field.getGenericType()) + " " + field.getName()
                + ApiText.constantValue(field);
    }

    private static String tail(Executable executable) {
        String parameters = Arrays.stream(executable.getParameters())
                .map(ApiListing::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
        String failures = Arrays.stream(executable.getGenericExceptionTypes())
                .map(ApiListing::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return failures.isEmpty() ? parameters : parameters + " throws " + failures;
    }

    private static String parameter(Parameter parameter) {
        String type = typed(parameter.getAnnotatedType(), parameter.getParameterizedType());
        return parameter.isVarArgs() ? type.substring(0, type.length() - 2) + "..." : type;
    }

    private static String component(RecordComponent component) {
        return typed(component.getAnnotatedType(), component.getGenericType()) + " " + component.getName();
    }

    private static String typed(AnnotatedType annotated, Type type) {
        return ApiText.nullness(annotated) + name(type);
    }

    private static String variables(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables).map(ApiListing::variable).collect(Collectors.joining(", ", "<", ">"));
    }

    private static String variable(TypeVariable<?> variable) {
        String bounds = Arrays.stream(variable.getAnnotatedBounds())
                .map(bound -> ApiText.nullness(bound) + name(bound.getType()))
                .filter(bound -> !bound.equals("Object"))
                .collect(Collectors.joining(" & "));
        return bounds.isEmpty() ? variable.getName() : variable.getName() + " extends " + bounds;
    }

    static String name(Type type) {
        return JAVA_LANG.matcher(type.getTypeName()).replaceAll("").replace('$', '.');
    }

    private static String start(int modifiers, Class<?> type) {
        List<String> words = modifiers(modifiers, type);
        return words.isEmpty() ? "" : String.join(" ", words) + " ";
    }

    /** What a caller must know, and nothing that is implied by the kind of type. */
    private static List<String> modifiers(int modifiers, Class<?> type) {
        List<String> words = new ArrayList<>();
        words.add(Modifier.isProtected(modifiers) ? "protected" : "public");
        if (Modifier.isStatic(modifiers)) {
            words.add("static");
        }
        if (Modifier.isAbstract(modifiers) && !type.isInterface() && !type.isEnum()) {
            words.add("abstract");
        }
        if (Modifier.isFinal(modifiers) && !type.isRecord() && !type.isEnum()) {
            words.add("final");
        }
        return words;
    }

    private static String deprecated(AnnotatedElement element) {
        return ApiText.deprecation(element);
    }

    private static boolean isVisible(Class<?> type) {
        boolean named = !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic();
        Class<?> around = type.getEnclosingClass();
        return named && isSeen(type.getModifiers()) && (around == null || isVisible(around));
    }

    private static boolean isSeen(Executable executable) {
        boolean bridge = executable instanceof Method method && method.isBridge();
        return isSeen(executable.getModifiers()) && !executable.isSynthetic() && !bridge;
    }

    private static boolean isSeen(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return (Class<?>) parameterized.getRawType();
        }
        return (Class<?>) type;
    }
}

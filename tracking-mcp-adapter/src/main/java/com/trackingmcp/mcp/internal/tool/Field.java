package com.trackingmcp.mcp.internal.tool;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One property of what a tool takes or answers: its name, its one type, what it means. Immutable.
 *
 * <p>A field says no more than clients of every make understand: no references, no unions.
 */
public final class Field {
    /** A decimal number as text: amounts of money, weights. */
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,9})?");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final int LONGEST_TEXT = 4_000;

    private final String name;
    private final FieldType type;
    private final String description;
    private boolean required;
    private boolean unlisted;
    private List<String> choices = List.of();
    private @Nullable Object standard;
    private @Nullable Pattern pattern;
    private @Nullable String form;
    private @Nullable Number least;
    private @Nullable Number most;
    private int shortest;
    private int longest = LONGEST_TEXT;
    private @Nullable Schema of;

    private Field(String name, FieldType type, String description) {
        this.name = name;
        this.type = type;
        this.description = description;
    }

    private Field(Field other) {
        this(other.name, other.type, other.description);
        this.required = other.required;
        this.unlisted = other.unlisted;
        this.choices = other.choices;
        this.standard = other.standard;
        this.pattern = other.pattern;
        this.form = other.form;
        this.least = other.least;
        this.most = other.most;
        this.shortest = other.shortest;
        this.longest = other.longest;
        this.of = other.of;
    }

    /** A string; of 4,000 characters at most, unless {@link #longest} says otherwise. */
    public static Field text(String name, String description) {
        return new Field(name, FieldType.TEXT, description);
    }

    /** A date, such as {@code 2026-02-10}. */
    public static Field date(String name, String description) {
        return text(name, description).pattern(DATE, "a date such as 2026-02-10");
    }

    /** A country, such as {@code US}. */
    public static Field country(String name, String description) {
        return text(name, description).pattern(COUNTRY, "a country's code of two letters, such as US");
    }

    /** A time of day, such as {@code 14:30}. */
    public static Field time(String name, String description) {
        return text(name, description).pattern(TIME, "a time of day such as 14:30");
    }

    /** A decimal number as a string, such as {@code 12.50}: no amount goes through binary fractions. */
    public static Field decimal(String name, String description) {
        return text(name, description).pattern(DECIMAL, "a decimal number such as 12.50");
    }

    /** One of these strings; they are taken in upper and lower case. */
    public static Field choice(String name, String description, List<String> choices) {
        Field field = text(name, description);
        field.choices = List.copyOf(choices);
        return field;
    }

    /** One of the constants of an enum, in lower case. */
    public static <E extends Enum<E>> Field choice(String name, String description, Class<E> type) {
        return choice(
                name,
                description,
                Stream.of(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    /** A whole number between two bounds, both included. */
    public static Field whole(String name, String description, long least, long most) {
        Field field = new Field(name, FieldType.WHOLE, description);
        field.least = least;
        field.most = most;
        return field;
    }

    /** A whole number without bounds, in an answer. */
    public static Field count(String name, String description) {
        return new Field(name, FieldType.WHOLE, description);
    }

    /** A number between two bounds, both included. */
    public static Field number(String name, String description, double least, double most) {
        Field field = new Field(name, FieldType.NUMBER, description);
        field.least = least;
        field.most = most;
        return field;
    }

    /** True or false. */
    public static Field flag(String name, String description) {
        return new Field(name, FieldType.FLAG, description);
    }

    /** So many strings at most. */
    public static Field texts(String name, String description, int most) {
        Field field = new Field(name, FieldType.TEXTS, description);
        field.most = most;
        return field;
    }

    /** Any number of strings, in an answer. */
    public static Field texts(String name, String description) {
        return new Field(name, FieldType.TEXTS, description);
    }

    /** So many objects at most. */
    public static Field objects(String name, String description, int most, Schema of) {
        Field field = new Field(name, FieldType.OBJECTS, description);
        field.most = most;
        field.of = of;
        return field;
    }

    /** Any number of objects, in an answer. */
    public static Field objects(String name, String description, Schema of) {
        Field field = new Field(name, FieldType.OBJECTS, description);
        field.of = of;
        return field;
    }

    /** An object. */
    public static Field object(String name, String description, Schema of) {
        Field field = new Field(name, FieldType.OBJECT, description);
        field.of = of;
        return field;
    }

    /** An object that is another standard's, in an answer: what it holds is said there. */
    public static Field foreignObject(String name, String description) {
        return new Field(name, FieldType.OBJECT, description);
    }

    private Field with(Consumer<Field> change) {
        Field field = new Field(this);
        change.accept(field);
        return field;
    }

    /** The same field, which must be there. */
    public Field required() {
        return with(field -> field.required = true);
    }

    /** The same field, which is taken, but not told of: what an agent may give without being asked to. */
    public Field unlisted() {
        return with(field -> field.unlisted = true);
    }

    /** The same field, which need not be there. */
    public Field optional() {
        return with(field -> field.required = false);
    }

    /** The same field, and what is taken where it is left out. */
    public Field standard(Object value) {
        return with(field -> field.standard = value);
    }

    /** The same field, whose text (or each of its texts) must match as a whole; in words that follow "must be". */
    public Field pattern(Pattern value, String words) {
        return with(field -> {
            field.pattern = value;
            field.form = words;
        });
    }

    /** The same field, and how many characters (or elements of a list) there are at least. */
    public Field shortest(int count) {
        return with(field -> field.shortest = count);
    }

    /** The same field, and how many characters its text has at most. */
    public Field longest(int characters) {
        return with(field -> field.longest = characters);
    }

    /** Its name, in snake_case. */
    public String name() {
        return name;
    }

    /** Its one type. */
    public FieldType type() {
        return type;
    }

    /** What it means, with an example where that says more. */
    public String description() {
        return description;
    }

    /** Whether it must be there. */
    public boolean isRequired() {
        return required;
    }

    boolean isUnlisted() {
        return unlisted;
    }

    /** The strings it may be; empty where it may be any. */
    public List<String> choices() {
        return choices;
    }

    /** What is taken where it is left out. */
    public @Nullable Object standard() {
        return standard;
    }

    @Nullable
    Pattern pattern() {
        return pattern;
    }

    /** What its text must be, in words. */
    @Nullable
    String form() {
        return form;
    }

    boolean isDate() {
        return pattern == DATE;
    }

    boolean isTime() {
        return pattern == TIME;
    }

    @Nullable
    Number least() {
        return least;
    }

    @Nullable
    Number most() {
        return most;
    }

    int shortest() {
        return shortest;
    }

    int longest() {
        return longest;
    }

    /** What its objects hold. */
    Schema objects() {
        return Objects.requireNonNull(of, "no objects");
    }

    /** Whether what its object holds is said elsewhere. */
    boolean isForeign() {
        return of == null;
    }
}

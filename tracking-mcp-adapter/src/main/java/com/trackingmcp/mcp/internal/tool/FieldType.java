package com.trackingmcp.mcp.internal.tool;

/** The types a field may have. */
public enum FieldType {
    /** A string. */
    TEXT("string"),
    /** A whole number. */
    WHOLE("integer"),
    /** Any number. */
    NUMBER("number"),
    /** True or false. */
    FLAG("boolean"),
    /** A list of strings. */
    TEXTS("array"),
    /** A list of objects. */
    OBJECTS("array"),
    /** An object. */
    OBJECT("object");

    private final String jsonName;

    FieldType(String jsonName) {
        this.jsonName = jsonName;
    }

    /** As JSON Schema calls it. */
    public String jsonName() {
        return jsonName;
    }
}

package com.trackingmcp.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a file is. Not every carrier takes every format. */
public enum DocumentFormat {
    /** Files named {@code .pdf}. */
    PDF,
    /** Files named {@code .png}. */
    PNG,
    /** Files named {@code .gif}. */
    GIF,
    /** Files named {@code .jpg}. */
    JPG,
    /** Files named {@code .tif}. */
    TIF,
    /** Files named {@code .bmp}. */
    BMP,
    /** Files named {@code .doc}. */
    DOC,
    /** Files named {@code .docx}. */
    DOCX,
    /** Files named {@code .xls}. */
    XLS,
    /** Files named {@code .xlsx}. */
    XLSX,
    /** Files named {@code .rtf}. */
    RTF,
    /** Files named {@code .txt}. */
    TXT;

    /** The word in JSON, such as {@code pdf}. */
    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /**
     * The one of a word in any case.
     *
     * @throws IllegalArgumentException for any other word
     */
    @JsonCreator
    public static DocumentFormat ofWord(String word) {
        return Words.read(DocumentFormat.class, word);
    }

    /** The media type, such as {@code application/pdf}. */
    public String mediaType() {
        return switch (this) {
            case PDF -> "application/pdf";
            case PNG -> "image/png";
            case GIF -> "image/gif";
            case JPG -> "image/jpeg";
            case TIF -> "image/tiff";
            case BMP -> "image/bmp";
            case DOC -> "application/msword";
            case DOCX -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case XLS -> "application/vnd.ms-excel";
            case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case RTF -> "application/rtf";
            case TXT -> "text/plain";
        };
    }

    /** The format of a file, told from the end of its name ({@code .jpeg} and {@code .tiff} too); empty for others. */
    public static Optional<DocumentFormat> ofFile(String name) {
        int dot = name.lastIndexOf('.');
        String end = dot < 0 ? "" : name.substring(dot + 1).toUpperCase(Locale.ROOT);
        return switch (end) {
            case "JPEG" -> Optional.of(JPG);
            case "TIFF" -> Optional.of(TIF);
            default ->
                Stream.of(values()).filter(format -> format.name().equals(end)).findFirst();
        };
    }
}

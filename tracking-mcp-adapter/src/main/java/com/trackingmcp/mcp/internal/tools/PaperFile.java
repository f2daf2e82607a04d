package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.model.DocumentFormat;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A file that is to become a paper: what its name says it is, it must begin like. Immutable, as long as nobody changes its
 * bytes.
 *
 * @param name its name, whose end tells what it is
 */
record PaperFile(String name, byte[] bytes) {
    private static final byte[] OLD_OFFICE = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}/\\\\]");
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

    /**
     * The same file.
     *
     * @param argument where the name came from
     * @throws com.trackingmcp.error.InvalidRequestException where it is not what its name says
     */
    PaperFile checked(String argument) {
        if (NO_NAME.matcher(name).find()) {
            throw FieldNames.wrong(argument, "must be the name of a file, without folders");
        }
        DocumentFormat format = DocumentFormat.ofFile(name)
                .orElseThrow(() -> FieldNames.wrong(
                        argument, "must be a name that ends in one of " + endings() + ", for that tells what it is"));
        if (bytes.length == 0) {
            throw FieldNames.wrong(argument, "is a file without content");
        }
        if (!begins(format)) {
            throw FieldNames.wrong(argument, "is named ." + format.word() + ", and its content is something else");
        }
        return this;
    }

    private static String endings() {
        return Stream.of(DocumentFormat.values())
                .map(format -> "." + format.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private boolean begins(DocumentFormat format) {
        return switch (format) {
            case PDF -> beginsWith("%PDF-");
            case PNG -> beginsWith(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
            case GIF -> beginsWith("GIF87a") || beginsWith("GIF89a");
            case JPG -> beginsWith(JPEG);
            case TIF -> beginsWith(new byte[] {'I', 'I', 42, 0}) || beginsWith(new byte[] {'M', 'M', 0, 42});
            case BMP -> beginsWith("BM");
            case DOC, XLS -> beginsWith(OLD_OFFICE);
            case DOCX, XLSX -> beginsWith(ZIP);
            case RTF -> beginsWith("{\\rtf");
            case TXT -> isText();
        };
    }

    /** A text has no byte of nothing, and does not begin like any of the others. */
    private boolean isText() {
        for (byte one : bytes) {
            if (one == 0) {
                return false;
            }
        }
        return List.of("%PDF-", "{\\rtf", "GIF8").stream().noneMatch(this::beginsWith)
                && !beginsWith(ZIP)
                && !beginsWith(JPEG);
    }

    private boolean beginsWith(String text) {
        return beginsWith(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private boolean beginsWith(byte[] start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }
}

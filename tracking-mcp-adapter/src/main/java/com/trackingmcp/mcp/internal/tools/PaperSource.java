package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.mcp.internal.resource.Shelf;
import com.trackingmcp.mcp.internal.resource.Shelves;
import com.trackingmcp.mcp.internal.tool.Arguments;
import com.trackingmcp.mcp.internal.tool.Field;
import com.trackingmcp.mcp.internal.tool.ToolCall;
import com.trackingmcp.model.DocumentFormat;
import com.trackingmcp.model.TradeDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the content of a paper comes from: a file, a resource, or, where it is small, the call itself. Safe for use by many threads. */
final class PaperSource {
    /** How many bytes may come with a call: more would fill what a model reads. */
    static final int MOST_INLINE = 8 * 1024;

    private static final String PATH = "file_path";
    private static final String URI_OF = "resource_uri";
    private static final String INLINE = "content_base64";
    private static final String NAME = "file_name";
    private static final int LONGEST_INLINE = 20_000;

    private final AllowedFolders folders;
    private final Shelves shelves;

    PaperSource(Workbench bench) {
        this.folders = new AllowedFolders(bench.folders());
        this.shelves = Shelves.of(bench.client(), bench.shipments(), bench.papers());
    }

    /** The three of which one is given, and the name. */
    static List<Field> fields() {
        return List.of(
                Field.text(PATH, "In a folder the server may read. Give this, resource_uri or content_base64"),
                Field.text(URI_OF, "tracking://… of this server, or file://…"),
                Field.text(INLINE, "Up to 8 KB").longest(LONGEST_INLINE),
                Field.text(NAME, "Such as invoice.pdf").longest(200));
    }

    /**
     * The file, which is what its name says.
     *
     * @throws com.trackingmcp.error.InvalidRequestException where there is none, or more than one
     */
    PaperFile read(ToolCall call) {
        Arguments arguments = call.arguments();
        List<String> given =
                Stream.of(PATH, URI_OF, INLINE).filter(arguments::has).toList();
        if (given.size() != 1) {
            throw FieldNames.wrong(
                    given.isEmpty() ? PATH : given.get(1),
                    "is not clear: give exactly one of file_path, resource_uri and content_base64");
        }
        String argument = given.get(0);
        String value = arguments.required(argument);
        PaperFile file = switch (argument) {
            case PATH -> folders.read(PATH, value);
            case URI_OF -> resource(value, call);
            default -> inline(value);
        };
        Optional<String> name =
                arguments.text(NAME).or(() -> Optional.of(file.name()).filter(own -> !own.isEmpty()));
        return name.map(told -> new PaperFile(told, file.bytes()))
                .orElseThrow(() -> FieldNames.missing(NAME, "with " + argument))
                .checked(arguments.has(NAME) ? NAME : argument);
    }

    private static PaperFile inline(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw FieldNames.wrong(INLINE, "is no base64");
        }
        if (bytes.length > MOST_INLINE) {
            throw FieldNames.wrong(
                    INLINE, "has more than " + MOST_INLINE + " bytes: give it as file_path or resource_uri instead");
        }
        return new PaperFile("", bytes);
    }

    private PaperFile resource(String uri, ToolCall call) {
        if (uri.toLowerCase(Locale.ROOT).startsWith("file:")) {
            return folders.read(URI_OF, path(uri));
        }
        Shelf.Content content = shelves.read(uri, call.caller())
                .orElseThrow(() -> FieldNames.wrong(URI_OF, "is no resource of this server, or not yours"));
        byte[] bytes = content instanceof Shelf.Bytes read
                ? read.bytes()
                : ((Shelf.Text) content).text().getBytes(StandardCharsets.UTF_8);
        if (bytes.length > TradeDocument.MOST_BYTES) {
            throw FieldNames.wrong(URI_OF, "has more than " + TradeDocument.MOST_BYTES + " bytes");
        }
        return new PaperFile(name(content.mimeType()), bytes);
    }

    private static String path(String uri) {
        try {
            return Path.of(URI.create(uri)).toString();
        } catch (IllegalArgumentException | FileSystemNotFoundException e) {
            throw FieldNames.wrong(URI_OF, "is no file URI such as file:///folder/invoice.pdf");
        }
    }

    /** A name by the media type; empty where there is none to give. */
    private static String name(String mimeType) {
        return Stream.of(DocumentFormat.values())
                .filter(format -> format.mediaType().equals(mimeType))
                .findFirst()
                .map(format -> "document." + format.word())
                .orElse("");
    }
}

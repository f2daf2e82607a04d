package com.trackingmcp.mcp.internal.tools;

import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.model.TradeDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folders files may be read from, and nothing beside them, wherever links lead. Whether there is a file elsewhere is
 * told to nobody. Safe for use by many threads.
 */
final class AllowedFolders {
    private final List<Path> folders;

    AllowedFolders(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * A file: an absolute path, or one from a folder on.
     *
     * @param argument where the path came from
     * @throws InvalidRequestException where it is no such file, or too large
     */
    PaperFile read(String argument, String path) {
        if (folders.isEmpty()) {
            throw FieldNames.wrong(
                    argument, "cannot be read: this server was given no folder to read files from (--allow-dir)");
        }
        Path file = folders.stream()
                .flatMap(folder -> find(folder, path).stream())
                .findFirst()
                .orElseThrow(() -> noFile(argument));
        try (InputStream content = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = content.readNBytes(TradeDocument.MOST_BYTES + 1);
            if (bytes.length > TradeDocument.MOST_BYTES) {
                throw FieldNames.wrong(argument, "has more than " + TradeDocument.MOST_BYTES + " bytes");
            }
            return new PaperFile(String.valueOf(file.getFileName()), bytes);
        } catch (IOException e) {
            throw noFile(argument);
        }
    }

    private static InvalidRequestException noFile(String argument) {
        return FieldNames.wrong(argument, "is no file in the folders that this server reads files from");
    }

    /** Where links lead to, for the folder as for the file; a device or a folder is no file. */
    private static Optional<Path> find(Path folder, String path) {
        try {
            Path real = folder.toRealPath();
            Path file = real.resolve(path).toRealPath();
            return file.startsWith(real) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }
}

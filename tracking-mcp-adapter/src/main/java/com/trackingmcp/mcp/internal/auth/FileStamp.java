package com.trackingmcp.mcp.internal.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** By what it is seen that files were written anew, without reading them: time, size and place on the disk. Immutable. */
public record FileStamp(List<String> marks) {
    /** The files as they are now; one that is not there has a stamp too. */
    public static FileStamp of(Path... files) {
        return new FileStamp(Stream.of(files).map(FileStamp::mark).toList());
    }

    private static String mark(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + " " + now.size() + " " + now.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}

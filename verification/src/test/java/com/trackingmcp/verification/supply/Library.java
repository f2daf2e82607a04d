package com.trackingmcp.verification.supply;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A library that a bill of materials names. Immutable. */
record Library(
        String group, String name, String version, String purl, String sha256, Set<String> licences, boolean optional) {
    private static final Path ROOT = Path.of(System.getProperty("project.root"));
    private static final Path REPOSITORY = Path.of(System.getProperty("maven.repository"));

    boolean isOurs() {
        return group.equals("com.trackingmcp");
    }

    String coordinates() {
        return group + ":" + name + ":" + version;
    }

    String fileName() {
        return name + "-" + version + ".jar";
    }

    /** Where Maven put what it fetched, or what was just built. */
    Path file() {
        return isOurs()
                ? ROOT.resolve(name).resolve("target").resolve(fileName())
                : REPOSITORY
                        .resolve(group.replace('.', '/'))
                        .resolve(name)
                        .resolve(version)
                        .resolve(fileName());
    }

    String sha256OfFile() throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file())));
    }

    /** The checksums of all files in the jar, by their names. */
    Map<String, Long> checksums() throws IOException {
        return checksums(file());
    }

    static Map<String, Long> checksums(Path jar) throws IOException {
        Map<String, Long> checksums = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    checksums.put(entry.getName(), entry.getCrc());
                }
            }
        }
        return checksums;
    }

    static String text(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}

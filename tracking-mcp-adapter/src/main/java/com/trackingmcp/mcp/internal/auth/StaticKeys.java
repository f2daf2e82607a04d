package com.trackingmcp.mcp.internal.auth;

import com.trackingmcp.mcp.Caller;
import com.trackingmcp.mcp.Role;
import com.trackingmcp.mcp.TokenVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys that are written down as their digests, one in a line: {@code name role sha256:hex}. Empty lines and those that
 * begin with {@code #} say nothing. Several keys may have one name: an old one and a new one while callers change over.
 * Immutable.
 */
public final class StaticKeys implements TokenVerifier {
    static final String DIGEST_MARK = "sha256:";

    private static final Pattern LINE =
            Pattern.compile("(?<name>[A-Za-z0-9._@-]{1,64})\\s+(?<role>track|ship|admin)\\s+" + DIGEST_MARK
                    + "(?<digest>[0-9a-f]{64})");

    private final List<Key> keys;

    private StaticKeys(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    private record Key(byte[] digest, Caller caller) {}

    /**
     * Reads a file of keys.
     *
     * @throws IllegalArgumentException where it cannot be read, a line is not understood, or it has no key
     */
    public static StaticKeys read(Path file) {
        try {
            return of(Files.readAllLines(file));
        } catch (IOException e) {
            throw new IllegalArgumentException("The file of keys " + file + " cannot be read: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The file of keys " + file + ": " + e.getMessage(), e);
        }
    }

    static StaticKeys of(List<String> lines) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                Key key = key(line, i + 1);
                if (keys.stream().anyMatch(known -> MessageDigest.isEqual(known.digest(), key.digest()))) {
                    // whoever takes one of the two lines away would not take the key away
                    throw new IllegalArgumentException("line " + (i + 1) + " has the key of a line before it");
                }
                keys.add(key);
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it has no key; make one with --hash-key NAME:ROLE");
        }
        return new StaticKeys(keys);
    }

    /** Throws where it is not a line of the file. */
    static void check(String line) {
        key(line, 1);
    }

    private static Key key(String line, int number) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            // the line itself is not told: it may hold a key by mistake
            throw new IllegalArgumentException("line " + number + " is not of the form"
                    + " 'name track|ship|admin sha256:<64 hex digits in lower case>'");
        }
        Role role = Role.valueOf(parts.group("role").toUpperCase(Locale.ROOT));
        return new Key(HexFormat.of().parseHex(parts.group("digest")), new Caller("key:" + parts.group("name"), role));
    }

    /** Compares it with every key, so that the time it takes tells nothing. */
    @Override
    public Optional<Caller> verify(String bearerToken) {
        byte[] digest = Keys.digest(bearerToken);
        Optional<Caller> found = Optional.empty();
        for (Key key : keys) {
            if (MessageDigest.isEqual(key.digest(), digest)) {
                found = Optional.of(key.caller());
            }
        }
        return found;
    }
}

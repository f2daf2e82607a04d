package com.trackingmcp.mcp.internal.launch;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The options of the program, in the order the help tells them. */
public enum Option {
    HTTP("--http", null, "serve HTTP instead of the standard input and output"),
    SANDBOX("--sandbox", null, "invented carriers: try every tool without credentials and costs"),
    TOOLSET("--toolset", "track|ship|all", "which tools are listed (all)"),
    READ_ONLY("--read-only", null, "only tools that change nothing"),
    CONFIRM("--confirm", "elicit|token|never", "how the person confirms what costs money (token)"),
    ALLOW_DIR("--allow-dir", "DIR", "documents may be read from this folder; may be given several times"),
    HELP("--help", null, "this text"),
    VERSION("--version", null, "the version"),
    HOST("--host", "NAME", "HTTP: where to listen (127.0.0.1)"),
    PORT("--port", "NUMBER", "HTTP: the port (3100); 0 for a free one"),
    STATELESS("--stateless", null, "HTTP: no sessions at all; nothing can be asked back then"),
    PUBLIC_URL("--public-url", "URL", "HTTP: how clients reach it, where that is not --host and --port"),
    KEYS("--keys", "FILE", "HTTP: who may call by key, a line each: name role sha256:hex"),
    OAUTH_ISSUER("--oauth-issuer", "URL", "HTTP: whose tokens are taken"),
    OAUTH_AUDIENCE("--oauth-audience", "URI", "HTTP: for whom the tokens must be (the address of /mcp)"),
    OAUTH_JWKS("--oauth-jwks", "URL", "HTTP: the issuer's keys (where its metadata says)"),
    ALLOWED_ORIGIN("--allowed-origin", "ORIGIN", "HTTP: a web page that may call; may be given several times"),
    ALLOWED_HOST("--allowed-host", "HOST", "HTTP: a name the server has; may be given several times"),
    TLS_CERT("--tls-cert", "FILE", "HTTP: the certificates, as PEM"),
    TLS_KEY("--tls-key", "FILE", "HTTP: the private key, as PEM (PKCS#8)"),
    TLS_KEYSTORE("--tls-keystore", "FILE", "HTTP: certificates and key, as PKCS#12"),
    TLS_KEYSTORE_PASSWORD_FILE("--tls-keystore-password-file", "FILE", "HTTP: the password of the key store"),
    RATE_LIMIT(
            "--rate-limit",
            "NUMBER",
            "HTTP: requests a minute for one caller (600; any number without keys and OAuth)"),
    HASH_KEY("--hash-key", "NAME:ROLE", "makes a new key, and prints it and its line for --keys");

    private final String spelling;
    private final @Nullable String value;
    private final String meaning;

    Option(String spelling, @Nullable String value, String meaning) {
        this.spelling = spelling;
        this.value = value;
        this.meaning = meaning;
    }

    /** As it is typed. */
    public String spelling() {
        return spelling;
    }

    boolean takesValue() {
        return value != null;
    }

    boolean isOfHttp() {
        return compareTo(HOST) >= 0 && this != HASH_KEY;
    }

    boolean isRepeatable() {
        return this == ALLOW_DIR || this == ALLOWED_ORIGIN || this == ALLOWED_HOST;
    }

    static Optional<Option> of(String spelling) {
        return Arrays.stream(values())
                .filter(option -> option.spelling.equals(spelling))
                .findFirst();
    }

    static String help() {
        StringBuilder help = new StringBuilder("Usage: tracking-mcp [options]\n\n");
        for (Option option : values()) {
            String left = option.value == null ? option.spelling : option.spelling + " " + option.value;
            help.append(String.format("  %-36s %s%n", left, option.meaning));
        }
        return help.append("\nCredentials of the carriers come from the environment, as the README tells.\n")
                .toString();
    }
}

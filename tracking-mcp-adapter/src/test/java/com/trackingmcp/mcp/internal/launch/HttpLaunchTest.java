package com.trackingmcp.mcp.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.mcp.HttpOptions;
import com.trackingmcp.mcp.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The program over HTTP. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(60)
class HttpLaunchTest {
    @TempDir
    Path folder;

    private final Typed typed = new Typed();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--http --sandbox --host 0.0.0.0|--keys",
                "--http --sandbox --port 70000|65535",
                "--http --sandbox --port many|no number",
                "--http --sandbox --rate-limit -1|negative",
                "--http --sandbox --public-url example|https://",
                "--http --sandbox --oauth-jwks https://login.example.com/keys|--oauth-issuer",
                "--http --sandbox --oauth-audience ship|--oauth-issuer",
                "--http --sandbox --oauth-issuer http://login.example.com|https://",
                "--http --sandbox --tls-cert chain.pem|--tls-key",
                "--http --sandbox --tls-cert a --tls-key b --tls-keystore c|one of them",
                "--http --sandbox --keys no-such-file|no-such-file",
                "--port 1|--http",
                "--hash-key shop|NAME:ROLE",
                "--hash-key shop:king|NAME:ROLE"
            })
    void what_is_wrong_with_the_options_is_told_and_ends_the_program(String arguments, String told) {
        assertThat(typed.run(arguments.split(" "))).isEqualTo(Launcher.WRONG_USAGE);
        assertThat(typed.err()).contains(told).doesNotContain("\tat ");
    }

    @Test
    void all_options_of_http_arrive() throws Exception {
        HttpOptions options = HttpArguments.of(Options.parse(
                "--http",
                "--host=mcp.example.com",
                "--port=8443",
                "--stateless",
                "--public-url=https://ship.example.com",
                "--keys=keys",
                "--oauth-issuer=https://login.example.com",
                "--oauth-jwks=https://login.example.com/keys",
                "--oauth-audience=ship",
                "--allowed-origin=https://a.example.com",
                "--allowed-origin=https://b.example.com",
                "--allowed-host=other.example.com",
                "--tls-keystore=server.p12",
                "--tls-keystore-password-file=password",
                "--rate-limit=7"));
        assertThat(options.host()).isEqualTo("mcp.example.com");
        assertThat(options.port()).isEqualTo(8443);
        assertThat(options.stateless()).isTrue();
        assertThat(options.publicUrl()).contains(URI.create("https://ship.example.com"));
        assertThat(options.keys()).contains(Path.of("keys"));
        assertThat(options.oauth().orElseThrow().audience()).contains("ship");
        assertThat(options.allowedOrigins()).hasSize(2);
        assertThat(options.allowedHosts()).containsExactly("other.example.com");
        assertThat(options.tls()).containsInstanceOf(HttpOptions.Tls.KeyStore.class);
        assertThat(options.rateLimit()).hasValue(7);
    }

    @Test
    void a_new_key_is_shown_once_and_its_line_opens_the_door() throws Exception {
        assertThat(typed.run("--hash-key", "shop:ship")).isZero();
        String[] lines = typed.out().split("\n");
        Path keys = Files.writeString(folder.resolve("keys"), lines[3] + "\n");
        Process server = start("--keys", keys.toString());
        try {
            URI address = address(server);
            assertThat(status(address, "Bearer " + lines[1])).isEqualTo(403);
            assertThat(status(address, "Bearer nobody")).isEqualTo(401);
        } finally {
            server.destroy();
        }
    }

    @Test
    void it_serves_until_it_is_told_to_end_and_writes_nothing_else() throws Exception {
        Process server = start();
        URI address = address(server);
        assertThat(status(address, "")).isEqualTo(200);
        server.destroy();
        assertThat(server.waitFor(20, TimeUnit.SECONDS)).isTrue();
        // 128 and the number of the signal, as for any program that ends at it
        assertThat(server.exitValue()).isIn(0, 143);
        assertThat(folder.resolve("out")).isEmptyFile();
    }

    private Process start(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--http",
                "--port",
                "0",
                "--sandbox"));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
    }

    private static URI address(Process server) throws IOException {
        BufferedReader log = new BufferedReader(new InputStreamReader(server.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            if (line.startsWith("Serving ")) {
                return URI.create(line.substring("Serving ".length())).resolve("/metrics");
            }
        }
        throw new AssertionError("the server has ended");
    }

    private static int status(URI address, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}

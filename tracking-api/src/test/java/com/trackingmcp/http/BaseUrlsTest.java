package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com",
                "HTTPS://api.example.com/root",
                "http://localhost:8080",
                "http://karrio.localhost",
                "http://127.0.0.1:3100/root",
                "http://127.1.2.3",
                "http://[::1]:80",
                "http://[0:0:0:0:0:0:0:1]"
            })
    void httpsIsTakenAndHttpOfThisMachine(String url) {
        assertThat(BaseUrls.problem(URI.create(url), false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com",
                "http://10.0.0.1",
                "http://128.0.0.1",
                "http://127.0.0.1.example.com",
                "http://localhost.example.com",
                "http://notlocalhost",
                "http://[::2]",
                "http://[::ffff:127.0.0.1]",
                "http://karrio:5002"
            })
    void httpOfAnotherMachineIsTakenWhereItIsAllowed(String url) {
        assertThat(BaseUrls.problem(URI.create(url), false))
                .hasValueSatisfying(text -> assertThat(text)
                        .contains("use https", "ALLOW_PLAIN_HTTP=true", "allowPlainHttp(true)")
                        .doesNotContain(url));
        assertThat(BaseUrls.problem(URI.create(url), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://api.example.com",
                "file:///etc/passwd",
                "api.example.com",
                "/root",
                "https:///x",
                "https://user:test-password@api.example.com",
                "https://api.example.com?key=test-password",
                "https://api.example.com#test-password"
            })
    void whatIsNoPlainUrlIsNeverTakenNorRepeated(String url) {
        assertThat(BaseUrls.problem(URI.create(url), true))
                .hasValueSatisfying(
                        text -> assertThat(text).contains("https://").doesNotContain("test-password"));
    }

    @Test
    void namesAreNotLookedUp() {
        assertThat(BaseUrls.isLoopback(URI.create("http://no-such-host.invalid")))
                .isFalse();
    }
}

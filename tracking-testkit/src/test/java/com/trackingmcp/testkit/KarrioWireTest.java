package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in to the sandbox's Karrio, how it says no, and what it tells of itself and its carriers. */
class KarrioWireTest {
    private final CarrierSandbox sandbox = CarrierSandbox.start();
    private final KarrioClient client = new KarrioClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer authorized(String header) {
        return client.send(client.to("/v1/connections").header("Authorization", header));
    }

    private Answer json(String path, String body) {
        return client.send(
                client.to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private JsonNode tokens() {
        Answer answer = json("/api/token", "{\"email\":\"test@example.com\",\"password\":\"test-karrio-password\"}");
        assertThat(answer.status()).isEqualTo(201);
        return answer.json();
    }

    private static JsonNode claims(String token) {
        return Json.read(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Token test-karrio-key", "token test-karrio-key"})
    void aKeyLetsIn(String header) {
        assertThat(authorized(header).status()).isEqualTo(200);
    }

    @Test
    void aKeyLetsInAsAUserNameToo() {
        assertThat(authorized(SandboxClient.basic("test-karrio-key", "")).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "Token nonsense, invalid_token",
        "Bearer nonsense, invalid_token",
        "Basic bm9uc2Vuc2U6, invalid_token",
        "Other nonsense, not_authenticated"
    })
    void nothingElseDoes(String header, String code) {
        Answer answer = authorized(header);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.at("/errors/0/code")).isEqualTo(code);
    }

    @Test
    void aTokenSaysWhenItEnds() {
        JsonNode pair = tokens();
        long now = sandbox.clock().instant().getEpochSecond();

        assertThat(claims(pair.path("access").asText()).path("exp").asLong())
                .isEqualTo(now + Duration.ofDays(30).toSeconds());
        assertThat(claims(pair.path("refresh").asText()).path("exp").asLong())
                .isEqualTo(now + Duration.ofDays(3).toSeconds());
    }

    @Test
    void aTokenWorksInTestModeWhereTheHeaderSaysSo() {
        String bearer = "Bearer " + tokens().path("access").asText();
        HttpRequest.Builder testing = client.to("/v1/connections").header("Authorization", bearer);

        Answer live = authorized(bearer);
        Answer test = client.send(testing.header("x-test-mode", "true"));

        assertThat(live.json().path("count").asInt()).isZero();
        assertThat(test.json().path("count").asInt()).isEqualTo(6);
        assertThat(test.http().headers().firstValue("X-test-mode")).contains("true");
    }

    @Test
    void aTokenEndsAndIsRefreshed() {
        JsonNode pair = tokens();
        String refresh = "{\"refresh\":\"" + pair.path("refresh").asText() + "\"}";

        sandbox.expireTokens("karrio");
        assertThat(authorized("Bearer " + pair.path("access").asText()).status())
                .isEqualTo(401);
        assertThat(json("/api/token/refresh", refresh).status()).isEqualTo(401);

        JsonNode again = tokens();
        sandbox.advance(Duration.ofDays(1));
        Answer refreshed = json(
                "/api/token/refresh", "{\"refresh\":\"" + again.path("refresh").asText() + "\"}");
        assertThat(refreshed.status()).isEqualTo(201);
        assertThat(authorized("Bearer " + refreshed.at("/access")).status()).isEqualTo(200);
        assertThat(sandbox.calls("karrio")).filteredOn(SandboxCall::isToken).hasSize(4);
    }

    @Test
    void aWrongPasswordGetsNoToken() {
        assertThat(json("/api/token", "{\"email\":\"test@example.com\",\"password\":\"wrong\"}")
                        .status())
                .isEqualTo(401);
        assertThat(json("/api/token", "{}").json().path("errors")).hasSize(2);
    }

    @Test
    void theIdOfARequestComesBack() {
        Answer own = client.send(client.withKey("/v1/connections").header("X-Request-ID", "test-request.1"));
        Answer unfit = client.send(client.withKey("/v1/connections").header("X-Request-ID", "not fit"));

        assertThat(own.http().headers().firstValue("X-Request-ID")).contains("test-request.1");
        assertThat(unfit.http().headers().firstValue("X-Request-ID").orElseThrow())
                .startsWith("req_");
    }

    @Test
    void anUnknownAddressIsAPage() {
        Answer answer = client.get("/v1/nonsense");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.http().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/html");
        assertThat(client.get("/v1/shipments/").status()).isEqualTo(404);
    }

    @Test
    void anotherMethodIsNotAllowed() {
        assertThat(client.call("DELETE", "/v1/shipments", "").status()).isEqualTo(405);
    }

    @Test
    void onlyJsonIsRead() {
        Answer form = client.send(client.withKey("/v1/shipments")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("a=b")));
        Answer broken = client.post("/v1/shipments", "{\"shipper\":");

        assertThat(form.status()).isEqualTo(415);
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.at("/errors/0/code")).isEqualTo("parse_error");
    }

    @ParameterizedTest
    @CsvSource({"401, /errors/0/code, invalid_token", "429, /errors/0/code, throttled", "424, /messages/0/code, SYS01"})
    void aFaultSpeaksAsTheServerDoes(int status, String pointer, String code) {
        sandbox.fail("karrio").with(status).times(1);

        Answer answer = client.get("/v1/connections");

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.at(pointer)).isEqualTo(code);
        assertThat(client.get("/v1/connections").status()).isEqualTo(200);
    }

    @Test
    void tellsItsVersionToEverybody() {
        assertThat(client.send(client.to("/")).at("/VERSION")).isEqualTo("2026.1.32");
    }

    @Test
    void referencesAreReducedUnlessTheWholeIsAskedFor() {
        JsonNode reduced = client.send(client.to("/v1/references")).json();
        JsonNode whole = client.send(client.to("/v1/references?reduced=false")).json();

        assertThat(reduced.at("/services/canadapost/canadapost_xpresspost").asText())
                .isEqualTo("DOM.XP");
        assertThat(reduced.at("/countries/CA").asText()).isEqualTo("Canada");
        assertThat(reduced.has("options")).isFalse();
        assertThat(whole.at("/options/canadapost/canadapost_signature/code").asText())
                .isEqualTo("SO");
    }

    @Test
    void anUnknownLanguageHasAnErrorOfItsOwnForm() {
        Answer answer = client.send(client.to("/v1/references?lang=xx"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("error").isTextual()).isTrue();
    }

    @Test
    void carriersAreAPlainList() {
        Answer all = client.send(client.to("/v1/carriers?limit=1"));

        assertThat(all.json()).hasSize(6);
        assertThat(all.at("/0/carrier_name")).isEqualTo("canadapost");
        assertThat(client.get("/v1/carriers/purolator").at("/shipping_services/purolator_ground"))
                .isEqualTo("PurolatorGround");
        assertThat(client.get("/v1/carriers/dpd/services").at("/dpd_cl")).isEqualTo("CL");
        assertThat(client.get("/v1/carriers/usps/options").at("/usps_signature_confirmation/code"))
                .isEqualTo("921");
        assertThat(client.get("/v1/carriers/nonsense").at("/errors/0/message")).isEqualTo("Unknown carrier: nonsense");
    }

    @Test
    void connectionsAreListedByPages() {
        JsonNode first = client.get("/v1/connections?limit=4").json();

        assertThat(first.path("count").asInt()).isEqualTo(6);
        assertThat(first.path("results")).hasSize(4);
        assertThat(first.path("next").asText())
                .isEqualTo("http://karrio.internal/karrio/v1/connections?limit=4&offset=4");
        assertThat(first.path("previous").isNull()).isTrue();
        assertThat(client.get("/v1/connections?limit=4&offset=4").json().path("results"))
                .hasSize(2);
        assertThat(client.get("/v1/connections?carrier_name=dpd").at("/results/0/carrier_id"))
                .isEqualTo("dpd");
    }

    @Test
    void theServersOwnConnectionIsListedAndCannotBeRead() {
        JsonNode shared = client.get("/v1/connections?system_only=true").json().at("/results/0");

        assertThat(shared.path("carrier_id").asText()).isEqualTo("usps-shared");
        assertThat(shared.path("is_system").asBoolean()).isTrue();
        assertThat(shared.path("metadata").isNull()).isTrue();
        assertThat(client.get("/v1/connections/" + shared.path("id").asText()).status())
                .isEqualTo(404);
    }

    @Test
    void aConnectionIsMadeChangedAndDeleted() {
        String order = "{\"carrier_name\":\"gls\",\"carrier_id\":\"my-gls\",\"credentials\":{\"x\":\"secret\"}}";

        Answer made = client.post("/v1/connections", order);
        String path = "/v1/connections/" + made.at("/id");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.text()).doesNotContain("secret");
        assertThat(client.call("PATCH", path, "{\"active\":false}").at("/active"))
                .isEqualTo("false");
        assertThat(client.call("DELETE", path, "").status()).isEqualTo(200);
        assertThat(client.get(path).status()).isEqualTo(404);
        assertThat(client.post("/v1/connections", "{}").json().path("errors")).hasSize(3);
    }
}

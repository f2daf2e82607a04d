package com.trackingmcp.testkit;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A sandbox, and somebody who may ask its FedEx for what it sells and does; single quotes in JSON stand for double ones. */
abstract class FedexSellingBed {
    final CarrierSandbox sandbox = CarrierSandbox.start();
    final SandboxClient client = new SandboxClient(sandbox.settings());

    @AfterEach
    void close() {
        sandbox.close();
    }

    final Answer post(String path, String body) {
        return client.fedex(client.fedexToken(), path, body.replace('\'', '"'));
    }

    final Answer put(String path, String body) {
        return client.send(allowed("FEDEX_BASE_URL", path)
                .header("Content-Type", "application/json")
                .PUT(json(body)));
    }

    final HttpRequest.Builder allowed(String host, String path) {
        return client.to(host, path).header("Authorization", "Bearer " + client.fedexToken());
    }

    private static BodyPublisher json(String body) {
        return BodyPublishers.ofString(body.replace('\'', '"'));
    }

    static List<String> codes(Answer answer) {
        return answer.json().path("errors").findValuesAsText("code");
    }
}

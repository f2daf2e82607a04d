package com.trackingmcp.testkit;

import com.trackingmcp.testkit.SandboxClient.Answer;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The shipping desk's caller of the gateway: JSON is written with single quotes. */
final class KarrioCaller {
    static final String SENDER = """
            {'person_name':'Ann Sender','address_line1':'100 Example Street','city':'Ottawa','state_code':'ON',
             'postal_code':'k1a 0b1','country_code':'CA','phone_number':'613-555-0100'}""";
    static final String RECIPIENT = """
            {'person_name':'Bob Receiver','address_line1':'1 Example Road','city':'Toronto','state_code':'ON',
             'postal_code':'M5V2T6','country_code':'CA','phone_number':'416-555-0100'}""";
    private final KarrioClient client;

    KarrioCaller(CarrierSandbox sandbox) {
        client = new KarrioClient(sandbox);
    }

    Answer get(String path) {
        return send("GET", path, "", "");
    }

    Answer post(String path, String body) {
        return send("POST", path, body, "");
    }

    Answer send(String method, String path, String body, String requestId) {
        HttpRequest.Builder request = client.withKey(path).header("Content-Type", "application/json");
        if (!requestId.isEmpty()) {
            request.header("X-Request-ID", requestId);
        }
        return client.send(request.method(method, BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    /** Without a key. */
    Answer anonymous(String path) {
        return client.send(client.to(path));
    }

    /** A label bought at once. */
    Answer shipment(String label, String service) {
        return post("/v1/shipments", """
                {'shipper':%s,'recipient':%s,'parcels':[{'weight':1.5,'weight_unit':'KG'}],
                 'carrier_ids':['%s'],'service':'%s'}""".formatted(SENDER, RECIPIENT, label, service));
    }
}

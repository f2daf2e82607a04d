package com.trackingmcp.ups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.MalformedResponseException;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever one part of an answer holds, the rest of the parcel is told. */
class UpsLenienceTest extends UpsTestBed {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "\"x\"",
                "7",
                "-1",
                "1e999",
                "true",
                "[]",
                "{}",
                "[null]",
                "[[{}]]",
                "\"99999999999999\"",
                "\"000000\""
            })
    void oneBrokenPartCostsNothingElseOfTheParcel(String broken) throws IOException {
        String fixture = fixture("delivered_at_front_door.json");
        List<String> pointers = new ArrayList<>();
        collect(JSON.readTree(fixture).at("/trackResponse/shipment/0/package/0"), "", pointers);
        assertThat(pointers).hasSizeGreaterThan(80);
        TrackingClient client = client();
        for (String pointer : pointers) {
            JsonNode answer = JSON.readTree(fixture);
            replace(answer.at("/trackResponse/shipment/0/package/0"), pointer, JSON.readTree(broken));
            answer(json(answer.toString()));
            String what = pointer + " = " + broken;
            TrackingResult parcel = client.track(TrackingNumber.of(NUMBER, "ups"));
            if (!pointer.startsWith("/activity")) {
                assertThat(parcel.events()).as(what).hasSize(4);
                assertThat(parcel.status()).as(what).isEqualTo(TrackingStatus.DELIVERED);
            }
            if (!pointer.startsWith("/service")) {
                assertThat(parcel.serviceName()).as(what).hasValue("UPS Ground");
            }
            if (!pointer.startsWith("/packageAddress")) {
                assertThat(parcel.destination().orElseThrow().city()).as(what).hasValue("DENVER");
            }
        }
    }

    @Test
    void parcelsWithoutAWordAreReadUpToAThousandOfThem() {
        TrackingClient client = client();
        answer(json(emptyParcels(1_000)));
        assertThat(client.track(TrackingNumber.of(NUMBER, "ups")).alternatives())
                .hasSize(999);
        answer(json(emptyParcels(1_001)));
        assertThatThrownBy(() -> client.track(TrackingNumber.of(NUMBER, "ups")))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessageContaining("more than 1000 parcels");
    }

    private static String emptyParcels(int count) {
        return "{\"trackResponse\":{\"shipment\":[{\"package\":[" + "{},".repeat(count - 1) + "{}]}]}}";
    }

    private static void collect(JsonNode node, String at, List<String> pointers) {
        if (!at.isEmpty()) {
            pointers.add(at);
        }
        node.fields().forEachRemaining(field -> collect(field.getValue(), at + "/" + field.getKey(), pointers));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), at + "/" + i, pointers);
        }
    }

    private static void replace(JsonNode root, String pointer, JsonNode value) {
        int end = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, end));
        String name = pointer.substring(end + 1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(name), value);
        } else {
            ((ObjectNode) parent).set(name, value);
        }
    }
}

package com.trackingmcp.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * UPS's Address Validation API in the sandbox. Stateless. An address is as its first line says: with "Nowhere" in it there
 * is none, with "Ambiguous" there are two, with "Avenue" UPS writes it "AVE"; a line with "Apt" is somebody's home, and any
 * other a company's. The postal code 00000 is nowhere.
 */
final class UpsAddressBehaviour {
    static final String PATH = "/api/addressvalidation/v2/";
    private static final Set<String> KNOWN = Set.of("US", "PR");

    private UpsAddressBehaviour() {}

    static SandboxResponse answer(SandboxRequest request) {
        JsonNode asked = Json.read(request.body()).path("XAVRequest");
        JsonNode address = asked.path("AddressKeyFormat");
        String country = UpsJson.text(address, "CountryCode");
        if (!KNOWN.contains(country)) {
            throw new UpsRefusal("250065", "The address is in a country that is not supported.");
        }
        String line = UpsJson.many(address.path("AddressLine")).stream()
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
        ObjectNode body = Json.object();
        ObjectNode answer = body.putObject("XAVResponse");
        answer.set("Response", UpsJson.head(asked));
        boolean nowhere = line.contains("Nowhere")
                || UpsJson.text(address, "PostcodePrimaryLow").equals("00000");
        if (nowhere) {
            answer.put("NoCandidatesIndicator", "");
        } else if (line.contains("Ambiguous")) {
            answer.put("AmbiguousAddressIndicator", "");
            answer.set("AddressClassification", UpsJson.status("0", "UnClassified"));
            answer.set(
                    "Candidate",
                    Json.array(
                            candidate(address, "100 " + line, "0", "UnClassified"),
                            candidate(address, "200 " + line, "0", "UnClassified")));
        } else {
            boolean home = line.contains("Apt");
            String code = home ? "2" : "1";
            String words = home ? "Residential" : "Commercial";
            answer.put("ValidAddressIndicator", "");
            answer.set("AddressClassification", UpsJson.status(code, words));
            answer.set("Candidate", Json.array(candidate(address, line, code, words)));
        }
        return SandboxResponse.json(200, body);
    }

    private static ObjectNode candidate(JsonNode asked, String line, String code, String words) {
        ObjectNode candidate = Json.object();
        candidate.set("AddressClassification", UpsJson.status(code, words));
        ObjectNode address = candidate.putObject("AddressKeyFormat");
        address.putArray("AddressLine").add(line.toUpperCase(Locale.ROOT).replace("AVENUE", "AVE"));
        List<String> kept = List.of("PoliticalDivision2", "PoliticalDivision1", "PostcodePrimaryLow");
        kept.forEach(name -> address.put(name, UpsJson.text(asked, name).toUpperCase(Locale.ROOT)));
        address.put("PostcodeExtendedLow", "1234").put("CountryCode", UpsJson.text(asked, "CountryCode"));
        address.put(
                "Region",
                String.join(
                                " ",
                                kept.stream()
                                        .map(name -> UpsJson.text(asked, name))
                                        .toList())
                        .toUpperCase(Locale.ROOT));
        return candidate;
    }
}

package com.trackingmcp.verification.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A CycloneDX document, as far as it is looked at here. Immutable. */
record BillOfMaterials(String format, String subject, List<Library> libraries) {
    static BillOfMaterials read(Path file) throws IOException {
        JsonNode document = new ObjectMapper().readTree(file.toFile());
        List<Library> libraries = new ArrayList<>();
        document.path("components").forEach(component -> libraries.add(library(component)));
        return new BillOfMaterials(
                document.path("bomFormat").asText(),
                document.at("/metadata/component/purl").asText(),
                List.copyOf(libraries));
    }

    private static Library library(JsonNode component) {
        String sha256 = "";
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals("SHA-256")) {
                sha256 = hash.path("content").asText();
            }
        }
        Set<String> licences = new TreeSet<>();
        for (JsonNode licence : component.path("licenses")) {
            licences.add(
                    licence.at("/license/id").asText(licence.at("/license/name").asText()));
        }
        return new Library(
                component.path("group").asText(),
                component.path("name").asText(),
                component.path("version").asText(),
                component.path("purl").asText(),
                sha256,
                licences,
                component.path("scope").asText().equals("optional"));
    }
}

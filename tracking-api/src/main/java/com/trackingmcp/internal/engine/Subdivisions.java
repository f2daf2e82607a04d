package com.trackingmcp.internal.engine;

import com.trackingmcp.model.PoliticalDivision;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The states, provinces and the like that ISO 3166-2 lists. Stateless: the list is read anew each time, for it is rarely asked. */
final class Subdivisions {
    private static final String TABLE = "/com/trackingmcp/internal/iso-3166-2.tsv";

    private Subdivisions() {}

    /** Those of a country, in the order of their codes; none where ISO lists none. */
    static List<PoliticalDivision> of(String country) {
        try (InputStream table = Objects.requireNonNull(Subdivisions.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> line.startsWith(country + "-"))
                    .map(Subdivisions::division)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PoliticalDivision division(String line) {
        int tab = line.indexOf('\t');
        return PoliticalDivision.builder()
                .code(line.substring(line.indexOf('-') + 1, tab))
                .name(line.substring(tab + 1))
                .source("iso-3166-2")
                .build();
    }
}

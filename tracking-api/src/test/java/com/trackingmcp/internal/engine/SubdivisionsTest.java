package com.trackingmcp.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.model.PoliticalDivision;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class SubdivisionsTest {
    @Test
    void theStatesAreThoseAddressesName() {
        List<PoliticalDivision> states = Subdivisions.of("US");
        assertThat(states)
                .extracting(state -> state.code().orElseThrow() + " " + state.name())
                .contains("CA California", "TN Tennessee", "DC District of Columbia");
        assertThat(states).allMatch(state -> state.source().equals("iso-3166-2"));
    }

    @Test
    void everyCountryIsReadInTheOrderOfItsCodes() {
        for (String country : Locale.getISOCountries()) {
            List<String> codes = Subdivisions.of(country).stream()
                    .map(division -> division.code().orElseThrow())
                    .toList();
            assertThat(codes).as(country).isSorted().doesNotHaveDuplicates();
            assertThat(Subdivisions.of(country))
                    .as(country)
                    .allMatch(division -> !division.name().isBlank())
                    .noneMatch(division -> division.name().contains("\t"));
        }
    }

    @Test
    void whereIsoListsNoneThereAreNone() {
        assertThat(Subdivisions.of("AQ")).isEmpty();
        assertThat(Subdivisions.of("#")).isEmpty();
    }
}

package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CarrierBody;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Address;
import com.trackingmcp.model.TaxId;
import com.trackingmcp.spi.RequestCheck;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an address is written for Karrio, and read from it. */
class KarrioAddressesTest {
    private static Address.Builder ottawa() {
        return Address.builder()
                .person("Ada Example")
                .company("Example Books")
                .lines(List.of("1 Example St", "Unit 4"))
                .city("Ottawa")
                .stateOrProvince("ON")
                .postalCode("K1A 0B1")
                .country("CA")
                .phone("+1 613 555 0100")
                .email("ada@example.com")
                .residential(false)
                .taxIds(List.of(
                        new TaxId(TaxId.Kind.EORI, "GB123456789000", "GB"),
                        new TaxId(TaxId.Kind.GST, "123456789RT0001", "CA"),
                        new TaxId(TaxId.Kind.BUSINESS, "1234", "CA")));
    }

    @Test
    void everyPartHasItsFieldAndCustomsNumbersAreLeftToCustoms() {
        assertThat(KarrioAddresses.encode(ottawa().build()))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("person_name", "Ada Example"),
                        Map.entry("company_name", "Example Books"),
                        Map.entry("address_line1", "1 Example St"),
                        Map.entry("address_line2", "Unit 4"),
                        Map.entry("city", "Ottawa"),
                        Map.entry("state_code", "ON"),
                        Map.entry("postal_code", "K1A 0B1"),
                        Map.entry("country_code", "CA"),
                        Map.entry("phone_number", "+1 613 555 0100"),
                        Map.entry("email", "ada@example.com"),
                        Map.entry("residential", false),
                        Map.entry("federal_tax_id", "123456789RT0001"),
                        Map.entry("state_tax_id", "1234")));
    }

    @Test
    void whatIsNotGivenIsLeftOutAndTakenAwayWhereTheAddressReplacesAnother() {
        Address country = Address.builder().country("CA").city(" ").build();

        assertThat(KarrioAddresses.encode(country)).isEqualTo(Map.of("country_code", "CA"));
        assertThat(KarrioAddresses.replacement(country))
                .hasSize(14)
                .containsEntry("country_code", "CA")
                .containsEntry("city", null)
                .containsEntry("street_number", null);
    }

    @Test
    void readsWhatItWrote() {
        byte[] json = WireJson.write(KarrioAddresses.encode(ottawa().build()));

        Optional<Address> read = KarrioAddresses.decode(
                WireJson.tryRead(CarrierBody.of(json), KarrioAddressWire.class).orElseThrow());

        assertThat(read)
                .contains(ottawa().taxIds(List.of(
                                new TaxId(TaxId.Kind.BUSINESS, "123456789RT0001", "CA"),
                                new TaxId(TaxId.Kind.BUSINESS, "1234", "CA")))
                        .build());
    }

    @Test
    void aHouseNumberOfItsOwnIsReadInFrontOfTheStreet() {
        KarrioAddressWire told = WireJson.tryRead(
                        CarrierBody.of("{\"street_number\":12,\"address_line1\":\"Example St\",\"country_code\":null}"
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        KarrioAddressWire.class)
                .orElseThrow();

        assertThat(KarrioAddresses.decode(told).orElseThrow())
                .isEqualTo(Address.builder().addLines("12 Example St").build());
        assertThat(KarrioAddresses.decode(null)).isEmpty();
    }

    @Test
    void tellsEverythingThatKarrioDoesNotTake() {
        RequestCheck check = new RequestCheck();
        KarrioAddresses.check(
                "sender",
                Address.builder()
                        .person("x".repeat(101))
                        .company("x".repeat(101))
                        .lines(List.of("a", "b", "x".repeat(101)))
                        .city("x".repeat(51))
                        .stateOrProvince("x".repeat(51))
                        .postalCode("1".repeat(21))
                        .phone("1".repeat(51))
                        .taxIds(List.of(
                                new TaxId(TaxId.Kind.VAT, "1".repeat(51), "DE"),
                                new TaxId(TaxId.Kind.VAT, "2", "DE"),
                                new TaxId(TaxId.Kind.VAT, "3", "DE")))
                        .build(),
                check);

        assertThat(check.problems())
                .extracting(FieldProblem::path)
                .containsExactly(
                        "sender.country",
                        "sender.person",
                        "sender.company",
                        "sender.lines",
                        "sender.lines[2]",
                        "sender.city",
                        "sender.state_or_province",
                        "sender.postal_code",
                        "sender.phone",
                        "sender.tax_ids",
                        "sender.tax_ids[0].number");
    }

    @Test
    void postalCodesOfTheUnitedStatesAndCanadaHaveTheirShape() {
        assertThat(problems("US", "1234")).containsExactly("address.postal_code");
        assertThat(problems("US", "12345")).isEmpty();
        assertThat(problems("US", "12345-6789")).isEmpty();
        assertThat(problems("CA", "12345")).containsExactly("address.postal_code");
        assertThat(problems("CA", "k1a0b1")).isEmpty();
        assertThat(problems("DE", "x")).isEmpty();
    }

    private static List<String> problems(String country, String postalCode) {
        RequestCheck check = new RequestCheck();
        KarrioAddresses.check(
                "address",
                Address.builder().country(country).postalCode(postalCode).build(),
                check);
        return check.problems().stream().map(FieldProblem::path).toList();
    }
}

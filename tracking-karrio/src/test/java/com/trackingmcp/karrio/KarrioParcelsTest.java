package com.trackingmcp.karrio;

import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.http.CarrierBody;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Dimensions;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Parcel;
import com.trackingmcp.model.Reference;
import com.trackingmcp.model.Weight;
import com.trackingmcp.spi.RequestCheck;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a parcel is written for Karrio, and read from it. */
class KarrioParcelsTest {
    private static Parcel.Builder box() {
        return Parcel.builder()
                .weight(Weight.of("1.5", Weight.Unit.KG))
                .dimensions(Dimensions.of("20", "15.5", "10", Dimensions.Unit.CM))
                .packaging("small_box")
                .contents("Books")
                .declaredValue(Money.of("49.90", "CAD"))
                .addReferences(
                        Reference.builder().type("reference").value("order-7").build());
    }

    private static Parcel read(String json) {
        return KarrioParcels.decode(
                WireJson.tryRead(CarrierBody.of(json.getBytes(StandardCharsets.UTF_8)), KarrioParcelWire.class)
                        .orElseThrow());
    }

    @Test
    void readsWhatItWrote() {
        String json = new String(WireJson.write(KarrioParcels.encode(box().build())), StandardCharsets.UTF_8);

        assertThat(json)
                .isEqualTo(
                        "{\"weight\":1.5,\"weight_unit\":\"KG\",\"length\":20,\"width\":15.5,\"height\":10,"
                                + "\"dimension_unit\":\"CM\",\"packaging_type\":\"small_box\",\"content\":\"Books\","
                                + "\"reference_number\":\"order-7\",\"options\":{\"declared_value\":49.90,\"currency\":\"CAD\"}}");
        assertThat(read(json)).isEqualTo(box().build());
    }

    @Test
    void metresGoAsCentimetres() {
        assertThat(KarrioParcels.encode(Parcel.of(
                        Weight.of("3", Weight.Unit.LB), Dimensions.of("1.2", "0.5", "0.25", Dimensions.Unit.M))))
                .containsEntry("length", new BigDecimal("120"))
                .containsEntry("height", new BigDecimal("25"))
                .containsEntry("dimension_unit", "CM")
                .containsEntry("weight_unit", "LB");
    }

    @Test
    void whatReplacesAnotherParcelTakesAwayWhatItDoesNotHave() {
        assertThat(KarrioParcels.replacement(Parcel.of(Weight.of("3", Weight.Unit.LB))))
                .hasSize(12)
                .containsEntry("weight", new BigDecimal("3"))
                .containsEntry("length", null)
                .containsEntry("options", Map.of());
    }

    @Test
    void measuresWithoutUnitAndAmountsWithoutCurrencyAreNoneAtAll() {
        assertThat(read("{\"weight\":\"2\",\"weight_unit\":\"stone\",\"length\":1,\"width\":2,\"height\":3,"
                        + "\"dimension_unit\":null,\"options\":{\"declared_value\":\"10\",\"currency\":\"XXXX\"}}"))
                .isEqualTo(Parcel.builder().build());
    }

    @Test
    void tellsEverythingThatKarrioDoesNotTake() {
        RequestCheck check = new RequestCheck();
        KarrioParcels.check(
                "parcels[0]",
                Parcel.builder()
                        .dimensions(Dimensions.of("1", "0", "1", Dimensions.Unit.IN))
                        .packaging("x".repeat(101))
                        .contents("x".repeat(101))
                        .addReferences(Reference.of("x".repeat(101)), Reference.of("2"))
                        .build(),
                check);

        assertThat(check.problems())
                .extracting(FieldProblem::path)
                .containsExactly(
                        "parcels[0].weight",
                        "parcels[0].dimensions",
                        "parcels[0].packaging",
                        "parcels[0].contents",
                        "parcels[0].references",
                        "parcels[0].references[0]");
    }

    @Test
    void whatAnybodyKeepsThereIsReadAsTexts() {
        Map<String, Object> metadata = Map.of("a", true, "b", Map.of("c", "1"));

        assertThat(KarrioMaps.texts(metadata)).isEqualTo(Map.of("a", "true", "b", "{\"c\":\"1\"}"));
        assertThat(KarrioMaps.texts("nothing")).isEmpty();
        assertThat(KarrioMaps.list(Map.of("numbers", "1Z"), "numbers")).containsExactly("1Z");
        assertThat(KarrioMaps.text(metadata, "b")).isEmpty();
    }
}

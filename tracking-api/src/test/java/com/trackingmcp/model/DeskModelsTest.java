package com.trackingmcp.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.support.Requests;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeskModelsTest {
    @ParameterizedTest
    @CsvSource({
        "09:00, 12:30, 09:00, true",
        "09:00, 12:30, 12:29, true",
        "09:00, 12:30, 12:30, false",
        "09:00, 12:30, 08:59, false",
        "00:00, 00:00, 00:00, true",
        "00:00, 00:00, 23:59, true",
        "18:00, 00:00, 23:59, true",
        "18:00, 00:00, 00:00, false",
        "18:00, 02:00, 01:59, true",
        "18:00, 02:00, 02:00, false",
        "18:00, 02:00, 17:59, false"
    })
    void aSpanHoldsTheMinutesFromItsFirstToBeforeItsEnd(String opens, String closes, String time, boolean open) {
        TimeSpan span = new TimeSpan(LocalTime.parse(opens), LocalTime.parse(closes));
        assertThat(span.contains(LocalTime.parse(time))).isEqualTo(open);
    }

    @Test
    void theWholeDayIsFromMidnightToMidnight() {
        assertThat(TimeSpan.allDay().isAllDay()).isTrue();
        assertThat(TimeSpan.allDay()).hasToString("00:00-24:00");
        assertThat(new TimeSpan(LocalTime.of(9, 0), LocalTime.MIDNIGHT).isAllDay())
                .isFalse();
    }

    @Test
    void aDayIsClosedOpenOrNotToldOf() {
        ServicePoint point = DeskSamples.servicePoint();
        assertThat(point.on(DayOfWeek.MONDAY).orElseThrow().spans()).hasSize(2);
        assertThat(point.on(DayOfWeek.SUNDAY).orElseThrow().isClosed()).isTrue();
        assertThat(point.on(DayOfWeek.TUESDAY)).isEmpty();
        assertThat(ModelJson.write(new OpeningHours(DayOfWeek.SUNDAY, List.of())))
                .isEqualTo("{\"day\":\"SUNDAY\",\"spans\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"1, mi, m, 3, 1609.344 m", "5, km, mi, 2, 3.11 mi", "1609.344, m, mi, 5, 1 mi", "0, km, mi, 3, 0 mi"})
    void aDistanceIsTheSameInAnotherUnit(String value, String from, String to, int decimals, String expected) {
        Distance distance = Distance.of(value, Distance.Unit.ofWord(from));
        assertThat(distance.to(Distance.Unit.ofWord(to), decimals, RoundingMode.HALF_UP))
                .hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1E+101", "1E-101", "far"})
    void aDistanceThatNobodyWalksIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> Distance.of(value, Distance.Unit.KM));
    }

    @ParameterizedTest
    @CsvSource({"90.001, 0", "-90.001, 0", "0, 180.001", "0, -180.001", "1E+101, 0", "0, north"})
    void aPointThatIsNotOnTheEarthIsRefused(String latitude, String longitude) {
        assertThatIllegalArgumentException().isThrownBy(() -> Coordinates.of(latitude, longitude));
    }

    @Test
    void aPointIsWhatItsOwnTextReadsAs() {
        Coordinates point = Coordinates.of("9E+1", "-1.8E+2");
        assertThat(point).hasToString("90,-180").isEqualTo(Coordinates.of("90", "-180"));
        assertThat(ModelJson.read(ModelJson.write(point), Coordinates.class)).isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 1_000})
    void thePaperKnowsItsSizeWithoutBeingDecoded(int size) {
        byte[] content = new byte[size];
        TradeDocument padded = TradeDocument.of("a.pdf", TradeDocumentKind.OTHER, content);
        TradeDocument unpadded = TradeDocument.builder()
                .name("a.pdf")
                .kind(TradeDocumentKind.OTHER)
                .base64(Base64.getEncoder().withoutPadding().encodeToString(content))
                .build();
        assertThat(padded.size()).isEqualTo(size);
        assertThat(unpadded.size()).isEqualTo(size);
        assertThat(unpadded.content()).isEqualTo(padded.content()).hasSize(size);
    }

    @ParameterizedTest
    @CsvSource({"a.pdf, PDF", "A.B.JPEG, JPG", "scan.tiff, TIF", "letter.DocX, DOCX"})
    void theNameOfAFileTellsItsFormat(String name, DocumentFormat format) {
        assertThat(DocumentFormat.ofFile(name)).contains(format);
        String json = "{\"name\":\"" + name + "\",\"kind\":\"other\",\"base64\":\"AQ==\"}";
        assertThat(ModelJson.read(json, TradeDocument.class).format()).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pdf", "a.", "a.exe", "", "a.pdf.zip"})
    void whatANameDoesNotTellIsNotGuessed(String name) {
        assertThat(DocumentFormat.ofFile(name)).isEmpty();
        assertThat(TradeDocument.of(name, TradeDocumentKind.OTHER, new byte[1]).format())
                .isEmpty();
    }

    @Test
    void aFormatThatWasGivenIsNotToldFromTheName() {
        TradeDocument document = TradeDocument.builder()
                .name("invoice.txt")
                .kind(TradeDocumentKind.OTHER)
                .format(DocumentFormat.PDF)
                .base64("AQ==")
                .build();
        assertThat(document.format()).contains(DocumentFormat.PDF);
    }

    @Test
    void aPaperIsReadFromAStreamToItsEnd() throws IOException {
        TradeDocument document =
                TradeDocument.read("a.pdf", TradeDocumentKind.OTHER, new ByteArrayInputStream(new byte[] {1, 2, 3}));
        assertThat(document.content()).containsExactly(1, 2, 3);
    }

    @Test
    void aPaperOfTheMostBytesIsRead() throws IOException {
        InputStream largest = new ByteArrayInputStream(new byte[TradeDocument.MOST_BYTES]);
        assertThat(TradeDocument.read("a.pdf", TradeDocumentKind.OTHER, largest).size())
                .isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void aStreamWithoutAnEndIsRefusedAfterOneByteMoreThanAnyCarrierTakes() {
        AtomicLong read = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return 'x';
            }
        };
        InvalidRequestException refusal = catchThrowableOfType(
                InvalidRequestException.class,
                () -> TradeDocument.read("secret-name.pdf", TradeDocumentKind.OTHER, endless));
        assertThat(refusal.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusal.fields()).singleElement().satisfies(field -> {
            assertThat(field.path()).isEqualTo("base64");
            assertThat(field.problem()).contains("10485760 bytes", "make the file smaller");
        });
        assertThat(refusal).hasMessageContaining("10485760").hasMessageNotContaining("secret-name");
        assertThat(read).hasValue(TradeDocument.MOST_BYTES + 1L);
    }

    @Test
    void aPickupWeighsWhatAllItsPiecesDoWhereAllAreWeighed() {
        PickupPiece heavy = PickupPiece.builder()
                .quantity(1)
                .weight(Weight.of("1.0005", Weight.Unit.KG))
                .build();
        PickupRequest pickup = PickupRequest.builder().addPieces(heavy, heavy).build();
        assertThat(pickup.totalWeight(Weight.Unit.KG)).hasToString("Optional[2.002 kg]");
        assertThat(PickupRequest.builder()
                        .from(pickup)
                        .addPieces(PickupPiece.builder().quantity(1).build())
                        .build()
                        .totalWeight(Weight.Unit.KG))
                .isEmpty();
        assertThat(PickupRequest.builder().build().totalWeight(Weight.Unit.KG)).isEmpty();
    }

    @Test
    void aPickupThatWasBookedIsFoundAgainByAllThatItsCarrierAsksFor() {
        PickupQuery query = PickupQuery.of(DeskSamples.pickupConfirmation());
        assertThat(query.carrier()).contains("parcelpost-eu");
        assertThat(query.requestor()).contains("Ada Example");
        assertThat(query.locationCode()).contains("NQAA");
        assertThat(query.details()).containsEntry("carrier_code", "FDXE");
    }

    @Test
    void privateThingsAreInNoText() {
        Address home = Requests.address("US").person("Ada Private").build();
        assertThat(List.of(
                                DeskSamples.tradeDocument(),
                                DeskSamples.subscriptions(),
                                PickupQuery.builder().requestor("Ada Private").build(),
                                PickupRequest.builder()
                                        .address(home)
                                        .instructions("Ada Private")
                                        .putOptions("ups_notification_email", "ada@example.com")
                                        .build(),
                                Requests.domestic()
                                        .putOptions("ups_notification_email", "ada@example.com")
                                        .build())
                        .toString())
                .doesNotContain("invoice.pdf")
                .doesNotContain("Ada")
                .doesNotContain("ada@")
                .doesNotContain(home.lines().get(0))
                .doesNotContain(home.phone().orElseThrow());
    }

    @Test
    void anAmountOfDegreesIsNeverNull() {
        assertThatThrownBy(() -> new Coordinates(null, BigDecimal.ONE)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new TimeSpan(null, LocalTime.NOON)).isInstanceOf(NullPointerException.class);
    }
}

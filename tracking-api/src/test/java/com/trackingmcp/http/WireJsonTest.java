package com.trackingmcp.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.trackingmcp.error.MalformedResponseException;
import java.math.BigDecimal;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireJsonTest {
    record Parcel(
            String id,
            Integer count,
            BigDecimal weight,
            Boolean late,
            Kind kind,
            Place place,
            List<Place> stops,
            List<String> tags) {}

    record Place(String city, List<String> lines) {}

    enum Kind {
        BOX,
        BAG
    }

    static Stream<Arguments> leniencies() {
        return Stream.of(
                row("unknown fields are ignored", "'x':{'y':[1]},'id':'a'", parcel("a")),
                row("missing fields are null", "", parcel(null)),
                row("null is null", "'id':null,'place':null,'stops':null", parcel(null)),
                row("a number is read as text", "'id':12.50", parcel("12.50")),
                row("a boolean is read as text", "'id':true", parcel("true")),
                row(
                        "an object for a text is null",
                        "'id':{'a':1},'count':1",
                        new Parcel(null, 1, null, null, null, null, null, null)),
                row("a list for a text is its first", "'id':['a','b']", parcel("a")),
                row("an empty list for a text is null", "'id':[]", parcel(null)),
                row("a list of nulls for a text is null", "'id':[null]", parcel(null)),
                row(
                        "text is read as a number",
                        "'count':'7','weight':'1.50'",
                        new Parcel(null, 7, new BigDecimal("1.50"), null, null, null, null, null)),
                row("what is no number is null", "'count':'many','weight':'heavy','late':'perhaps'", parcel(null)),
                row("a number that does not fit is null", "'count':99999999999999", parcel(null)),
                row("an empty text for a number is null", "'count':'','weight':' ','late':''", parcel(null)),
                row("an object for a number is null", "'count':{'a':[1]},'weight':{},'late':{}", parcel(null)),
                row(
                        "text is read as a boolean",
                        "'late':'true'",
                        new Parcel(null, null, null, true, null, null, null, null)),
                row(
                        "enum words in any case",
                        "'kind':'box'",
                        new Parcel(null, null, null, null, Kind.BOX, null, null, null)),
                row("an unknown enum word is null", "'kind':'barrel'", parcel(null)),
                row("an object for an enum is null", "'kind':{'a':1}", parcel(null)),
                row("an empty text for an object is null", "'place':''", parcel(null)),
                row("a text for an object is null", "'place':'Memphis'", parcel(null)),
                row("a number for an object is null", "'place':7,'id':'a'", parcel("a")),
                row("a boolean for an object is null", "'place':false,'id':'a'", parcel("a")),
                row("a list for an object is its first", "'place':[{'city':'M'},{'city':'N'}]", place("M")),
                row("lists in lists for an object are their first", "'place':[[{'city':'M'}]]", place("M")),
                row("an empty list for an object is null", "'place':[]", parcel(null)),
                row("nulls in a list for an object are passed over", "'place':[null,{'city':'M'}]", place("M")),
                row("an object for a list is a list of one", "'stops':{'city':'M'}", stops(stop("M"))),
                row("an empty text for a list of objects is null", "'stops':''", parcel(null)),
                row("a blank text for a list is null", "'stops':' ','tags':' '", parcel(null)),
                row("a number for a list of objects is no element", "'stops':7", stops()),
                row("a text for a list of texts is a list of one", "'tags':'a'", tags("a")),
                row("a number for a list of texts is a list of one", "'tags':7", tags("7")),
                row(
                        "null elements are left out",
                        "'stops':[null,{'city':'M'},null],'tags':[null,'a']",
                        new Parcel(null, null, null, null, null, null, List.of(stop("M")), List.of("a"))),
                row("elements of another shape are left out", "'stops':[7,'x',{'city':'M'},true]", stops(stop("M"))),
                row("objects in a list of texts are left out", "'tags':[{'a':1},'a',['b','c']]", tags("a", "b")),
                row(
                        "a broken part within costs nothing else",
                        "'id':'a','place':{'city':{'x':1},'lines':{'y':[]}},'count':2",
                        new Parcel("a", 2, null, null, null, new Place(null, List.of()), null, null)),
                row("the last of two equal names counts", "'id':'a','id':'b'", parcel("b")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("leniencies")
    void isLenientInEveryPart(String rule, String fields, Parcel read) {
        assertThat(WireJson.read(answer("{" + fields + "}"), Parcel.class)).isEqualTo(read);
    }

    @Test
    void aListWhereTheAnswerShouldBeAnObjectIsItsFirst() {
        assertThat(WireJson.read(answer("[{'id':'a'},{'id':'b'}]"), Parcel.class))
                .isEqualTo(parcel("a"));
    }

    @Test
    void umlautsAndByteOrderMarksAreRead() {
        assertThat(WireJson.read(answer("\ufeff{'id':'Köln'}"), Parcel.class).id())
                .isEqualTo("Köln");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html>Jane Doe</html>", "token=test-token", "{'id':", "{'id':'a'", "", "  ", "null", "'x'", "7"
            })
    void whatIsNoJsonObjectCannotBeReadAndIsNotRepeated(String body) {
        assertThatThrownBy(() -> WireJson.read(answer(body), Parcel.class))
                .isInstanceOfSatisfying(MalformedResponseException.class, error -> {
                    assertThat(error.httpStatus()).hasValue(200);
                    assertThat(error.details().correlationId()).contains("test-call");
                })
                .satisfies(error -> assertThat(org.assertj.core.util.Throwables.getStackTrace(error))
                        .doesNotContain("Jane")
                        .doesNotContain("test-token"));
        assertThat(WireJson.tryRead(answer(body), Parcel.class)).isEmpty();
    }

    @Test
    void whyItCannotBeReadIsSaid() {
        assertThatThrownBy(() -> WireJson.read(answer(""), Parcel.class)).hasMessageContaining("the body is empty");
        assertThatThrownBy(() -> WireJson.read(answer("<html>"), Parcel.class))
                .hasMessageContaining("it is not JSON but 'text/html'");
    }

    @Test
    void depthWithoutEndIsAnErrorAndNoOverflow() {
        assertThatThrownBy(() -> WireJson.read(answer("{'x':" + "[".repeat(100_000)), Parcel.class))
                .isInstanceOf(MalformedResponseException.class);
        assertThat(WireJson.tree(answer("[".repeat(100_000)))).isEmpty();
    }

    @Test
    void aTreeKeepsTheAnswerAsItCame() {
        assertThat(WireJson.tree(answer("{'a':[1,null]}"))).hasToString("Optional[{\"a\":[1,null]}]");
        assertThat(WireJson.tree(answer("<html>"))).isEmpty();
    }

    @Test
    void requestsAreWrittenAsUtf8() {
        assertThat(new String(WireJson.write(Map.of("id", "Köln")), StandardCharsets.UTF_8))
                .isEqualTo("{\"id\":\"Köln\"}");
    }

    record Request(String id, @Nullable String name, List<Kind> kinds, BigDecimal weight, boolean late, Place place_) {}

    @Test
    void recordsAreWrittenWithoutWhatIsNull() {
        Request request = new Request("a", null, List.of(Kind.BOX), new BigDecimal("1.50"), true, stop("M"));
        assertThat(new String(WireJson.write(request), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"a\",\"kinds\":[\"BOX\"],\"weight\":1.50,\"late\":true,\"place\":{\"city\":\"M\"}}");
    }

    @ParameterizedTest
    @CsvSource({"1E+3,1000", "0.00000012,0.00000012", "7.10,7.10", "123456789012345678.05,123456789012345678.05"})
    void amountsAreWrittenPlainWithAllTheirDigits(BigDecimal amount, String written) {
        assertThat(new String(WireJson.write(List.of(amount)), StandardCharsets.UTF_8))
                .isEqualTo("[" + written + "]");
    }

    @Test
    void whatCameUnaskedIsReadLikeAnAnswer() {
        byte[] body = "{\"package\":\"p\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(WireJson.tryRead(CarrierBody.of(body), Loose.class).map(Loose::package_))
                .hasValue("p");
        assertThat(WireJson.tryRead(CarrierBody.of(new byte[0]), Loose.class)).isEmpty();
        assertThat(WireJson.tryRead(CarrierBody.of(new byte[] {'<'}), Loose.class))
                .isEmpty();
    }

    @Test
    void whatIsNoRequestIsRefused() {
        assertThatThrownBy(() -> WireJson.write(new Object())).isInstanceOf(IllegalArgumentException.class);
    }

    record Loose(List<Object> notes, String package_) {}

    @Test
    void whatComesInSeveralShapesIsReadAsItComes() {
        assertThat(WireJson.read(
                        answer("{'notes':['a',7,true,null,{'b':[{'c':'d'},null],'e':null}],'package':'p'}"),
                        Loose.class))
                .isEqualTo(new Loose(List.of("a", "7", true, Map.of("b", List.of(Map.of("c", "d")))), "p"));
    }

    record Unreadable(LocalDate day) {}

    @Test
    void whatNoAnswerCanBeReadAsIsToldAtOnce() {
        assertThatThrownBy(() -> WireJson.read(answer("{}"), Unreadable.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LocalDate");
        assertThatThrownBy(() -> WireJson.read(answer("{}"), Map.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments row(String rule, String fields, Parcel read) {
        return Arguments.of(rule, fields, read);
    }

    private static Parcel parcel(String id) {
        return new Parcel(id, null, null, null, null, null, null, null);
    }

    private static Parcel place(String city) {
        return new Parcel(null, null, null, null, null, stop(city), null, null);
    }

    private static Place stop(String city) {
        return new Place(city, null);
    }

    private static Parcel stops(Place... stops) {
        return new Parcel(null, null, null, null, null, null, Arrays.asList(stops), null);
    }

    private static Parcel tags(String... tags) {
        return new Parcel(null, null, null, null, null, null, null, List.of(tags));
    }

    private static final CarrierResponse.Question QUESTION =
            new CarrierResponse.Question("parcelpost", "parcelpost", "track", "test-call");

    private static CarrierResponse answer(String body) {
        byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        HttpHeaders headers = HttpHeaders.of(Map.of("Content-Type", List.of("text/html")), (name, value) -> true);
        return new CarrierResponse(200, headers, CarrierBody.of(json), QUESTION);
    }
}

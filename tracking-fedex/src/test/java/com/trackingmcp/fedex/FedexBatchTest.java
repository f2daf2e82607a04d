package com.trackingmcp.fedex;

import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.model.TrackingStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that travel in one call and still have nothing to do with each other. */
class FedexBatchTest {
    private static final String FIRST = "231300687629630";
    private static final String SECOND = "122816215025810";

    private final FedexServer fedex = new FedexServer();

    @AfterEach
    void stop() {
        fedex.close();
    }

    private void answer(String... results) {
        fedex.answer(
                FedexServer.TRACK,
                200,
                "{'output':{'completeTrackResults':[%s]}}"
                        .formatted(String.join(",", results))
                        .replace('\'', '"'));
    }

    private List<Outcome<TrackingResult>> track(String... numbers) {
        return track(Stream.of(numbers)
                .map(number -> TrackingNumber.of(number, "fedex"))
                .toList());
    }

    private List<Outcome<TrackingResult>> track(List<TrackingNumber> numbers) {
        try (TrackingClient client = fedex.builder().rawJson(true).build()) {
            return client.trackAll(numbers);
        }
    }

    @Test
    void a_number_with_an_answer_of_its_own_is_not_answered_with_a_parcel_that_merely_mentions_it() {
        answer(
                "{'trackingNumber':'" + FIRST + "','trackResults':[{'latestStatusDetail':{'code':'DL'},"
                        + "'scanEvents':[{'eventType':'DL','date':'2026-03-05T10:00:00'}],"
                        + "'additionalTrackingInfo':{'packageIdentifiers':"
                        + "[{'type':'TRACKING_NUMBER_OR_DOORTAG','values':['" + SECOND + "']}]}}]}",
                "{'trackingNumber':'" + SECOND + "','trackResults':[{'latestStatusDetail':{'code':'OC'},"
                        + "'scanEvents':[{'eventType':'OC','date':'2026-03-01T10:00:00'}]}]}");

        assertThat(track(FIRST, SECOND))
                .extracting(outcome -> outcome.orElseThrow())
                .satisfiesExactly(first -> assertThat(first.status()).isEqualTo(TrackingStatus.DELIVERED), second -> {
                    assertThat(second.status()).isEqualTo(TrackingStatus.LABEL_CREATED);
                    assertThat(second.alternatives()).isEmpty();
                });
    }

    @Test
    void a_parcel_listed_under_another_number_is_that_parcel_and_not_its_neighbours() {
        answer("{'trackResults':["
                + "{'trackingNumberInfo':{'trackingNumber':'" + FIRST + "'},'latestStatusDetail':{'code':'DL'}},"
                + "{'trackingNumberInfo':{'trackingNumber':'" + SECOND + "'},'latestStatusDetail':{'code':'OC'}}]}");

        assertThat(track(FIRST, SECOND))
                .extracting(outcome -> outcome.orElseThrow().status())
                .containsExactly(TrackingStatus.DELIVERED, TrackingStatus.LABEL_CREATED);
    }

    @Test
    void a_door_tag_leads_to_the_parcel_it_was_left_for() {
        answer(
                "{'trackingNumber':'" + FIRST + "','trackResults':[{'latestStatusDetail':{'code':'DE'},"
                        + "'additionalTrackingInfo':{'packageIdentifiers':"
                        + "[{'type':'TRACKING_NUMBER_OR_DOORTAG','values':['DT771613423732']}]}}]}",
                "{'trackingNumber':'" + SECOND + "','trackResults':[{'latestStatusDetail':{'code':'OC'}}]}");

        assertThat(track("DT771613423732", SECOND))
                .extracting(outcome -> outcome.orElseThrow().status())
                .containsExactly(TrackingStatus.EXCEPTION, TrackingStatus.LABEL_CREATED);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 404})
    void a_number_fedex_refuses_costs_only_itself_whatever_the_status(int status) {
        answer("{'trackingNumber':'" + FIRST + "','trackResults':[{'latestStatusDetail':{'code':'OD'}}]}");
        fedex.http.stubFor(post(urlEqualTo(FedexServer.TRACK))
                .withRequestBody(matchingJsonPath("$..[?(@.trackingNumber == '000000000000')]"))
                .willReturn(jsonResponse("{\"errors\":[{\"code\":\"TRACKING.TRACKINGNUMBER.NOTFOUND\"}]}", status)));

        List<Outcome<TrackingResult>> outcomes = track("000000000000", FIRST);

        assertThat(outcomes.get(0).failure().map(CarrierException::code)).contains(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
        assertThat(outcomes.get(1).orElseThrow().status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
    }

    @Test
    void nothing_found_for_a_whole_call_is_asked_for_each_number() {
        answer("{'trackingNumber':'" + FIRST + "','trackResults':[{'latestStatusDetail':{'code':'OD'}}]}");
        fedex.http.stubFor(post(urlEqualTo(FedexServer.TRACK))
                .withRequestBody(matchingJsonPath("$..[?(@.trackingNumber == '" + SECOND + "')]"))
                .willReturn(jsonResponse(
                        "{\"output\":{\"alerts\":\"TRACKING.DATA.NOTFOUND - Tracking data unavailable\"}}", 200)));

        List<Outcome<TrackingResult>> outcomes = track(FIRST, SECOND);

        assertThat(outcomes.get(0).orElseThrow().status()).isEqualTo(TrackingStatus.OUT_FOR_DELIVERY);
        assertThat(outcomes.get(1).failure().map(CarrierException::code)).contains(ErrorCode.TRACKING_NUMBER_NOT_FOUND);
    }

    @Test
    void an_error_beside_results_is_about_the_numbers_that_have_none() {
        fedex.answer(
                FedexServer.TRACK,
                200,
                "{\"errors\":[{\"code\":\"SYSTEM.GENERAL.ERROR\",\"message\":\"It broke.\"}],"
                        + "\"output\":{\"completeTrackResults\":[{\"trackingNumber\":\"" + FIRST
                        + "\",\"trackResults\":[{\"latestStatusDetail\":{\"code\":\"OD\"}}]}]}}");

        List<Outcome<TrackingResult>> outcomes = track(FIRST, SECOND);

        assertThat(outcomes.get(0).isSuccess()).isTrue();
        CarrierException error = outcomes.get(1).failure().orElseThrow();
        assertThat(error.code()).isEqualTo(ErrorCode.CARRIER_UNAVAILABLE);
        assertThat(error.carrierCode()).contains("SYSTEM.GENERAL.ERROR");
        assertThat(error.details().subject()).contains(SECOND);
    }

    @Test
    void a_day_no_parcel_was_ever_shipped_on_costs_no_other_number_its_answer() {
        answer(
                "{'trackingNumber':'" + FIRST + "','trackResults':[{'latestStatusDetail':{'code':'OD'}}]}",
                "{'trackingNumber':'" + SECOND + "','trackResults':[{'latestStatusDetail':{'code':'DL'}}]}");
        TrackingNumber.Builder odd = TrackingNumber.builder().value(FIRST).carrier("fedex");

        for (LocalDate day : List.of(LocalDate.MIN, LocalDate.MAX)) {
            assertThat(track(List.of(odd.shippedOn(day).build(), TrackingNumber.of(SECOND, "fedex"))))
                    .allMatch(Outcome::isSuccess);
        }
        assertThat(fedex.sent(FedexServer.TRACK))
                .allSatisfy(body -> assertThat(body.findValue("shipDateBegin")).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'text'", "7", "[]", "''", "[null]"})
    void the_raw_json_is_never_that_of_another_parcel(String broken) {
        String parcel = "{'trackingNumberInfo':{'trackingNumber':'%s'},'latestStatusDetail':{'code':'%s'}}";
        answer(
                broken,
                "{'trackingNumber':'" + FIRST + "','trackResults':[" + broken + "," + parcel.formatted(FIRST, "OD")
                        + "]}",
                "{'trackingNumber':'" + SECOND + "','trackResults':[" + parcel.formatted(SECOND, "DL") + "]}");

        assertThat(track(FIRST, SECOND)).allSatisfy(outcome -> {
            TrackingResult result = outcome.orElseThrow();
            assertThat(result.rawJson())
                    .hasValueSatisfying(
                            json -> assertThat(json).contains(result.number().value()));
        });
    }
}

package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Distance;
import com.trackingmcp.model.DocumentUpload;
import com.trackingmcp.model.LandedCommodity;
import com.trackingmcp.model.LandedCost;
import com.trackingmcp.model.LandedCostRequest;
import com.trackingmcp.model.LocationQuery;
import com.trackingmcp.model.Manifest;
import com.trackingmcp.model.ManifestRequest;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.OpeningHours;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.PickupConfirmation;
import com.trackingmcp.model.PickupQuery;
import com.trackingmcp.model.PickupRequest;
import com.trackingmcp.model.ServicePoint;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.ShippedFor;
import com.trackingmcp.model.Subscription;
import com.trackingmcp.model.SubscriptionRequest;
import com.trackingmcp.model.UploadedDocument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * What every carrier must do that fetches parcels, estimates duties, takes papers, knows places or closes days, as far as it
 * offers these.
 */
abstract class DeskContract extends SellingContract {
    private DeskSubject desk() {
        assumeTrue(subject.desk().isPresent(), () -> carrier() + " has no desk here");
        return subject.desk().get();
    }

    /** The request to ask; skips the test where the carrier offers no such verb, or this server has no request for it. */
    final <T> T errand(TrackingClient client, String verb, Function<SandboxErrands, Optional<T>> request) {
        assumeTrue(offers(client, verb), () -> carrier() + " does not offer " + verb);
        Optional<T> errand = request.apply(desk().errands());
        assumeTrue(errand.isPresent(), () -> "there is nothing to ask " + carrier() + " for " + verb);
        return errand.get();
    }

    private boolean offers(TrackingClient client, String verb) {
        return connected(client).capabilities().contains(verb);
    }

    @Test
    void books_a_pickup_once_for_the_day_it_was_asked_for() {
        try (TrackingClient client = client()) {
            PickupRequest request = errand(client, "pickups.schedule", SandboxErrands::pickup);
            PickupConfirmation booked = client.pickups().schedule(request);
            assertThat(booked.confirmationNumber()).isNotBlank();
            assertThat(booked.carrier()).isEqualTo(carrier());
            assertThat(booked.date()).isEqualTo(request.date());
            assertThat(desk().booked()).isEqualTo(1);
        }
    }

    @Test
    void tells_all_that_a_pickup_lacks_before_anything_is_sent() {
        try (TrackingClient client = client()) {
            PickupRequest request = PickupRequest.builder()
                    .from(errand(client, "pickups.schedule", SandboxErrands::pickup))
                    .address(Optional.empty())
                    .date(Optional.empty())
                    .readyTime(Optional.empty())
                    .closeTime(Optional.empty())
                    .pieces(List.of())
                    .build();
            InvalidRequestException refusal = catchThrowableOfType(
                    InvalidRequestException.class, () -> client.pickups().schedule(request));
            assertThat(refusal.fields())
                    .extracting(FieldProblem::path)
                    .contains("address", "date", "ready_time", "close_time", "pieces");
            assertThat(subject.otherRequests()).isZero();
        }
    }

    @Test
    void tells_of_a_pickup_whose_answer_was_lost_what_to_look_for_and_books_it_once() {
        try (TrackingClient client = client()) {
            PickupRequest request = errand(client, "pickups.schedule", SandboxErrands::pickup);
            desk().loseAnswers();
            try {
                // found again by the carrier itself
                assertThat(client.pickups().schedule(request).confirmationNumber())
                        .isNotBlank();
            } catch (OutcomeUnknownException lost) {
                assertThat(lost.reference()).isPresent();
            }
            desk().answerAgain();
            assertThat(desk().booked()).isEqualTo(1);
        }
    }

    @Test
    void calls_a_pickup_off_once() {
        try (TrackingClient client = client()) {
            PickupRequest request = errand(client, "pickups.cancel", SandboxErrands::pickup);
            PickupQuery booked = PickupQuery.of(client.pickups().schedule(request));
            assertThat(client.pickups().cancel(booked).cancelled()).isTrue();
            assertThat(desk().booked()).isZero();
            try {
                assertThat(client.pickups().cancel(booked).cancelled())
                        .as("cancelled already")
                        .isTrue();
            } catch (CarrierException refused) {
                assertThat(refused.code()).isNotEqualTo(ErrorCode.OUTCOME_UNKNOWN);
            }
            assertThat(desk().booked()).isZero();
        }
    }

    @Test
    void estimates_duties_and_taxes_that_add_up() {
        try (TrackingClient client = client()) {
            LandedCostRequest request = errand(client, "landedCosts.quote", SandboxErrands::landedCost);
            LandedCost cost = client.landedCosts().quote(request);
            assertThat(cost.total().amount()).isPositive();
            assertThat(cost.total().currency()).hasToString(cost.currency());
            assertThat(sum(cost.duties(), cost.taxes(), cost.brokerage(), cost.otherFees()))
                    .isEqualByComparingTo(cost.total().amount());
            assertThat(cost.partial()).isEqualTo(!cost.commodities().stream().allMatch(LandedCommodity::calculated));
            assertThat(cost.commodities())
                    .allSatisfy(line -> line.total()
                            .ifPresent(total -> assertThat(sum(line.duties(), line.taxes(), line.fees()))
                                    .isEqualByComparingTo(total.amount())));
        }
    }

    @SafeVarargs
    private static BigDecimal sum(Optional<Money>... amounts) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Optional<Money> amount : amounts) {
            sum = sum.add(amount.map(Money::amount).orElse(BigDecimal.ZERO));
        }
        return sum;
    }

    @Test
    void takes_a_paper_for_a_shipment_to_come() {
        try (TrackingClient client = client()) {
            DocumentUpload upload = errand(client, "documents.upload", SandboxErrands::document);
            UploadedDocument held = client.documents().upload(upload);
            assertThat(held.carrier()).isEqualTo(carrier());
            assertThat(held.id()).isPresent();
            assertThat(held.attached()).isFalse();
            assertThat(desk().papers()).isEqualTo(1);
        }
    }

    @Test
    void takes_papers_with_a_shipment_and_after_it() {
        Optional<ShipmentRequest> order = subject.selling().flatMap(SellingSubject::orderAbroad);
        assumeTrue(order.isPresent(), () -> carrier() + " sells nothing over a border here");
        try (TrackingClient client = client()) {
            DocumentUpload upload = errand(client, "documents.uploadAndAttach", SandboxErrands::document);
            Shipment bought = client.ship(ShipmentRequest.builder()
                    .from(order.get())
                    .addTradeDocuments(upload.document().orElseThrow())
                    .build());
            assertThat(bought.alerts()).noneMatch(alert -> alert.text().contains("not uploaded"));
            assertThat(bought.alerts()).noneMatch(alert -> alert.text().contains("not attached"));
            assertThat(desk().papers()).isEqualTo(1);
            desk().rest();
            LocalDate today = LocalDate.ofInstant(subject.clock().instant(), ZoneOffset.UTC);
            UploadedDocument after = client.documents()
                    .uploadAndAttach(DocumentUpload.builder()
                            .from(upload)
                            .shipment(
                                    ShippedFor.of(bought, order.get().shipDate().orElse(today)))
                            .build());
            assertThat(after.attached()).isTrue();
            assertThat(desk().papers()).isEqualTo(2);
        }
    }

    @Test
    void forgets_a_paper_once() {
        try (TrackingClient client = client()) {
            DocumentUpload upload = errand(client, "documents.delete", SandboxErrands::document);
            String id = client.documents().upload(upload).id().orElseThrow();
            assertThat(client.documents().delete(carrier(), id)).isTrue();
            CarrierException gone = catchThrowableOfType(
                    CarrierException.class, () -> client.documents().delete(carrier(), id));
            assertThat(gone.code()).isEqualTo(ErrorCode.DOCUMENT_NOT_FOUND);
        }
    }

    @Test
    void finds_places_the_nearest_first_with_the_days_they_are_open() {
        try (TrackingClient client = client()) {
            LocationQuery query = errand(client, "locations.find", SandboxErrands::locations);
            List<ServicePoint> points = client.locations().find(query).points();
            assertThat(points).isNotEmpty();
            List<BigDecimal> kilometres = points.stream()
                    .flatMap(point -> point.distance().stream())
                    .map(distance -> distance.to(Distance.Unit.KM, 3, RoundingMode.HALF_UP)
                            .value())
                    .toList();
            assertThat(kilometres).isNotEmpty().isSorted();
            assertThat(points)
                    .anySatisfy(point -> assertThat(point.openingHours()).isNotEmpty());
            assertThat(points)
                    .allSatisfy(point -> assertThat(point.openingHours())
                            .extracting(OpeningHours::day)
                            .doesNotHaveDuplicates()
                            .isSorted());
        }
    }

    @Test
    void says_where_there_are_no_places_that_there_are_none() {
        try (TrackingClient client = client()) {
            LocationQuery nowhere = errand(client, "locations.find", errands -> desk().nowhere());
            CarrierException none = catchThrowableOfType(
                    CarrierException.class, () -> client.locations().find(nowhere));
            assertThat(none.code()).isEqualTo(ErrorCode.NO_LOCATIONS_FOUND);
        }
    }

    @Test
    void closes_a_day() {
        try (TrackingClient client = client()) {
            ManifestRequest request = errand(client, "manifests.close", SandboxErrands::manifest);
            Manifest manifest = client.manifests().close(request);
            assertThat(manifest.carrier()).isEqualTo(carrier());
            assertThat(Optional.of(manifest.date())).isEqualTo(request.date());
        }
    }

    @Test
    void tells_of_each_number_whether_it_is_subscribed_to() {
        String number = number(Situation.IN_TRANSIT).value();
        try (TrackingClient client = client()) {
            SubscriptionRequest request =
                    errand(client, "subscriptions.subscribe", errands -> errands.subscription(number));
            List<Outcome<Subscription>> outcomes = client.subscriptions().subscribe(request);
            assertThat(outcomes)
                    .singleElement()
                    .satisfies(outcome ->
                            assertThat(outcome.orElseThrow().trackingNumber()).isEqualTo(number));
        }
    }
}

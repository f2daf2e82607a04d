package com.trackingmcp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.trackingmcp.TrackingClient;
import com.trackingmcp.error.CapabilityNotSupportedException;
import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.FieldProblem;
import com.trackingmcp.error.InvalidRequestException;
import com.trackingmcp.error.OutcomeUnknownException;
import com.trackingmcp.model.Catalog;
import com.trackingmcp.model.CatalogService;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentQuery;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.model.TrackingStatus;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every carrier that sells labels must do, so that money moves once. */
abstract class SellingContract extends TroubleContract {
    private SellingSubject shop() {
        assumeTrue(subject.selling().isPresent(), () -> carrier() + " sells nothing here");
        return subject.selling().get();
    }

    @Test
    void names_the_service_that_is_ordered_in_its_catalogue() {
        ShipmentRequest order = shop().order();
        try (TrackingClient client = client()) {
            Catalog catalog = connected(client).catalog();
            assertThat(catalog.services())
                    .extracting(CatalogService::code)
                    .contains(order.service().orElseThrow());
            assertThat(catalog.labelFormats()).isNotEmpty();
        }
    }

    @Test
    void sells_the_service_it_has_quoted_once() {
        SellingSubject shop = shop();
        try (TrackingClient client = client()) {
            List<Rate> rates = client.rates(shop.order()).rates();
            assertThat(rates).hasSize(1);
            assertThat(rates.get(0).total().amount()).isPositive();
            Shipment shipment = client.ship(rates.get(0), shop.order());
            assertThat(shop.sold()).isEqualTo(1);
            assertThat(shipment.labels())
                    .isNotEmpty()
                    .allMatch(label -> label.content().isPresent());
            assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.LABEL_CREATED);
        }
    }

    @Test
    void tells_all_that_is_missing_before_anything_is_sent() {
        ShipmentRequest order = ShipmentRequest.builder()
                .from(shop().order())
                .recipient(Optional.empty())
                .parcels(List.of())
                .build();
        try (TrackingClient client = client()) {
            InvalidRequestException refusal =
                    catchThrowableOfType(InvalidRequestException.class, () -> client.ship(order));
            assertThat(refusal.fields()).extracting(FieldProblem::path).contains("recipient", "parcels");
            assertThat(subject.otherRequests()).isZero();
            assertThat(shop().sold()).isZero();
        }
    }

    /** A carrier that finds by itself what it sold has nothing to tell of. */
    @Test
    void tells_of_a_lost_answer_what_to_look_for_and_finds_it_again() {
        shop().loseAnswers();
        findsAgainWhatItSold(shop());
    }

    /** Such an answer is no refusal: where it leads is what was done. */
    @ParameterizedTest
    @ValueSource(ints = {302, 303})
    void tells_of_an_answer_that_leads_elsewhere_what_to_look_for_and_finds_it_again(int httpStatus) {
        assumeTrue(shop().redirectAfterwards(httpStatus), "this server leads nobody elsewhere");
        findsAgainWhatItSold(shop());
    }

    private void findsAgainWhatItSold(SellingSubject shop) {
        try (TrackingClient client = client()) {
            Optional<String> reference = boughtWithoutAnswer(client, shop.order());
            assertThat(shop.sold()).isEqualTo(1);
            shop.answerAgain();
            reference.ifPresent(
                    lost -> assertThat(client.shipments().recover(ShipmentQuery.byReference(carrier(), lost)))
                            .hasSize(1));
            assertThat(shop.sold()).isEqualTo(1);
        }
    }

    /** What to look for; nothing where the shipment was found already. */
    private static Optional<String> boughtWithoutAnswer(TrackingClient client, ShipmentRequest order) {
        try {
            assertThat(client.ship(order).labels()).isNotEmpty();
            return Optional.empty();
        } catch (OutcomeUnknownException lost) {
            return Optional.of(lost.reference().orElseThrow());
        }
    }

    @Test
    void cancels_once_or_says_that_it_cannot() {
        SellingSubject shop = shop();
        try (TrackingClient client = client()) {
            Shipment shipment = client.ship(shop.order());
            try {
                assertThat(client.shipments().cancel(shipment).cancelled()).isTrue();
            } catch (CapabilityNotSupportedException cannot) {
                assertThat(cannot).hasMessageContaining(carrier());
                return;
            }
            assertThat(client.track(shipment.trackingNumber()).status()).isEqualTo(TrackingStatus.CANCELLED);
            assertThatThrownBy(() -> client.shipments().cancel(shipment)).isInstanceOf(CarrierException.class);
        }
    }
}

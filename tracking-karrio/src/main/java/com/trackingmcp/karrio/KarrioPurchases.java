package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Price;
import com.trackingmcp.karrio.KarrioShipWire.Stored;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Money;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.Shipment;
import com.trackingmcp.model.ShipmentRequest;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Buys labels in two steps: a draft that is priced, and the purchase of one of its prices. Safe for use by many threads; never
 * blocks.
 *
 * <p>The purchase is sent once. Where its answer is lost the draft is read again: a label that was bought is the answer, and
 * anything else leaves it unknown, for Karrio may still wait for the carrier, or may have lost what the carrier said, which it
 * calls an error of the carrier's. A
 * draft that surely was not bought is cancelled, as well as that goes.
 *
 * <p>Both requests carry one id, under which Karrio keeps the shipment.
 */
final class KarrioPurchases {
    private static final String OPERATION = "ship";
    private static final String SHIPMENTS = "/v1/shipments";
    private static final int WRONG_STATE = 409;

    private final KarrioSeller seller;
    private final KarrioDoor door;
    private final KarrioDrafts drafts;
    private final KarrioPapers papers;
    private final KarrioShipmentMapper mapper;

    KarrioPurchases(KarrioSeller seller) {
        this.seller = seller;
        this.door = seller.door();
        this.drafts = new KarrioDrafts(seller);
        this.papers = new KarrioPapers(door);
        this.mapper = new KarrioShipmentMapper(door);
    }

    CompletableFuture<Shipment> ship(ShipmentRequest request, CallContext call) {
        String purchase = UUID.randomUUID().toString();
        return drafts.make(request, purchase, call)
                .thenCompose(draft -> KarrioShipmentStatus.isBought(draft)
                        ? CompletableFuture.completedFuture(draft)
                        : buy(draft, request, purchase, call))
                .thenCompose(bought -> papers.of(bought, call)
                        .thenApply(prints -> noted(mapper.bought(bought, prints, request), request)));
    }

    private CompletableFuture<Stored> buy(Stored draft, ShipmentRequest request, String purchase, CallContext call) {
        Optional<Price> chosen = chosen(draft, request);
        if (chosen.isEmpty()) {
            return drafts.discard(draft, call)
                    .thenCompose(done -> CompletableFuture.failedFuture(notSold(draft, request, call)));
        }
        CarrierRequest.Builder order = CarrierRequest.post(OPERATION)
                .path(SHIPMENTS)
                .segment(WireText.text(draft.id()).orElse(""))
                .path("/purchase")
                .json(WireJson.write(KarrioShipRequests.purchase(
                        WireText.text(chosen.get().id()).orElse(""), request)));
        return door.send(order, purchase, call)
                .thenApply(this::bought)
                .exceptionallyCompose(failure -> settled(KarrioErrors.ofDeed(failure), draft, request, call));
    }

    /** An answer that does not say that it was bought is none. */
    private Stored bought(CarrierResponse response) {
        Stored stored = KarrioDrafts.identified(door, response);
        if (!KarrioShipmentStatus.isBought(stored)) {
            throw response.fault(ErrorCode.MALFORMED_RESPONSE)
                    .argument("reason", "it does not say that the shipment was bought")
                    .toException();
        }
        return stored;
    }

    /** The price of the wanted service: as it was quoted where it still is, else the lowest. */
    private Optional<Price> chosen(Stored draft, ShipmentRequest request) {
        String service = request.service().orElse("");
        List<Price> prices = list(draft.rates()).stream()
                .filter(price -> seller.owns(price) && WireText.text(price.id()).isPresent())
                .filter(price ->
                        WireText.text(price.service()).filter(service::equals).isPresent())
                .toList();
        Optional<Money> quoted = request.quoted().map(Rate::total);
        return prices.stream()
                .filter(price -> quoted.isPresent() && KarrioPrices.total(price).equals(quoted))
                .findFirst()
                .or(() -> prices.stream().min(Comparator.comparing(KarrioPurchases::amount)));
    }

    private static BigDecimal amount(Price price) {
        return Optional.ofNullable(price.total_charge()).orElse(BigDecimal.valueOf(Long.MAX_VALUE));
    }

    private CarrierException notSold(Stored draft, ShipmentRequest request, CallContext call) {
        String sold = list(draft.rates()).stream()
                .filter(seller::owns)
                .flatMap(price -> WireText.text(price.service()).stream())
                .distinct()
                .collect(Collectors.joining(", "));
        Optional<String> said = KarrioNotes.text(list(draft.messages()));
        String reason = "it does not sell " + request.service().orElse("") + " for this shipment, but "
                + (sold.isEmpty() ? "nothing" : sold)
                + said.map(text -> "; it says: " + text).orElse("");
        return door.fault(ErrorCode.REQUEST_REFUSED, OPERATION)
                .correlationId(call.correlationId())
                .carrierCode(KarrioNotes.code(list(draft.messages())).orElse(null))
                .carrierText(said.orElse(null))
                .argument("reason", reason)
                .toException();
    }

    /** What became of a purchase that was not answered as it should be; whatever is not lost was surely not bought. */
    private CompletableFuture<Stored> settled(
            CarrierException error, Stored draft, ShipmentRequest request, CallContext call) {
        int status = error.details().httpStatus().orElse(0);
        if (KarrioDrafts.isLost(error) || status == WRONG_STATE) {
            return reread(draft, call).handle((stored, failure) -> {
                if (stored != null && KarrioShipmentStatus.isBought(stored)) {
                    return stored;
                }
                throw KarrioDrafts.isLost(error) ? unknown(error, draft, request) : error;
            });
        }
        return drafts.discard(draft, call).thenCompose(done -> CompletableFuture.failedFuture(error));
    }

    private CompletableFuture<Stored> reread(Stored draft, CallContext call) {
        CarrierRequest.Builder question = CarrierRequest.get(OPERATION)
                .path(SHIPMENTS)
                .segment(WireText.text(draft.id()).orElse(""));
        return door.send(question, call).thenApply(response -> KarrioDrafts.identified(door, response));
    }

    private static CarrierException unknown(CarrierException error, Stored draft, ShipmentRequest request) {
        return error.details().toBuilder(ErrorCode.OUTCOME_UNKNOWN)
                .retryable(false)
                .subject(WireText.text(draft.id()).orElse(""))
                .carrierText("shipment " + draft.id() + " is not known to be bought; Karrio may still be at work at it"
                        + error.details()
                                .carrierText()
                                .map(said -> "; it says: " + said)
                                .orElse(""))
                .reference(KarrioShipRequests.reference(request).orElse(null))
                .toException(error);
    }

    /** What the buyer should know: that it costs other than quoted, or is not what was asked for. */
    private static Shipment noted(Shipment shipment, ShipmentRequest request) {
        Shipment.Builder noted = Shipment.builder().from(shipment);
        Optional<Money> quoted = request.quoted().map(Rate::total);
        shipment.price()
                .filter(price -> quoted.filter(before -> !before.equals(price)).isPresent())
                .ifPresent(price -> noted.addAlerts(alert("It costs " + price + "; the quote was " + quoted.get())));
        shipment.service()
                .filter(service -> request.service()
                        .filter(wanted -> !wanted.equals(service))
                        .isPresent())
                .ifPresent(service -> noted.addAlerts(alert("Karrio bought " + service + " instead of "
                        + request.service().get())));
        return noted.build();
    }

    private static Alert alert(String text) {
        return Alert.builder().text(text).build();
    }
}

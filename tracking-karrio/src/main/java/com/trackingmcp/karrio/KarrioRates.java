package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.karrio.KarrioShipWire.Note;
import com.trackingmcp.karrio.KarrioShipWire.Price;
import com.trackingmcp.karrio.KarrioShipWire.Prices;
import com.trackingmcp.model.Alert;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.Rate;
import com.trackingmcp.model.ShipmentRequest;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.Outcomes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Asks Karrio for prices: at several connections in one question. Stateless; never blocks.
 *
 * <p>Karrio tells prices and what carriers said side by side: what a carrier said is why it has no price where it has none, and
 * a note on its prices where it has some. A connection of which nothing is told does not serve the lane. Where all of them
 * refuse, Karrio refuses the question as a whole, in words of which it is not always clear whose they are: then each is asked
 * by itself.
 */
final class KarrioRates {
    private static final String OPERATION = "rates";
    private static final String PATH = "/v1/proxy/rates";
    private static final int CARRIERS_REFUSED = 424;

    private KarrioRates() {}

    /**
     * An outcome for each connection, by its id.
     *
     * @param door in whose name they are asked
     */
    static CompletableFuture<Map<String, Outcome<List<Rate>>>> ask(
            KarrioDoor door, List<KarrioSeller> sellers, ShipmentRequest request, CallContext call) {
        CarrierRequest.Builder question = CarrierRequest.postToRead(OPERATION)
                .path(PATH)
                .json(WireJson.write(KarrioShipRequests.question(request, sellers)));
        return door.send(question, call)
                .thenApply(response -> door.read(
                        response,
                        Prices.class,
                        prices -> perSeller(sellers, seller -> outcome(seller, sellers, prices, response))))
                .exceptionallyCompose(failure -> refused(failure, sellers, request, call));
    }

    /** The same at one connection. */
    static CompletableFuture<List<Rate>> ask(KarrioSeller seller, ShipmentRequest request, CallContext call) {
        return ask(seller.door(), List.of(seller), request, call)
                .thenApply(outcomes -> outcomes.values().iterator().next().orElseThrow());
    }

    private static CompletableFuture<Map<String, Outcome<List<Rate>>>> refused(
            Throwable failure, List<KarrioSeller> sellers, ShipmentRequest request, CallContext call) {
        CarrierException error = Outcomes.carrierException(failure);
        boolean byAll = error.details().httpStatus().orElse(0) == CARRIERS_REFUSED;
        if (!byAll || sellers.size() == 1) {
            return CompletableFuture.completedFuture(perSeller(
                    sellers,
                    seller -> Outcome.failure(named(error, seller.door().profile()))));
        }
        List<CompletableFuture<List<Rate>>> alone =
                sellers.stream().map(seller -> ask(seller, request, call)).toList();
        return Outcomes.gather(alone).thenApply(outcomes -> {
            Map<String, Outcome<List<Rate>>> told = new LinkedHashMap<>();
            for (int i = 0; i < sellers.size(); i++) {
                told.put(sellers.get(i).door().profile().connection(), outcomes.get(i));
            }
            return told;
        });
    }

    private static CarrierException named(CarrierException error, CarrierProfile profile) {
        return error.details().toBuilder()
                .carrier(profile.carrier())
                .connection(profile.connection())
                .toException(error.getCause());
    }

    private static <T> Map<String, T> perSeller(List<KarrioSeller> sellers, Function<KarrioSeller, T> of) {
        Map<String, T> told = new LinkedHashMap<>();
        sellers.forEach(seller -> told.put(seller.door().profile().connection(), of.apply(seller)));
        return told;
    }

    private static Outcome<List<Rate>> outcome(
            KarrioSeller seller, List<KarrioSeller> sellers, Prices prices, CarrierResponse response) {
        List<Note> notes = notes(seller, sellers, prices);
        List<Alert> alerts = KarrioNotes.alerts(notes);
        List<Rate> rates = list(prices.rates()).stream()
                .filter(price -> isOf(price, seller, sellers))
                .flatMap(price -> KarrioPrices.rate(seller.door().profile(), price, alerts).stream())
                .toList();
        boolean refused = rates.isEmpty() && notes.stream().anyMatch(KarrioNotes::isProblem);
        return refused ? Outcome.failure(refusal(seller, notes, response)) : Outcome.success(rates);
    }

    /** By the id of the connection where it is one of those asked, for labels may be shared; whoever was asked alone has answered. */
    private static boolean isOf(Price price, KarrioSeller seller, List<KarrioSeller> sellers) {
        Optional<KarrioSeller> identified =
                sellers.stream().filter(one -> one.isIdentified(price)).findFirst();
        boolean anonymous = WireText.text(price.carrier_id()).isEmpty();
        return identified.map(seller::equals).orElseGet(() -> seller.owns(price) || anonymous && sellers.size() == 1);
    }

    /** What nobody is named with is told of all. */
    private static List<Note> notes(KarrioSeller seller, List<KarrioSeller> sellers, Prices prices) {
        return list(prices.messages()).stream()
                .filter(note -> seller.owns(note) || sellers.stream().noneMatch(other -> other.owns(note)))
                .toList();
    }

    private static CarrierException refusal(KarrioSeller seller, List<Note> notes, CarrierResponse response) {
        List<Note> problems = notes.stream().filter(KarrioNotes::isProblem).toList();
        Optional<String> text = KarrioNotes.text(problems);
        return seller.door()
                .fault(ErrorCode.REQUEST_REFUSED, OPERATION)
                .correlationId(response.correlationId())
                .httpStatus(response.status())
                .carrierCode(KarrioNotes.code(problems).orElse(null))
                .carrierText(text.orElse(null))
                .toException();
    }
}

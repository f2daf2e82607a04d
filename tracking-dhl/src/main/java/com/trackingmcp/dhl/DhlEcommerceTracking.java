package com.trackingmcp.dhl;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierHttp;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.CarrierResponse;
import com.trackingmcp.http.Credentials;
import com.trackingmcp.http.OAuth2Tokens;
import com.trackingmcp.http.Quota;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Outcome;
import com.trackingmcp.model.TrackingEvent;
import com.trackingmcp.model.TrackingNumber;
import com.trackingmcp.model.TrackingResult;
import com.trackingmcp.spi.CarrierContext;
import com.trackingmcp.spi.CarrierProfile;
import com.trackingmcp.spi.CheckDigits;
import com.trackingmcp.spi.Outcomes;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * eCommerce Americas v4: parcels of the accounts its credentials are for, up to ten ids of one kind a call. Safe for
 * use by many threads.
 *
 * <p>Fourteen and sixteen digits are asked for as {@code dhlPackageId}, everything else as {@code trackingId}, under
 * which DHL also finds the numbers of its partners; {@code packageId} would need a pickup account beside it. Other
 * shippers' parcels are left out of the answer, or answered with 404: both say "not known". The API documents no header
 * for an id of the caller's, so none is sent.
 */
final class DhlEcommerceTracking implements DhlApi.Client {
    private final CarrierHttp http;
    private final DhlEcommerceMapper mapper;

    DhlEcommerceTracking(
            URI baseUri,
            Supplier<Credentials> credentials,
            Quota quota,
            CarrierProfile profile,
            CarrierContext context) {
        CarrierHttp door =
                context.http(profile).baseUri(baseUri).errors(new DhlErrors()).build();
        this.http = context.http(profile)
                .api("ecommerce")
                .quota(quota)
                .baseUri(baseUri)
                .errors(new DhlErrors())
                .authorization(new OAuth2Tokens(door, "/auth/v4/accesstoken", OAuth2Tokens.Style.FORM, credentials))
                .build();
        this.mapper = new DhlEcommerceMapper(profile, context);
    }

    @Override
    public CompletableFuture<List<Outcome<TrackingResult>>> track(List<TrackingNumber> numbers, CallContext call) {
        Map<String, List<TrackingNumber>> byKind = new LinkedHashMap<>();
        numbers.forEach(number -> byKind.computeIfAbsent(kind(number.value()), kind -> new ArrayList<>())
                .add(number));
        List<CompletableFuture<Map<TrackingNumber, Outcome<TrackingResult>>>> asked = byKind.entrySet().stream()
                .map(entry -> ask(entry.getKey(), entry.getValue(), call))
                .toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new)).thenApply(done -> {
            Map<TrackingNumber, Outcome<TrackingResult>> outcomes = new LinkedHashMap<>();
            asked.forEach(part -> outcomes.putAll(part.join()));
            return numbers.stream().map(outcomes::get).toList();
        });
    }

    private static String kind(String number) {
        boolean packageId = (number.length() == 14 || number.length() == 16) && CheckDigits.isDigits(number);
        return packageId ? "dhlPackageId" : "trackingId";
    }

    /** One call; never fails, for a call of another kind of ids may go beside it. */
    private CompletableFuture<Map<TrackingNumber, Outcome<TrackingResult>>> ask(
            String kind, List<TrackingNumber> numbers, CallContext call) {
        CarrierRequest request = CarrierRequest.get(DhlWireRead.TRACK)
                .path("/tracking/v4/package/open")
                .query(
                        kind,
                        String.join(
                                ",", numbers.stream().map(TrackingNumber::value).toList()))
                .build();
        return http.send(request, call)
                .thenApply(response -> read(response, numbers, call))
                .exceptionally(failure -> {
                    CarrierException error = Outcomes.carrierException(failure);
                    Map<TrackingNumber, Outcome<TrackingResult>> failed = new LinkedHashMap<>();
                    numbers.forEach(number -> failed.put(number, Outcome.failure(DhlWireRead.about(error, number))));
                    return failed;
                });
    }

    private Map<TrackingNumber, Outcome<TrackingResult>> read(
            CarrierResponse response, List<TrackingNumber> numbers, CallContext call) {
        DhlEcommerceWire.Answer answer = WireJson.read(response, DhlEcommerceWire.Answer.class);
        List<DhlEcommerceMapper.Found> found = found(answer, response, call);
        boolean onlyOne = numbers.size() == 1 && found.size() == 1;
        boolean cut = WireText.integer(answer.total()).orElse(0) > found.size();
        Map<TrackingNumber, Outcome<TrackingResult>> outcomes = new LinkedHashMap<>();
        for (TrackingNumber number : numbers) {
            // A tracking id may stand for several references, so a lone answer to a lone question needs no equal id.
            List<DhlEcommerceMapper.Found> matching = found.stream()
                    .filter(parcel -> onlyOne || parcel.isOf(number.value()))
                    .toList();
            outcomes.put(number, outcome(matching, number, cut, call));
        }
        return outcomes;
    }

    private List<DhlEcommerceMapper.Found> found(
            DhlEcommerceWire.Answer answer, CarrierResponse response, CallContext call) {
        @Nullable List<DhlEcommerceWire.@Nullable Entry> packages = answer.packages();
        if (packages == null) {
            if (answer.total() != null) {
                return List.of();
            }
            throw DhlWireRead.unreadable(http, "it holds no list of packages", call);
        }
        return DhlWireRead.parcels(response, "packages", packages, call, DhlEcommerceMapper.Found::new);
    }

    private Outcome<TrackingResult> outcome(
            List<DhlEcommerceMapper.Found> matching, TrackingNumber number, boolean cut, CallContext call) {
        if (matching.isEmpty()) {
            return cut
                    ? Outcome.failure(DhlWireRead.about(
                            DhlWireRead.unreadable(http, "it is cut off before this parcel", call), number))
                    : DhlWireRead.notFound(http, number, call);
        }
        return DhlWireRead.best(matching.stream()
                .map(found -> DhlWireRead.mapped(http, number, () -> mapper.map(found, number)))
                .sorted((one, other) -> DhlWireRead.newestFirst(newest(one), newest(other)))
                .toList());
    }

    private static Optional<CarrierTime> newest(Outcome<TrackingResult> result) {
        return result.value().flatMap(TrackingResult::latestEvent).flatMap(TrackingEvent::time);
    }
}

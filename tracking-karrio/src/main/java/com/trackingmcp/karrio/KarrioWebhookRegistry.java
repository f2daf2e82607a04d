package com.trackingmcp.karrio;

import static com.trackingmcp.http.WireJson.list;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.error.ErrorCode;
import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.http.WireTime;
import com.trackingmcp.model.CarrierTime;
import com.trackingmcp.model.Page;
import com.trackingmcp.model.WebhookRegistration;
import com.trackingmcp.model.WebhookRequest;
import com.trackingmcp.spi.Outcomes;
import com.trackingmcp.spi.RequestCheck;
import com.trackingmcp.spi.WebhookRegistryCapability;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The web addresses that the server tells of what happens. Safe for use by many threads; never blocks.
 *
 * <p>Where the answer to a registration or a removal was lost, the server is asked what it has: a registration of the same
 * address for the same events is the one that was wanted. The server turns an address off after five failures in a row.
 */
final class KarrioWebhookRegistry implements WebhookRegistryCapability {
    private static final String WEBHOOKS = "/v1/webhooks";
    private static final String REGISTER = "register_webhook";
    private static final String LIST = "list_webhooks";
    private static final String TEST = "test_webhook";
    private static final String REMOVE = "remove_webhook";
    private static final String EVERYTHING = "all";
    private static final int LONGEST = 200;
    private static final int PART = 100;

    private final KarrioDoor door;

    /** What is asked. */
    record Wish(
            String url,
            List<String> enabled_events,
            @Nullable String description) {}

    /** A web address as Karrio has it. */
    record Wire(
            @Nullable String id,
            @Nullable String url,
            @Nullable String description,
            @Nullable List<@Nullable String> enabled_events,
            @Nullable Boolean disabled,
            @Nullable String last_event_at,
            @Nullable String secret) {
        @Override
        public String toString() {
            return "Wire[" + id + "]";
        }
    }

    /** A part of the list. */
    record Listing(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Wire> results) implements KarrioListing<Wire> {}

    /** Whether something was done. */
    record Done(@Nullable Boolean success) {}

    KarrioWebhookRegistry(KarrioDoor door) {
        this.door = door;
    }

    @Override
    public void check(WebhookRequest request, RequestCheck check) {
        check.required("url", request.url())
                .filter(url -> !isWebAddress(url))
                .ifPresent(url -> check.wrong("url", "is no http or https URL"));
        check.atMost(LONGEST, "url", request.url());
        check.atMost(LONGEST, "description", request.description());
    }

    private static boolean isWebAddress(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public CompletableFuture<WebhookRegistration> register(WebhookRequest request, CallContext call) {
        List<String> events = request.events().isEmpty()
                ? List.of(EVERYTHING)
                : request.events().stream().sorted().toList();
        Wish wish = new Wish(
                request.url().orElseThrow(), events, request.description().orElse(null));
        CarrierRequest.Builder post = CarrierRequest.post(REGISTER)
                .path(WEBHOOKS)
                .json(WireJson.write(wish))
                .secret();
        return door.ask(post, Wire.class, this::registration, call)
                .exceptionallyCompose(failure -> registered(wish, 0, Outcomes.carrierException(failure), call));
    }

    /** Whether it is there after all. */
    private CompletableFuture<WebhookRegistration> registered(
            Wish wish, int offset, CarrierException lost, CallContext call) {
        if (lost.code() != ErrorCode.OUTCOME_UNKNOWN) {
            return CompletableFuture.failedFuture(lost);
        }
        return registered(offset, PART, call)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(lost))
                .thenCompose(page -> {
                    Optional<WebhookRegistration> found = page.items().stream()
                            .filter(one -> isWanted(one, wish))
                            .findFirst();
                    if (found.isPresent()) {
                        return CompletableFuture.completedFuture(found.get());
                    }
                    return page.hasMore()
                            ? registered(wish, offset + page.items().size(), lost, call)
                            : CompletableFuture.failedFuture(lost);
                });
    }

    private static boolean isWanted(WebhookRegistration one, Wish wish) {
        return one.url().equals(wish.url())
                && !one.disabled()
                && new TreeSet<>(one.events()).equals(new TreeSet<>(wish.enabled_events()));
    }

    @Override
    public CompletableFuture<Page<WebhookRegistration>> registered(int offset, int limit, CallContext call) {
        return door.page(
                CarrierRequest.get(LIST).path(WEBHOOKS).secret(),
                offset,
                limit,
                Listing.class,
                this::registration,
                call);
    }

    @Override
    public CompletableFuture<Boolean> test(String id, CallContext call) {
        CarrierRequest.Builder post = CarrierRequest.post(TEST)
                .path(WEBHOOKS)
                .segment("id", id)
                .path("/test")
                .json(WireJson.write(Map.of("payload", Map.of())));
        return door.ask(post, Done.class, done -> Boolean.TRUE.equals(done.success()), call);
    }

    /** What it was is read before, for nothing tells it afterwards where the answer is lost. */
    @Override
    public CompletableFuture<WebhookRegistration> remove(String id, CallContext call) {
        return read(id, call)
                .thenCompose(before -> door.send(
                                CarrierRequest.delete(REMOVE)
                                        .path(WEBHOOKS)
                                        .segment("id", id)
                                        .secret(),
                                call)
                        .thenApply(response -> before)
                        .exceptionallyCompose(
                                failure -> removed(id, before, Outcomes.carrierException(failure), call)));
    }

    private CompletableFuture<WebhookRegistration> removed(
            String id, WebhookRegistration before, CarrierException lost, CallContext call) {
        if (lost.code() != ErrorCode.OUTCOME_UNKNOWN) {
            return CompletableFuture.failedFuture(lost);
        }
        return Outcomes.settle(read(id, call))
                .thenCompose(now -> now.failure()
                        .filter(error -> error.code() == ErrorCode.OBJECT_NOT_FOUND)
                        .map(gone -> CompletableFuture.completedFuture(before))
                        .orElseGet(() -> CompletableFuture.failedFuture(lost)));
    }

    private CompletableFuture<WebhookRegistration> read(String id, CallContext call) {
        return door.ask(
                CarrierRequest.get(REMOVE).path(WEBHOOKS).segment("id", id).secret(),
                Wire.class,
                this::registration,
                call);
    }

    private WebhookRegistration registration(Wire wire) {
        return WebhookRegistration.builder()
                .connection(door.profile().connection())
                .id(WireText.text(wire.id()).orElse(""))
                .url(url(wire))
                .events(list(wire.enabled_events()))
                .secret(WireText.text(wire.secret()))
                .description(WireText.text(wire.description()))
                .disabled(Boolean.TRUE.equals(wire.disabled()))
                .lastEvent(WireTime.parse(wire.last_event_at()).flatMap(CarrierTime::instant))
                .build();
    }

    private String url(Wire wire) {
        return WireText.text(wire.url())
                .orElseThrow(() -> door.fault(ErrorCode.MALFORMED_RESPONSE, LIST)
                        .argument("reason", "it holds a webhook without url")
                        .toException());
    }
}

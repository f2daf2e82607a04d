package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.http.WireText;
import com.trackingmcp.model.BatchItem;
import com.trackingmcp.model.BatchOperation;
import com.trackingmcp.model.BatchStatus;
import com.trackingmcp.model.Page;
import com.trackingmcp.spi.BatchCapability;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What Karrio does by itself after it answered: many trackers, shipments or orders at once. Safe for use by many threads. */
final class KarrioBatches implements BatchCapability {
    private static final String OPERATIONS = "/v1/batches/operations";

    /**
     * Of operations and of the single things in them. Source: Karrio's OpenAPI description 2026.1.32, BatchOperation.status;
     * the words that only single things have, its server's ResourceStatus.
     */
    private static final Map<String, BatchStatus> STATUSES = Map.of(
            "queued", BatchStatus.QUEUED,
            "running", BatchStatus.RUNNING,
            "failed", BatchStatus.FAILED,
            "completed", BatchStatus.COMPLETED,
            "completed_with_errors", BatchStatus.COMPLETED_WITH_ERRORS,
            "created", BatchStatus.COMPLETED,
            "processed", BatchStatus.COMPLETED,
            "incomplete", BatchStatus.COMPLETED_WITH_ERRORS,
            "has_errors", BatchStatus.FAILED);

    private final KarrioDoor door;

    KarrioBatches(KarrioDoor door) {
        this.door = door;
    }

    record Operation(
            @Nullable String id,
            @Nullable String status,
            @Nullable String resource_type,
            @Nullable List<@Nullable Resource> resources,
            @Nullable String created_at,
            @Nullable String updated_at) {}

    record Resource(
            @Nullable String id,
            @Nullable String status,
            @Nullable Object errors) {}

    record Operations(
            @Nullable Integer count,
            @Nullable String next,
            @Nullable List<@Nullable Operation> results) implements KarrioListing<Operation> {}

    @Override
    public CompletableFuture<Page<BatchOperation>> operations(int offset, int limit, CallContext call) {
        return door.page(
                CarrierRequest.get("list_batches").path(OPERATIONS),
                offset,
                limit,
                Operations.class,
                this::operation,
                call);
    }

    @Override
    public CompletableFuture<BatchOperation> operation(String id, CallContext call) {
        return KarrioAnswers.known(
                "batch operation",
                id,
                door.ask(
                        CarrierRequest.get("read_batch").path(OPERATIONS).segment("id", id),
                        Operation.class,
                        this::operation,
                        call));
    }

    /** The operation as Karrio tells it. */
    BatchOperation operation(Operation told) {
        return BatchOperation.builder()
                .connection(door.profile().connection())
                .id(WireText.text(told.id()).orElse(""))
                .status(status(told.status()))
                .carrierStatusCode(WireText.text(told.status()))
                .kind(WireText.text(told.resource_type()).orElse(""))
                .items(WireJson.list(told.resources()).stream().map(this::item).toList())
                .created(KarrioAnswers.instant(told.created_at()))
                .updated(KarrioAnswers.instant(told.updated_at()))
                .build();
    }

    private BatchItem item(Resource told) {
        return BatchItem.builder()
                .id(WireText.text(told.id()))
                .status(status(told.status()))
                .errors(texts(told.errors()).toList())
                .build();
    }

    private BatchStatus status(@Nullable String word) {
        Optional<String> told = WireText.text(word).map(text -> text.toLowerCase(Locale.ROOT));
        told.filter(text -> !STATUSES.containsKey(text)).ifPresent(text -> door.unmapped("batch:" + text));
        return told.map(text -> STATUSES.getOrDefault(text, BatchStatus.UNKNOWN))
                .orElse(BatchStatus.UNKNOWN);
    }

    /** Errors come as a list, under {@code errors} or {@code messages}, as one, or by field. */
    private static Stream<String> texts(@Nullable Object errors) {
        if (errors instanceof List<?> list) {
            return list.stream().flatMap(KarrioBatches::texts);
        }
        if (!(errors instanceof Map<?, ?> map)) {
            return errors == null ? Stream.empty() : WireText.text(errors.toString()).stream();
        }
        Optional<String> message = KarrioMaps.text(map, "message");
        if (message.isPresent()) {
            return message.stream();
        }
        Object inner = map.containsKey("errors") ? map.get("errors") : map.get("messages");
        return inner == null
                ? map.entrySet().stream()
                        .flatMap(field -> texts(field.getValue()).map(text -> field.getKey() + ": " + text))
                : texts(inner);
    }
}

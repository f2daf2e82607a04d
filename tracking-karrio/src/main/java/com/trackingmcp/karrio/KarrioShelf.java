package com.trackingmcp.karrio;

import com.trackingmcp.http.CallContext;
import com.trackingmcp.http.CarrierRequest;
import com.trackingmcp.http.WireJson;
import com.trackingmcp.model.Page;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where Karrio keeps the things of one kind. Safe for use by many threads.
 *
 * @param <W> one of them, as Karrio writes it
 * @param <L> a page of them
 * @param <T> one of them
 */
final class KarrioShelf<W, L extends KarrioListing<W>, T> {
    private final KarrioDoor door;
    private final String what;
    private final String several;
    private final Class<W> one;
    private final Class<L> page;
    private final Function<W, T> reader;

    /**
     * A shelf.
     *
     * @param what what one of them is called, such as {@code address}
     * @param several what they are called in the path, such as {@code addresses}
     */
    KarrioShelf(KarrioDoor door, String what, String several, Class<W> one, Class<L> page, Function<W, T> reader) {
        this.door = door;
        this.what = what;
        this.several = several;
        this.one = one;
        this.page = page;
        this.reader = reader;
    }

    private CarrierRequest.Builder at(CarrierRequest.Builder request) {
        return request.path("/v1/" + several);
    }

    CompletableFuture<Page<T>> list(int offset, int limit, CallContext call) {
        return door.page(at(CarrierRequest.get("list_" + several)), offset, limit, page, reader, call);
    }

    /** Keeps a new one. */
    CompletableFuture<T> add(Map<String, Object> content, CallContext call) {
        return ask(at(CarrierRequest.post("save_" + what)).json(WireJson.write(content)), call);
    }

    /** Keeps it instead of the one with this id. */
    CompletableFuture<T> replace(String id, Map<String, @Nullable Object> content, CallContext call) {
        CarrierRequest.Builder request =
                at(CarrierRequest.patch("save_" + what)).segment("id", id).json(WireJson.write(content));
        return KarrioAnswers.known(what, id, ask(request, call));
    }

    CompletableFuture<T> delete(String id, CallContext call) {
        return KarrioAnswers.known(
                what, id, ask(at(CarrierRequest.delete("delete_" + what)).segment("id", id), call));
    }

    private CompletableFuture<T> ask(CarrierRequest.Builder request, CallContext call) {
        return door.ask(request, one, reader, call);
    }
}

package com.trackingmcp;

import com.trackingmcp.error.CarrierException;
import com.trackingmcp.internal.engine.Pending;
import com.trackingmcp.internal.engine.StoreDesk.PageOf;
import com.trackingmcp.model.Page;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list that a server keeps, fetched as it is read: never more than a page of it is held. Safe for use by many threads,
 * each with an iterator or stream of its own; may be read again, and is asked for anew then.
 *
 * <p>What the list gets at its front while it is read moves the rest of it back: what was read already is not told twice.
 * What is taken out meanwhile moves the rest to the front, and as many may be missed. A page that holds nothing new is the
 * last.
 */
public final class Listing<T> implements Iterable<T> {
    /** What most servers tell at once without trouble. */
    private static final int PAGE = 100;

    private final Function<PageOf, Pending<Page<T>>> source;
    private final Function<T, String> id;

    Listing(Function<PageOf, Pending<Page<T>>> source, Function<T, String> id) {
        this.source = source;
        this.id = id;
    }

    /**
     * A page of it.
     *
     * @param offset how many come before it; 0 or more
     * @param limit how many to tell, at most: 1 to 100
     * @throws com.trackingmcp.error.InvalidRequestException for any other
     * @throws CarrierException for whatever else went wrong
     */
    public Page<T> page(int offset, int limit) {
        return source.apply(new PageOf(offset, limit)).await();
    }

    /** The twin of {@link #page(int, int)}. */
    public CompletableFuture<Page<T>> pageAsync(int offset, int limit) {
        return Async.attempt(() -> source.apply(new PageOf(offset, limit)).handedOver());
    }

    /**
     * Reads it from its beginning. Fetches a page of a hundred when the last one was read, on the thread that reads.
     *
     * @throws CarrierException from {@code hasNext} and {@code next}, for whatever went wrong; reading on tries again
     */
    @Override
    public Iterator<T> iterator() {
        return new Reader();
    }

    /** The same as a stream: lazy, in order, for one thread. */
    public Stream<T> stream() {
        int ordered = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), ordered), false);
    }

    private final class Reader implements Iterator<T> {
        private Iterator<T> page = List.<T>of().iterator();
        private Set<String> lastPage = Set.of();
        private int offset;
        private int inVain;
        private boolean ended;

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !ended) {
                turn();
            }
            return page.hasNext();
        }

        private void turn() {
            Page<T> next = page(offset, PAGE);
            offset += next.items().size();
            Set<String> told = lastPage;
            // once may be that a whole page came in at the front; a server that tells the same page whatever is asked
            // goes on for ever
            boolean nothingNew = next.items().stream().allMatch(item -> told.contains(id.apply(item)));
            inVain = nothingNew ? inVain + 1 : 0;
            ended = !next.hasMore() || next.items().isEmpty() || inVain > 1;
            page = next.items().stream()
                    .filter(item -> !told.contains(id.apply(item)))
                    .iterator();
            // what a server tells no id of cannot be known again, and is told each time
            lastPage = next.items().stream()
                    .map(id)
                    .filter(known -> !known.isEmpty())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}

package io.kubelayers.nucleus.control;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * Requests waiting for a controller: each at most once, in order of arrival; those that failed come back after a
 * back-off, those that asked for a later look when their time has come (client-go {@code util/workqueue}).
 *
 * <p>Its content is persistent data, so a fork costs nothing. Not safe for use by several threads: its driver guards it.
 */
final class WorkQueue {
    private static final Duration BASE_DELAY = Duration.ofMillis(5);
    private static final Duration MAX_DELAY = Duration.ofSeconds(1000);
    /** From this many failures on, 5 ms doubled each time exceeds the longest delay. */
    private static final int FAILURES_AT_MAX = 18;

    private TreePMap<Long, Request> ready = TreePMap.empty();
    private PMap<Request, Long> places = HashTreePMap.empty();
    private DelayLine later = new DelayLine();
    private DelayLine retries = new DelayLine();
    private PMap<Request, Integer> failures = HashTreePMap.empty();
    private long sequence;

    /** Puts a request at the end, unless it waits already. */
    void add(Request request) {
        if (!places.containsKey(request)) {
            long place = sequence++;
            ready = ready.plus(place, request);
            places = places.plus(request, place);
        }
    }

    /** Adds a request at a later time; of several times the earliest counts. */
    void addAt(Request request, Instant at) {
        later.add(request, at);
    }

    /** Adds a request that failed, later each time it fails again. */
    void addAfterFailure(Request request, Instant now) {
        int failed = failures.getOrDefault(request, 0);
        failures = failures.plus(request, failed + 1);
        var delay = failed >= FAILURES_AT_MAX ? MAX_DELAY : BASE_DELAY.multipliedBy(1L << failed);
        retries.add(request, now.plus(delay));
    }

    /** A request went well: its next failure starts the back-off anew. */
    void succeeded(Request request) {
        failures = failures.minus(request);
    }

    /** Makes everything ready that is due. */
    void release(Instant now) {
        later.release(now, this::add);
        retries.release(now, this::add);
    }

    boolean isEmpty() {
        return ready.isEmpty();
    }

    int size() {
        return ready.size();
    }

    /** Takes the request at a place in the line; place 0 waits longest. Costs the place. */
    @Nullable
    Request poll(int place) {
        if (place >= ready.size()) {
            return null;
        }
        var keys = ready.keySet().iterator();
        long key = keys.next();
        for (int i = 0; i < place; i++) {
            key = keys.next();
        }
        var request = ready.get(key);
        ready = ready.minus(key);
        places = places.minus(request);
        return request;
    }

    /** When the next request is due that asked for a later look. */
    Optional<Instant> nextLater() {
        return later.next();
    }

    /** When the next failed request is tried again. */
    Optional<Instant> nextRetry() {
        return retries.next();
    }

    WorkQueue fork() {
        var copy = new WorkQueue();
        copy.ready = ready;
        copy.places = places;
        copy.later = later.fork();
        copy.retries = retries.fork();
        copy.failures = failures;
        copy.sequence = sequence;
        return copy;
    }
}

package io.kubelayers.nucleus.control;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/** Requests that are due later, each at most once and at the earliest time asked for. Persistent inside. */
final class DelayLine {
    /** When a request is due; the sequence number makes the order total and fair. */
    private record Due(Instant at, long sequence) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
        }
    }

    private TreePMap<Due, Request> line = TreePMap.empty();
    private PMap<Request, Due> places = HashTreePMap.empty();
    private long sequence;

    void add(Request request, Instant at) {
        var known = places.get(request);
        if (known != null) {
            if (!at.isBefore(known.at())) {
                return;
            }
            line = line.minus(known);
        }
        var due = new Due(at, sequence++);
        line = line.plus(due, request);
        places = places.plus(request, due);
    }

    void release(Instant now, Consumer<Request> to) {
        while (!line.isEmpty() && !line.firstKey().at().isAfter(now)) {
            var due = line.firstKey();
            var request = line.get(due);
            line = line.minus(due);
            places = places.minus(request);
            to.accept(request);
        }
    }

    Optional<Instant> next() {
        return line.isEmpty() ? Optional.empty() : Optional.of(line.firstKey().at());
    }

    DelayLine fork() {
        var copy = new DelayLine();
        copy.line = line;
        copy.places = places;
        copy.sequence = sequence;
        return copy;
    }
}

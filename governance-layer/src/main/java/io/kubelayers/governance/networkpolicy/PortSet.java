package io.kubelayers.governance.networkpolicy;

import io.kubelayers.nucleus.core.Protocol;
import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

/**
 * A set of ports of the three protocols.
 *
 * <p>All ports stand on one line, 65,536 places for each protocol; the set is its sorted, disjoint, separated
 * intervals. Union and intersection walk both lists once.
 */
public final class PortSet {
    /** No port. */
    public static final PortSet NONE = new PortSet(new int[0]);

    private static final List<String> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP);
    private static final int PLACES = 1 << 16;
    private static final int HIGHEST = PLACES - 1;

    /** Every port of every protocol. */
    public static final PortSet ALL = range(Protocol.TCP, 1, HIGHEST)
            .union(range(Protocol.UDP, 1, HIGHEST))
            .union(range(Protocol.SCTP, 1, HIGHEST));

    /** First and last places in turn. */
    private final int[] bounds;

    private PortSet(int[] bounds) {
        this.bounds = bounds;
    }

    /**
     * The ports from first to last of one protocol; none if last is before first.
     *
     * @throws IllegalArgumentException if a bound is no port, or the protocol is not known
     */
    public static PortSet range(String protocol, int first, int last) {
        int from = position(first, protocol);
        int to = position(last, protocol);
        return from > to ? NONE : new PortSet(new int[] {from, to});
    }

    /** One port. */
    public static PortSet of(String protocol, int port) {
        return range(protocol, port, port);
    }

    /** Every port of a protocol. */
    public static PortSet all(String protocol) {
        return range(protocol, 1, HIGHEST);
    }

    static int position(int port, String protocol) {
        int place = PROTOCOLS.indexOf(protocol);
        if (place < 0) {
            throw new IllegalArgumentException("unknown protocol \"" + protocol + "\": expected TCP, UDP or SCTP");
        }
        if (port < 1 || port > HIGHEST) {
            throw new IllegalArgumentException("port " + port + " is not between 1 and " + HIGHEST);
        }
        return place * PLACES + port;
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    public boolean isAll() {
        return equals(ALL);
    }

    public boolean contains(int port, String protocol) {
        int place = position(port, protocol);
        for (int i = 0; i < bounds.length; i += 2) {
            if (place >= bounds[i] && place <= bounds[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The ports of either set. */
    public PortSet union(PortSet other) {
        if (isEmpty() || this == other) {
            return other;
        }
        if (other.isEmpty()) {
            return this;
        }
        var out = new int[bounds.length + other.bounds.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length || j < other.bounds.length) {
            boolean mine = j == other.bounds.length || (i < bounds.length && bounds[i] <= other.bounds[j]);
            int from = mine ? bounds[i] : other.bounds[j];
            int to = mine ? bounds[i + 1] : other.bounds[j + 1];
            i += mine ? 2 : 0;
            j += mine ? 0 : 2;
            if (size > 0 && from <= out[size - 1] + 1) {
                out[size - 1] = Math.max(out[size - 1], to);
            } else {
                out[size++] = from;
                out[size++] = to;
            }
        }
        return new PortSet(Arrays.copyOf(out, size));
    }

    /** The ports of both sets. */
    public PortSet intersection(PortSet other) {
        if (this == other) {
            return this;
        }
        var out = new int[bounds.length + other.bounds.length];
        int size = 0;
        for (int i = 0, j = 0; i < bounds.length && j < other.bounds.length; ) {
            int from = Math.max(bounds[i], other.bounds[j]);
            int to = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (from <= to) {
                out[size++] = from;
                out[size++] = to;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return size == 0 ? NONE : new PortSet(Arrays.copyOf(out, size));
    }

    /** The ports of this set that the other has not. */
    public PortSet minus(PortSet other) {
        return intersection(other.complement());
    }

    private PortSet complement() {
        var left = NONE;
        for (var protocol : PROTOCOLS) {
            int next = position(1, protocol);
            int end = position(HIGHEST, protocol);
            for (int i = 0; i < bounds.length; i += 2) {
                if (bounds[i] >= next && bounds[i] <= end) {
                    left = left.union(bounds[i] > next ? new PortSet(new int[] {next, bounds[i] - 1}) : NONE);
                    next = bounds[i + 1] + 1;
                }
            }
            left = left.union(next <= end ? new PortSet(new int[] {next, end}) : NONE);
        }
        return left;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    /** {@code TCP 80, TCP 8000-8080, UDP}; {@code all ports} and {@code no port} for the two ends. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "no port";
        } else if (isAll()) {
            return "all ports";
        }
        var text = new StringJoiner(", ");
        for (int i = 0; i < bounds.length; i += 2) {
            var protocol = PROTOCOLS.get(bounds[i] / PLACES);
            int first = bounds[i] % PLACES;
            int last = bounds[i + 1] % PLACES;
            text.add(protocol
                    + (first == last ? " " + first : first == 1 && last == HIGHEST ? "" : " " + first + "-" + last));
        }
        return text.toString();
    }
}

package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/**
 * An address or node port for a Service.
 *
 * <p>Automatic allocation starts at a random place behind the static band and goes up; only when that part is full does
 * it take from the band. So addresses from the band are likely free when a user asks for one. Upstream source: {@code
 * pkg/registry/core/service/ipallocator} and {@code portallocator}.
 *
 * @param value the address or port
 * @param finding where it was found
 */
public record Allocation<T>(T value, Finding finding) implements Explained {
    private static final String CODE = "Allocation";
    private static final String FULL = "range is full";

    /**
     * A free address of the first range that has one.
     *
     * @throws AllocationException if all are taken
     */
    public static Allocation<String> next(List<AddressBlock> ranges, Predicate<String> taken, RandomGenerator random) {
        for (var range : ranges) {
            var found = free(range.size(), range.staticBand(), range::address, taken, random, range.toString());
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AllocationException(FULL);
    }

    /**
     * The address a user asks for.
     *
     * @throws AllocationException if it is taken or out of all ranges
     */
    public static Allocation<String> of(List<AddressBlock> ranges, Predicate<String> taken, String ip) {
        for (var range : ranges) {
            if (range.contains(ip)) {
                if (taken.test(ip)) {
                    throw new AllocationException("provided IP is already allocated");
                }
                return new Allocation<>(ip, Finding.pass(CODE, ip, "is free in " + range.cidr() + ", as asked for"));
            }
        }
        throw new AllocationException("the provided network does not match the current range");
    }

    /**
     * A free node port.
     *
     * @throws AllocationException if all are taken
     */
    public static Allocation<Integer> next(NodePortRange range, Predicate<Integer> taken, RandomGenerator random) {
        return free(
                        range.size(),
                        range.staticBand(),
                        position -> range.first() + position,
                        taken,
                        random,
                        range.toString())
                .orElseThrow(() -> new AllocationException(FULL));
    }

    /**
     * The node port a user asks for.
     *
     * @throws AllocationException if it is taken or out of range
     */
    public static Allocation<Integer> of(NodePortRange range, Predicate<Integer> taken, int port) {
        if (!range.contains(port)) {
            throw new AllocationException(
                    "provided port is not in the valid range. The range of valid ports is " + range);
        }
        if (taken.test(port)) {
            throw new AllocationException("provided port is already allocated");
        }
        return new Allocation<>(
                port, Finding.pass(CODE, String.valueOf(port), "is free in " + range + ", as asked for"));
    }

    private static <T> Optional<Allocation<T>> free(
            int size, int band, IntFunction<T> at, Predicate<T> taken, RandomGenerator random, String range) {
        int upper = size - band;
        if (upper > 0) {
            int start = random.nextInt(upper);
            for (int i = 0; i < upper; i++) {
                var candidate = at.apply(band + (int) (((long) start + i) % upper));
                if (!taken.test(candidate)) {
                    return Optional.of(found(candidate, "is free behind the static band of " + range));
                }
            }
        }
        int start = band == 0 ? 0 : random.nextInt(band);
        for (int i = 0; i < band; i++) {
            var candidate = at.apply((start + i) % band);
            if (!taken.test(candidate)) {
                return Optional.of(found(candidate, "is free in the static band of " + range + "; the rest is full"));
            }
        }
        return Optional.empty();
    }

    private static <T> Allocation<T> found(T value, String message) {
        return new Allocation<>(value, Finding.pass(CODE, String.valueOf(value), message));
    }

    @Override
    public String explain() {
        return finding.message();
    }
}

package io.kubelayers.nucleus.runtime;

import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * A repeatable source of randomness that can be forked: the copy goes on exactly as the original would.
 *
 * <p>SplitMix64 over one counter: a draw is an atomic add and a mix, so threads may share it.
 */
public final class SeededRandom implements RandomGenerator {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private final AtomicLong state;

    private SeededRandom(long state) {
        this.state = new AtomicLong(state);
    }

    public static SeededRandom of(long seed) {
        return new SeededRandom(mix(seed));
    }

    /** A source that continues from here on its own. */
    public SeededRandom fork() {
        return new SeededRandom(state.get());
    }

    @Override
    public long nextLong() {
        return mix(state.addAndGet(GAMMA));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}

package io.kubelayers.examples.benchmarks.http;

import java.util.Arrays;

/** Durations, and what share of them was shorter than what. */
final class Latencies {
    private long[] nanos = new long[4096];
    private int count;

    void add(long duration) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = duration;
    }

    int count() {
        return count;
    }

    /** In milliseconds. */
    double percentile(int percent) {
        if (count == 0) {
            return Double.NaN;
        }
        var sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) (count * (percent / 100.0)))] / 1e6;
    }
}

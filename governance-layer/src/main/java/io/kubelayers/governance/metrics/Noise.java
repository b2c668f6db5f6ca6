package io.kubelayers.governance.metrics;

/** Repeatable noise: a hash of seed and position, evenly spread over -1 to 1 (the finalizer of SplitMix64). */
final class Noise {
    private Noise() {}

    static double at(long seed, long position) {
        long z = seed + position * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return (z >> 11) * 0x1.0p-52;
    }
}

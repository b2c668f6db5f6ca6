package io.kubelayers.testing;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Objects of any record class of the API, without knowing anything about it but its schema. */
public final class Objects {
    private Objects() {}

    /** An object with every field set, lists and maps with two entries; the same in every run. */
    public static <T> T full(Class<T> type) {
        return type.cast(new RecordGenerator(new Random(42), 1.0).record(type));
    }

    /** An object with about half of its fields set, as the random source has it. */
    public static <T> T random(Class<T> type, Random random) {
        return type.cast(new RecordGenerator(random, 0.5).record(type));
    }

    /** Objects for properties: from nearly empty to nearly full. */
    public static <T> Arbitrary<T> of(Class<T> type) {
        return Arbitraries.randomValue(
                random -> type.cast(new RecordGenerator(random, random.nextDouble()).record(type)));
    }
}

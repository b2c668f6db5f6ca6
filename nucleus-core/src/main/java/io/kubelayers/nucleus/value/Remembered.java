package io.kubelayers.nucleus.value;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pure function of immutable values that is mostly asked about the very value it was asked about last, such as the
 * template of many pods: it remembers that one. So it is quick, and all who ask share one result. Safe for use by many
 * threads.
 *
 * @param <T> what it takes
 * @param <R> what it gives
 */
public final class Remembered<T, R> implements Function<T, R> {
    private record Answer<T, R>(T given, R result) {}

    private final Function<? super T, ? extends R> function;
    private volatile @Nullable Answer<T, R> last; // of those found at the same time one stays, and all are right

    public Remembered(Function<? super T, ? extends R> function) {
        this.function = function;
    }

    @Override
    public R apply(T given) {
        var known = last;
        if (known == null || known.given != given) {
            known = new Answer<>(given, function.apply(given));
            last = known;
        }
        return known.result;
    }
}

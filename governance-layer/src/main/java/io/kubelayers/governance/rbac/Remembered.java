package io.kubelayers.governance.rbac;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers that were read from a store, kept until a kind they come from is written.
 *
 * <p>The number of writes is taken before the store is read, so what is kept under it is at least as new as the number
 * says; a number never comes back, so an old answer is never given again. Safe for many threads.
 *
 * @param <K> the question
 * @param <V> the answer, never null
 */
final class Remembered<K, V> {
    /** More than the users of most clusters are asked about; then all is forgotten, so that memory stays bounded. */
    private static final int MOST = 50_000;

    private final LongSupplier writes;
    private final Function<K, V> read;
    private volatile Answers<K, V> answers = new Answers<>(-1, Map.of());

    private record Answers<K, V>(long writes, Map<K, V> known) {}

    /**
     * @param writes how often what is read from was written
     * @param read reads an answer; never null
     */
    Remembered(LongSupplier writes, Function<K, V> read) {
        this.writes = writes;
        this.read = read;
    }

    V get(K question) {
        long now = writes.getAsLong();
        var kept = answers;
        if (kept.writes() != now || kept.known().size() >= MOST) {
            kept = new Answers<>(now, new ConcurrentHashMap<>());
            answers = kept;
        }
        var known = kept.known().get(question);
        if (known != null) {
            return known;
        }
        var answer = read.apply(question);
        kept.known().put(question, answer);
        return answer;
    }
}

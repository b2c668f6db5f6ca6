package io.kubelayers.nucleus.store;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** One step of a random story that can be told to any store, and what the store says to it. */
sealed interface StoreStep {
    /** Does the step; the answer is a text, the same for all stores that keep the contract. */
    String on(Store store);

    /** The keys of the stories. */
    static List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        for (String resource : List.of("configmaps", "secrets")) {
            for (String namespace : List.of("a", "a-b", "b")) {
                for (String name : List.of("x", "x1", "y", "z")) {
                    keys.add(new Key(resource, namespace, name));
                }
            }
        }
        return keys;
    }

    /** Any step, on few enough keys that they meet. */
    static Arbitrary<StoreStep> any() {
        Arbitrary<Key> keys = Arbitraries.of(keys());
        Arbitrary<String> modes = Arbitraries.of("slow", "fast", "auto");
        Arbitrary<Boolean> stale = Arbitraries.integers().between(0, 9).map(n -> n == 0);
        Arbitrary<StoreStep> creates = Combinators.combine(keys, modes).as(Create::new);
        Arbitrary<StoreStep> updates = Combinators.combine(keys, modes, stale).as(Update::new);
        Arbitrary<StoreStep> deletes = Combinators.combine(keys, stale).as(Delete::new);
        Arbitrary<StoreStep> compactions = Arbitraries.integers().between(0, 12).map(Compact::new);
        return Arbitraries.frequencyOf(
                Tuple.of(6, creates), Tuple.of(6, updates), Tuple.of(4, deletes), Tuple.of(1, compactions));
    }

    private static long revisionOf(Store store, Key key, boolean stale) {
        long revision = store.get(key).map(Stored::modRevision).orElse(1L);
        return stale ? revision - 1 : revision;
    }

    private static String refusal(StoreException refusal) {
        return refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
    }

    /** Creates an object, whether there is one or not. */
    record Create(Key key, String mode) implements StoreStep {
        @Override
        public String on(Store store) {
            try {
                return store.create(key, StoreContract.configMap(key, mode)).toString();
            } catch (StoreException refusal) {
                return refusal(refusal);
            }
        }
    }

    /** Updates an object, with the right revision or with one too low. */
    record Update(Key key, String mode, boolean stale) implements StoreStep {
        @Override
        public String on(Store store) {
            try {
                long revision = revisionOf(store, key, stale);
                return store.update(key, StoreContract.configMap(key, mode), revision)
                        .toString();
            } catch (StoreException refusal) {
                return refusal(refusal);
            }
        }
    }

    /** Deletes an object, with the right revision or with one too low. */
    record Delete(Key key, boolean stale) implements StoreStep {
        @Override
        public String on(Store store) {
            try {
                return store.delete(key, revisionOf(store, key, stale)).toString();
            } catch (StoreException refusal) {
                return refusal(refusal);
            }
        }
    }

    /** Forgets all but the newest few revisions. */
    record Compact(int keeping) implements StoreStep {
        @Override
        public String on(Store store) {
            store.compact(Math.max(0, store.revision() - keeping));
            return "compacted to " + store.compactedRevision();
        }
    }
}

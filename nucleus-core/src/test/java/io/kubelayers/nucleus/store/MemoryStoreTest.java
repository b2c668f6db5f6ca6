package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.core.ConfigMap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class MemoryStoreTest extends StoreContract {
    @Override
    protected MemoryStore store(List<IndexDefinition> indexes) {
        return MemoryStore.indexedBy(indexes);
    }

    private static void write(Store store, int times) {
        for (int i = 0; i < times; i++) {
            Key key = key("default", "n" + store.revision());
            store.create(key, configMap(key, "x"));
        }
    }

    @Test
    void aForkSharesTheWholeState() {
        MemoryStore store = MemoryStore.empty();
        write(store, 3);

        assertThat(store.fork().snapshot()).isSameAs(store.snapshot());
    }

    @Test
    void objectsAreOnTheHeapOnce() {
        MemoryStore store = MemoryStore.indexedBy(List.of(BY_MODE));
        Key key = key("default", "settings");
        ConfigMap object = configMap(key, "fast");
        Stored created = store.create(key, object);

        assertThat(created.as(ConfigMap.class).data()).isSameAs(object.data());
        assertThat(created.key().name()).isSameAs(object.metadata().name());
        assertThat(store.get(key).orElseThrow()).isSameAs(created);
        assertThat(store.snapshot().list(Prefix.all(RESOURCE)).get(0)).isSameAs(created);
        assertThat(store.snapshot().byIndex("configmaps-by-mode", "fast").get(0))
                .isSameAs(created);
    }

    @Test
    void theNewestRevisionsAreKeptAndOlderOnesForgottenInStrides() {
        MemoryStore store = MemoryStore.empty().retaining(100);

        write(store, 124);
        assertThat(store.compactedRevision()).isZero();
        write(store, 1);
        assertThat(store.revision()).isEqualTo(126);
        assertThat(store.compactedRevision()).isEqualTo(26);
        write(store, 25);
        assertThat(store.compactedRevision()).isEqualTo(26);
        write(store, 1);
        assertThat(store.compactedRevision()).isEqualTo(52);
    }

    @Test
    void aForkKeepsAsMuchHistoryAsItsOriginal() {
        MemoryStore fork = MemoryStore.empty().retaining(4).fork();
        write(fork, 20);

        assertThat(fork.compactedRevision()).isEqualTo(16);
    }

    @Test
    void aStoreRetainsAtLeastOneRevision() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MemoryStore.empty().retaining(0));
    }

    @Test
    void waitersAreWokenInTheOrderInWhichTheyCame() {
        MemoryStore store = MemoryStore.empty();
        List<Integer> woken = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            int number = i;
            store.watch(Prefix.all(RESOURCE), 1).onEvents(() -> woken.add(number));
        }
        write(store, 1);

        assertThat(woken).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aWaiterThatFailsHarmsNeitherTheWriteNorTheOthers() throws InterruptedException {
        MemoryStore store = MemoryStore.empty();
        List<String> woken = new ArrayList<>();
        store.watch(Prefix.all(RESOURCE), 1).onEvents(() -> {
            throw new IllegalStateException("asleep");
        });
        store.watch(Prefix.all(RESOURCE), 1).onEvents(() -> woken.add("other"));
        AtomicReference<Throwable> reported = new AtomicReference<>();
        Thread writer = new Thread(() -> write(store, 1));
        writer.setUncaughtExceptionHandler((thread, failure) -> reported.set(failure));
        writer.start();
        writer.join();

        assertThat(store.revision()).isEqualTo(2);
        assertThat(woken).containsExactly("other");
        assertThat(reported.get()).hasMessage("asleep");
    }

    @Test
    void indexesOfOneNameAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> MemoryStore.indexedBy(List.of(BY_MODE, BY_MODE)));
    }

    @Test
    void anUnknownIndexIsToldWithThoseThereAre() {
        assertThatThrownBy(
                        () -> MemoryStore.indexedBy(List.of(BY_MODE)).snapshot().byIndex("by-node", "n1"))
                .hasMessage("no index \"by-node\" in this store; it has [configmaps-by-mode]");
    }

    @Test
    void anIndexThatFailsFailsTheWriteWhole() {
        IndexDefinition broken = new IndexDefinition("broken", RESOURCE, object -> {
            throw new IllegalStateException("broken index");
        });
        MemoryStore store = MemoryStore.indexedBy(List.of(BY_MODE, broken));
        Key key = key("default", "settings");

        assertThatThrownBy(() -> store.create(key, configMap(key, "x"))).hasMessage("broken index");
        assertThat(store.revision()).isEqualTo(1);
        assertThat(store.get(key)).isEmpty();
    }
}

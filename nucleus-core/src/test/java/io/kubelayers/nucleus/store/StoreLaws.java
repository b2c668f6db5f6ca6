package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Laws of every {@link Store}, over random stories of writes:
 *
 * <ol>
 *   <li>It answers as the {@link NaiveStore} does, at every step and at every revision.
 *   <li>Watch ≡ store: the state at a revision and the events since give the newest state.
 *   <li>Pages put together are the list, whatever their size.
 *   <li>A fork and its original go on as two stores that never met.
 * </ol>
 */
public abstract class StoreLaws {
    private static final List<String> RESOURCES = List.of("configmaps", "secrets");
    private static final List<String> NAMESPACES = List.of("a", "a-b", "b", "none");

    /** A new, empty store with these indexes. */
    protected abstract Store store(List<IndexDefinition> indexes);

    @Provide
    Arbitrary<List<StoreStep>> stories() {
        return StoreStep.any().list().ofMaxSize(60);
    }

    private Store store() {
        return store(List.of(StoreContract.BY_MODE));
    }

    private static Store naive() {
        return new NaiveStore(List.of(StoreContract.BY_MODE));
    }

    private static Store told(Store store, List<StoreStep> story) {
        story.forEach(step -> step.on(store));
        return store;
    }

    private static List<Prefix> prefixes() {
        List<Prefix> prefixes = new ArrayList<>();
        for (String resource : RESOURCES) {
            prefixes.add(Prefix.all(resource));
            NAMESPACES.forEach(namespace -> prefixes.add(Prefix.in(resource, namespace)));
        }
        return prefixes;
    }

    @Property(tries = 300)
    void everyAnswerIsThatOfTheReference(@ForAll("stories") List<StoreStep> story) {
        Store store = store();
        Store reference = naive();
        List<WatchCursor> idle =
                prefixes().stream().map(prefix -> store.watch(prefix, 1)).toList();
        List<WatchCursor> idleToo =
                prefixes().stream().map(prefix -> reference.watch(prefix, 1)).toList();
        for (StoreStep step : story) {
            assertThat(step.on(store)).as(step.toString()).isEqualTo(step.on(reference));
        }
        for (int i = 0; i < idle.size(); i++) {
            assertThat(told(idle.get(i))).isEqualTo(told(idleToo.get(i)));
        }
        assertSame(store, reference);
    }

    /** What a watch that was never polled has to tell: events, or that some are forgotten. */
    private static Object told(WatchCursor watch) {
        try {
            return StoreContract.drain(watch);
        } catch (CompactedException tooSlow) {
            return tooSlow.getMessage();
        }
    }

    private static void assertSame(Store store, Store reference) {
        assertThat(store.revision()).isEqualTo(reference.revision());
        assertThat(store.compactedRevision()).isEqualTo(reference.compactedRevision());
        for (long at = Math.max(1, store.compactedRevision()); at <= store.revision(); at++) {
            assertSameAt(store, reference, at);
        }
        for (String mode : List.of("slow", "fast", "auto", "unused")) {
            assertThat(store.snapshot().byIndex("configmaps-by-mode", mode))
                    .isEqualTo(reference.snapshot().byIndex("configmaps-by-mode", mode));
        }
    }

    private static void assertSameAt(Store store, Store reference, long at) {
        for (Prefix prefix : prefixes()) {
            Page page = reference.list(prefix, ListAt.revision(at));
            assertThat(store.list(prefix, ListAt.revision(at))).isEqualTo(page);
            try (WatchCursor watch = store.watch(prefix, at);
                    WatchCursor expected = reference.watch(prefix, at)) {
                assertThat(watch.bookmark()).isEqualTo(expected.bookmark());
                assertThat(StoreContract.drain(watch)).isEqualTo(StoreContract.drain(expected));
            }
        }
        for (Key key : StoreStep.keys()) {
            assertThat(store.get(key, at)).isEqualTo(reference.get(key, at));
        }
    }

    @Property(tries = 200)
    void aStateAndTheEventsSinceGiveTheNewestState(
            @ForAll("stories") List<StoreStep> story, @ForAll("stories") List<StoreStep> sequel) {
        Store store = told(store(), story);
        long from = store.revision();
        List<TreeMap<Key, Stored>> replicas = new ArrayList<>();
        List<WatchCursor> watches = new ArrayList<>();
        for (Prefix prefix : prefixes()) {
            replicas.add(content(store.list(prefix, ListAt.revision(from)).items()));
            watches.add(store.watch(prefix, from));
        }
        for (StoreStep step : sequel) {
            step.on(store);
            for (int i = 0; i < watches.size(); i++) {
                apply(StoreContract.drain(watches.get(i)), replicas.get(i));
            }
        }
        for (int i = 0; i < watches.size(); i++) {
            assertThat(replicas.get(i).values())
                    .containsExactlyElementsOf(store.snapshot().list(prefixes().get(i)));
        }
    }

    private static TreeMap<Key, Stored> content(List<Stored> items) {
        TreeMap<Key, Stored> content = new TreeMap<>();
        items.forEach(item -> content.put(item.key(), item));
        return content;
    }

    private static void apply(List<StoreEvent> events, TreeMap<Key, Stored> replica) {
        for (StoreEvent event : events) {
            Stored before = event.type() == StoreEvent.Type.DELETED
                    ? replica.remove(event.key())
                    : replica.put(event.key(), event.current());
            assertThat(before).isEqualTo(event.previous());
        }
    }

    @Property(tries = 200)
    void pagesPutTogetherAreTheList(
            @ForAll("stories") List<StoreStep> story, @ForAll("stories") List<StoreStep> meanwhile) {
        Store store = told(store(), story);
        List<StoreStep> writes = meanwhile.stream()
                .filter(step -> !(step instanceof StoreStep.Compact))
                .toList();
        for (Prefix prefix : prefixes()) {
            List<Stored> whole = List.copyOf(store.list(prefix, ListAt.now()).items());
            for (int limit = 1; limit <= 4; limit++) {
                assertThat(pages(store.fork(), prefix, limit, writes)).isEqualTo(whole);
            }
        }
    }

    private static List<Stored> pages(Store store, Prefix prefix, int limit, List<StoreStep> meanwhile) {
        Page page = store.list(prefix, ListAt.now().withLimit(limit));
        List<Stored> items = new ArrayList<>(page.items());
        told(store, meanwhile);
        while (page.next() != null) {
            long announced = page.remaining();
            page = store.list(prefix, page.following(limit).orElseThrow());
            assertThat(page.items().size() + page.remaining()).isEqualTo(announced);
            items.addAll(page.items());
        }
        return items;
    }

    @Property(tries = 200)
    void aForkAndItsOriginalGoOnAsIfAlone(
            @ForAll("stories") List<StoreStep> common,
            @ForAll("stories") List<StoreStep> here,
            @ForAll("stories") List<StoreStep> there) {
        Store original = told(store(), common);
        Store fork = original.fork();
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            if (i < here.size()) {
                here.get(i).on(original);
            }
            if (i < there.size()) {
                there.get(i).on(fork);
            }
        }
        assertSame(original, told(told(naive(), common), here));
        assertSame(fork, told(told(naive(), common), there));
    }
}

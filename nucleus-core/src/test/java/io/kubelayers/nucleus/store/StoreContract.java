package io.kubelayers.nucleus.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Store} keeps to. A store's test extends this and says how to make an empty one; {@link StoreLaws} has
 * the rest.
 */
public abstract class StoreContract {
    static final String RESOURCE = "configmaps";
    static final IndexDefinition BY_MODE = new IndexDefinition(
            "configmaps-by-mode",
            RESOURCE,
            object -> List.copyOf(((ConfigMap) object).data().values()));

    /** A new, empty store with these indexes. */
    protected abstract Store store(List<IndexDefinition> indexes);

    private Store store;

    @BeforeEach
    void makeStore() {
        store = store(List.of(BY_MODE));
    }

    static Key key(String namespace, String name) {
        return Key.namespaced(RESOURCE, namespace, name);
    }

    /** A config map with one setting, {@code mode}. */
    static ConfigMap configMap(Key key, String mode) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMeta.EMPTY.withNamespace(key.namespace()).withName(key.name()))
                .data(Map.of("mode", mode))
                .build();
    }

    static List<StoreEvent> drain(WatchCursor watch) {
        List<StoreEvent> events = new ArrayList<>();
        for (Optional<StoreEvent> event = watch.poll(); event.isPresent(); event = watch.poll()) {
            events.add(event.get());
        }
        return events;
    }

    private Stored create(String namespace, String name) {
        Key key = key(namespace, name);
        return store.create(key, configMap(key, "new"));
    }

    private Stored update(Stored stored, String mode) {
        return store.update(stored.key(), configMap(stored.key(), mode), stored.modRevision());
    }

    private StoreEvent delete(Stored stored) {
        return store.delete(stored.key(), stored.modRevision());
    }

    private static List<String> names(List<Stored> items) {
        return items.stream()
                .map(item -> item.key().namespace() + "/" + item.key().name())
                .toList();
    }

    private static List<String> texts(List<StoreEvent> events) {
        return events.stream().map(StoreEvent::toString).toList();
    }

    @Nested
    class Writing {
        @Test
        void anEmptyStoreIsAtRevisionOne() {
            assertThat(store.revision()).isEqualTo(1);
            assertThat(store.compactedRevision()).isZero();
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.now())).isEqualTo(new Page(List.of(), 1, null, 0));
        }

        @Test
        void everyWriteTakesTheNextRevisionAndStampsTheObject() {
            Stored created = create("default", "settings");
            Stored updated = update(created, "fast");

            assertThat(created.createRevision()).isEqualTo(2);
            assertThat(created.modRevision()).isEqualTo(2);
            assertThat(created.object().metadata().resourceVersion()).isEqualTo("2");
            assertThat(updated.createRevision()).isEqualTo(2);
            assertThat(updated.modRevision()).isEqualTo(3);
            assertThat(updated.object().metadata().resourceVersion()).isEqualTo("3");
            assertThat(updated.as(ConfigMap.class).data()).containsEntry("mode", "fast");
            assertThat(store.revision()).isEqualTo(3);
            assertThat(store.get(created.key())).contains(updated);
        }

        @Test
        void resourcesShareTheRevisionsButNotTheKeys() {
            create("default", "settings");
            Key secret = Key.namespaced("secrets", "default", "settings");

            assertThat(store.create(secret, configMap(secret, "x")).modRevision())
                    .isEqualTo(3);
            assertThat(store.get(Key.namespaced("pods", "default", "settings"))).isEmpty();
        }

        @Test
        void aCreateWhereThereIsAnObjectIsRefused() {
            Stored created = create("default", "settings");

            assertThatExceptionOfType(KeyExistsException.class)
                    .isThrownBy(() -> create("default", "settings"))
                    .satisfies(refusal -> assertThat(refusal.key()).isEqualTo(created.key()));
            assertThat(store.revision()).as("a refused write takes no revision").isEqualTo(2);
        }

        @Test
        void anUpdateOfWhatSomebodyElseHasWrittenIsRefused() {
            Stored created = create("default", "settings");
            Stored theirs = update(created, "theirs");

            assertThatExceptionOfType(RevisionConflictException.class)
                    .isThrownBy(() -> update(created, "mine"))
                    .satisfies(refusal -> {
                        assertThat(refusal.expected()).isEqualTo(2);
                        assertThat(refusal.actual()).isEqualTo(3);
                    });
            assertThat(store.get(created.key())).contains(theirs);
            assertThat(store.revision()).isEqualTo(3);
        }

        @Test
        void aDeleteOfWhatSomebodyElseHasWrittenIsRefused() {
            Stored created = create("default", "settings");
            update(created, "theirs");

            assertThatThrownBy(() -> delete(created)).isInstanceOf(RevisionConflictException.class);
            assertThat(store.get(created.key())).isPresent();
        }

        @Test
        void whatIsNotThereCanNeitherBeUpdatedNorDeleted() {
            Key key = key("default", "nothing");

            assertThatThrownBy(() -> store.update(key, configMap(key, "x"), 1)).isInstanceOf(KeyMissingException.class);
            assertThatThrownBy(() -> store.delete(key, 1)).isInstanceOf(KeyMissingException.class);
        }

        @Test
        void aDeletedObjectCarriesTheRevisionOfItsDeletion() {
            Stored created = create("default", "settings");
            StoreEvent event = delete(created);

            assertThat(event.type()).isEqualTo(StoreEvent.Type.DELETED);
            assertThat(event.revision()).isEqualTo(3);
            assertThat(event.current().object().metadata().resourceVersion()).isEqualTo("3");
            assertThat(event.current().createRevision()).isEqualTo(2);
            assertThat(event.previous()).isEqualTo(created);
            assertThat(store.get(created.key())).isEmpty();
        }

        @Test
        void anObjectCreatedAgainIsANewOne() {
            delete(create("default", "settings"));

            assertThat(create("default", "settings").createRevision()).isEqualTo(4);
        }
    }

    @Nested
    class Reading {
        @Test
        void everyStateOfTheHistoryCanBeRead() {
            Stored created = create("default", "settings");
            Stored updated = update(created, "fast");
            delete(updated);
            create("default", "other");

            assertThat(store.get(created.key(), 1)).isEmpty();
            assertThat(store.get(created.key(), 2)).contains(created);
            assertThat(store.get(created.key(), 3)).contains(updated);
            assertThat(store.get(created.key(), 4)).isEmpty();
            assertThat(store.get(created.key(), 5)).isEmpty();
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.revision(2)).items())
                    .containsExactly(created);
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.revision(3)).items())
                    .containsExactly(updated);
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.revision(4)).items())
                    .isEmpty();
        }

        @Test
        void revisionZeroIsTheNewest() {
            Stored created = create("default", "settings");

            assertThat(store.get(created.key(), 0)).contains(created);
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.revision(0)).revision())
                    .isEqualTo(2);
        }

        @Test
        void listsAreInTheOrderOfNamespaceAndName() {
            create("b", "z");
            create("b", "a-1");
            create("b", "a");
            create("a-b", "c");
            create("a", "c");
            create("a", "b");

            assertThat(names(store.list(Prefix.all(RESOURCE), ListAt.now()).items()))
                    .containsExactly("a/b", "a/c", "a-b/c", "b/a", "b/a-1", "b/z");
        }

        @Test
        void aListIsTheSameHoweverOftenItIsAskedForUntilThereIsAWrite() {
            create("a", "x");
            Stored there = create("b", "x");
            for (int times = 0; times < 3; times++) {
                assertThat(names(store.list(Prefix.in(RESOURCE, "b"), ListAt.now())
                                .items()))
                        .containsExactly("b/x");
                assertThat(names(store.list(Prefix.all(RESOURCE), ListAt.now()).items()))
                        .containsExactly("a/x", "b/x");
            }
            create("b", "y");
            assertThat(names(store.list(Prefix.in(RESOURCE, "b"), ListAt.now()).items()))
                    .containsExactly("b/x", "b/y");
            Stored changed = update(there, "fast");
            assertThat(store.list(Prefix.in(RESOURCE, "b"), ListAt.now()).items())
                    .contains(changed)
                    .doesNotContain(there);
            assertThat(store.list(Prefix.in(RESOURCE, "b"), ListAt.revision(4)).items())
                    .contains(there);
        }

        @Test
        void aNamespaceIsNotThoseWhoseNamesItBegins() {
            create("team", "x");
            create("team-a", "x");
            create("tea", "x");
            create("team", "y");

            assertThat(names(store.list(Prefix.in(RESOURCE, "team"), ListAt.now())
                            .items()))
                    .containsExactly("team/x", "team/y");
            assertThat(store.list(Prefix.in(RESOURCE, "te"), ListAt.now()).items())
                    .isEmpty();
            assertThat(store.list(Prefix.all("config"), ListAt.now()).items()).isEmpty();
        }

        @Test
        void clusterWideObjectsAreListedByName() {
            Key node = Key.clusterWide("nodes", "n1");
            store.create(node, configMap(node, "x"));

            assertThat(store.get(node)).isPresent();
            assertThat(store.list(Prefix.all("nodes"), ListAt.now()).items()).hasSize(1);
        }

        @Test
        void pagesOfAListShowOneStateWhateverIsWrittenMeanwhile() {
            Stored first = create("default", "a");
            create("default", "b");
            Stored third = create("default", "c");
            create("default", "d");
            create("default", "e");

            Page page1 = store.list(Prefix.all(RESOURCE), ListAt.now().withLimit(2));
            delete(first);
            delete(third);
            create("default", "bb");
            Page page2 = store.list(Prefix.all(RESOURCE), page1.following(2).orElseThrow());
            Page page3 = store.list(Prefix.all(RESOURCE), page2.following(2).orElseThrow());

            assertThat(names(page1.items())).containsExactly("default/a", "default/b");
            assertThat(page1.next()).isEqualTo(key("default", "b"));
            assertThat(page1.remaining()).isEqualTo(3);
            assertThat(names(page2.items())).containsExactly("default/c", "default/d");
            assertThat(page2.revision()).isEqualTo(page1.revision()).isEqualTo(6);
            assertThat(page2.remaining()).isEqualTo(1);
            assertThat(names(page3.items())).containsExactly("default/e");
            assertThat(page3.next()).isNull();
            assertThat(page3.following(2)).isEmpty();
        }

        @Test
        void aPageThatHoldsTheRestIsTheLast() {
            create("default", "a");
            create("default", "b");

            Page page = store.list(Prefix.all(RESOURCE), ListAt.now().withLimit(2));

            assertThat(page.next()).isNull();
            assertThat(page.remaining()).isZero();
        }

        @Test
        void aListCanGoOnBehindAKeyThatIsNotThere() {
            create("default", "a");
            create("default", "c");
            create("other", "a");
            Prefix prefix = Prefix.in(RESOURCE, "default");

            assertThat(names(store.list(prefix, ListAt.now().after(key("default", "b")))
                            .items()))
                    .containsExactly("default/c");
            assertThat(names(store.list(prefix, ListAt.now().after(key("a", "z")))
                            .items()))
                    .as("from before the namespace")
                    .containsExactly("default/a", "default/c");
            assertThat(store.list(prefix, ListAt.now().after(key("z", "z"))).items())
                    .as("from after the namespace")
                    .isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.list(prefix, ListAt.now().after(Key.clusterWide("nodes", "a"))));
        }

        @Test
        void theFutureCannotBeRead() {
            assertThatExceptionOfType(FutureRevisionException.class)
                    .isThrownBy(() -> store.get(key("default", "a"), 2))
                    .satisfies(refusal -> {
                        assertThat(refusal.requested()).isEqualTo(2);
                        assertThat(refusal.current()).isEqualTo(1);
                    });
            assertThatThrownBy(() -> store.list(Prefix.all(RESOURCE), ListAt.revision(9)))
                    .isInstanceOf(FutureRevisionException.class);
            assertThatThrownBy(() -> store.watch(Prefix.all(RESOURCE), 2)).isInstanceOf(FutureRevisionException.class);
            assertThatThrownBy(() -> store.compact(2)).isInstanceOf(FutureRevisionException.class);
        }

        @Test
        void aSnapshotNeverChanges() {
            Stored created = create("default", "a");
            View before = store.snapshot();
            Stored updated = update(created, "fast");
            create("default", "b");

            assertThat(before.revision()).isEqualTo(2);
            assertThat(before.get(created.key())).contains(created);
            assertThat(before.list(Prefix.all(RESOURCE))).containsExactly(created);
            assertThat(before.list(Prefix.in(RESOURCE, "other"))).isEmpty();
            assertThat(store.snapshot().get(created.key())).contains(updated);
        }

        @Test
        void theWritesOfAResourceAreCountedInEveryState() {
            View empty = store.snapshot();
            Stored created = create("default", "a");
            View one = store.snapshot();
            delete(update(created, "fast"));
            store.compact(store.revision());

            assertThat(empty.writes(RESOURCE)).isZero();
            assertThat(one.writes(RESOURCE)).isEqualTo(1);
            assertThat(store.snapshot().writes(RESOURCE)).isEqualTo(3);
            assertThat(store.snapshot().writes("never-written")).isZero();
        }

        @Test
        void anIndexFindsTheObjectsOfAValueInTheOrderOfTheirKeys() {
            Stored late = update(create("default", "b"), "fast");
            Stored early = update(create("default", "a"), "fast");
            create("default", "c");
            View before = store.snapshot();
            delete(early);

            assertThat(before.byIndex("configmaps-by-mode", "fast")).containsExactly(early, late);
            assertThat(before.byIndex("configmaps-by-mode", "unused")).isEmpty();
            assertThat(store.snapshot().byIndex("configmaps-by-mode", "fast")).containsExactly(late);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> store.snapshot().byIndex("configmaps-by-node", "fast"));
        }
    }

    @Nested
    class Watching {
        @Test
        void aWatchTellsEveryWriteSinceItsRevisionInOrder() {
            Stored created = create("default", "a");
            try (WatchCursor watch = store.watch(Prefix.all(RESOURCE), created.modRevision())) {
                Stored updated = update(created, "fast");
                create("other", "b");
                delete(updated);

                assertThat(texts(drain(watch)))
                        .containsExactly(
                                "MODIFIED /registry/configmaps/default/a@3",
                                "ADDED /registry/configmaps/other/b@4",
                                "DELETED /registry/configmaps/default/a@5");
                assertThat(watch.poll()).isEmpty();
                assertThat(watch.revision()).isEqualTo(5);
            }
        }

        @Test
        void anEventShowsTheObjectBeforeAndAfter() {
            Stored created = create("default", "a");
            Stored updated = update(created, "fast");
            try (WatchCursor watch = store.watch(Prefix.all(RESOURCE), 0)) {
                assertThat(drain(watch))
                        .containsExactly(StoreEvent.added(created), StoreEvent.modified(updated, created));
            }
        }

        @Test
        void aWatchOfANamespaceTellsOfThatAlone() {
            try (WatchCursor watch = store.watch(Prefix.in(RESOURCE, "team"), 1)) {
                create("team-a", "x");
                create("team", "x");
                Key secret = Key.namespaced("secrets", "team", "x");
                store.create(secret, configMap(secret, "x"));

                assertThat(texts(drain(watch))).containsExactly("ADDED /registry/configmaps/team/x@3");
            }
        }

        @Test
        void aBookmarkKeepsUpWithWritesThatAreNotWatched() {
            try (WatchCursor watch = store.watch(Prefix.in(RESOURCE, "team"), 1)) {
                create("other", "x");
                create("other", "y");
                assertThat(watch.bookmark()).as("nothing to tell up to now").isEqualTo(3);
                assertThat(watch.revision()).as("nothing told yet").isEqualTo(1);

                create("team", "x");
                assertThat(watch.bookmark())
                        .as("just before what is to be told")
                        .isEqualTo(3);
                watch.poll();
                assertThat(watch.bookmark()).isEqualTo(4);
            }
        }

        @Test
        void aWatchResumedFromABookmarkMissesNothing() {
            create("team", "x");
            long bookmark;
            try (WatchCursor watch = store.watch(Prefix.all(RESOURCE), 1)) {
                drain(watch);
                bookmark = watch.bookmark();
            }
            create("team", "y");
            try (WatchCursor resumed = store.watch(Prefix.all(RESOURCE), bookmark)) {
                assertThat(texts(drain(resumed))).containsExactly("ADDED /registry/configmaps/team/y@3");
            }
        }

        @Test
        void watchesDoNotDisturbEachOther() {
            create("team", "x");
            try (WatchCursor one = store.watch(Prefix.all(RESOURCE), 1);
                    WatchCursor two = store.watch(Prefix.all(RESOURCE), 1)) {
                assertThat(drain(one)).hasSize(1);
                assertThat(drain(two)).hasSize(1);
            }
        }

        @Test
        void aWaiterIsWokenForWhatItWatchesOnly() {
            AtomicInteger wakes = new AtomicInteger();
            try (WatchCursor watch = store.watch(Prefix.in(RESOURCE, "team"), 1)) {
                watch.onEvents(wakes::incrementAndGet);
                create("other", "x");
                assertThat(wakes).hasValue(0);

                create("team", "x");
                assertThat(wakes).hasValue(1);
                assertThat(watch.poll()).isPresent();
            }
            create("team", "y");
            assertThat(wakes).as("after it is closed").hasValue(1);
        }

        @Test
        void aWaiterThatComesLateIsWokenAtOnce() {
            AtomicInteger wakes = new AtomicInteger();
            try (WatchCursor watch = store.watch(Prefix.all(RESOURCE), 1)) {
                create("team", "x");
                watch.onEvents(wakes::incrementAndGet);

                assertThat(wakes).hasValue(1);
            }
        }

        @Test
        void aClosedWatchCannotBePolled() {
            WatchCursor watch = store.watch(Prefix.all(RESOURCE), 1);
            watch.close();
            watch.close();

            assertThatIllegalStateException().isThrownBy(watch::poll);
        }
    }

    @Nested
    class Compacting {
        @Test
        void statesBeforeTheCompactionAreForgottenAndLaterOnesStay() {
            Stored a = create("default", "a");
            Stored b = create("default", "b");
            Stored c = create("default", "c");
            store.compact(3);

            assertThat(store.compactedRevision()).isEqualTo(3);
            assertThat(store.list(Prefix.all(RESOURCE), ListAt.revision(3)).items())
                    .containsExactly(a, b);
            assertThat(store.get(c.key(), 3)).isEmpty();
            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> store.list(Prefix.all(RESOURCE), ListAt.revision(2)))
                    .satisfies(refusal -> {
                        assertThat(refusal.requested()).isEqualTo(2);
                        assertThat(refusal.compacted()).isEqualTo(3);
                    });
            assertThatThrownBy(() -> store.get(a.key(), 2)).isInstanceOf(CompactedException.class);
        }

        @Test
        void aWatchCanStartAtTheCompactionButNotBefore() {
            create("default", "a");
            create("default", "b");
            create("default", "c");
            store.compact(3);

            try (WatchCursor watch = store.watch(Prefix.all(RESOURCE), 3)) {
                assertThat(texts(drain(watch))).containsExactly("ADDED /registry/configmaps/default/c@4");
            }
            assertThatExceptionOfType(CompactedException.class)
                    .isThrownBy(() -> store.watch(Prefix.all(RESOURCE), 2))
                    .withMessage("too old resource version: 2 (3)");
        }

        @Test
        void aReaderThatIsTooSlowIsTold() {
            WatchCursor watch = store.watch(Prefix.all(RESOURCE), 1);
            create("default", "a");
            create("default", "b");
            store.compact(2);

            assertThatThrownBy(watch::poll).isInstanceOf(CompactedException.class);
            assertThatThrownBy(watch::bookmark).isInstanceOf(CompactedException.class);
        }

        @Test
        void aReaderThatHasSeenItAllDoesNotMind() {
            WatchCursor watch = store.watch(Prefix.all(RESOURCE), 1);
            create("default", "a");
            drain(watch);
            Key secret = Key.namespaced("secrets", "default", "x");
            store.create(secret, configMap(secret, "x"));
            store.compact(3);
            create("default", "b");

            assertThat(texts(drain(watch))).containsExactly("ADDED /registry/configmaps/default/b@4");
        }

        @Test
        void aReaderIsNotTooSlowForWritesItDoesNotWatch() {
            WatchCursor watch = store.watch(Prefix.in(RESOURCE, "quiet"), 1);
            create("default", "a");
            create("default", "b");
            store.compact(3);
            create("quiet", "c");

            assertThat(texts(drain(watch))).containsExactly("ADDED /registry/configmaps/quiet/c@4");
        }

        @Test
        void compactingLessThanBeforeChangesNothing() {
            create("default", "a");
            create("default", "b");
            store.compact(3);
            store.compact(2);

            assertThat(store.compactedRevision()).isEqualTo(3);
        }
    }

    @Nested
    class Forking {
        @Test
        void aForkHasTheStateAndTheHistory() {
            Stored created = create("default", "a");
            Store fork = store.fork();

            assertThat(fork.revision()).isEqualTo(2);
            assertThat(fork.get(created.key())).contains(created);
            assertThat(fork.get(created.key(), 1)).isEmpty();
            try (WatchCursor watch = fork.watch(Prefix.all(RESOURCE), 1)) {
                assertThat(drain(watch)).containsExactly(StoreEvent.added(created));
            }
            assertThat(fork.snapshot().byIndex("configmaps-by-mode", "new")).containsExactly(created);
        }

        @Test
        void neitherSeesTheOthersWrites() {
            Stored created = create("default", "a");
            Store fork = store.fork();
            WatchCursor here = store.watch(Prefix.all(RESOURCE), 2);
            WatchCursor there = fork.watch(Prefix.all(RESOURCE), 2);

            fork.delete(created.key(), created.modRevision());
            Stored updated = update(created, "fast");
            create("default", "b");

            assertThat(fork.list(Prefix.all(RESOURCE), ListAt.now()).items()).isEmpty();
            assertThat(store.get(created.key())).contains(updated);
            assertThat(fork.revision()).isEqualTo(3);
            assertThat(store.revision()).isEqualTo(4);
            assertThat(texts(drain(there))).containsExactly("DELETED /registry/configmaps/default/a@3");
            assertThat(texts(drain(here)))
                    .containsExactly(
                            "MODIFIED /registry/configmaps/default/a@3", "ADDED /registry/configmaps/default/b@4");
        }

        @Test
        void compactingOneLeavesTheOtherItsHistory() {
            Stored created = create("default", "a");
            Store fork = store.fork();
            store.compact(2);

            assertThat(fork.compactedRevision()).isZero();
            assertThat(fork.get(created.key(), 1)).isEmpty();
        }
    }
}

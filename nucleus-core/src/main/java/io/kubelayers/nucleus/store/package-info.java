/**
 * The store: where the API server keeps every object, and the one source of order in a cluster. Plays the part etcd has
 * upstream.
 *
 * <pre>
 *   create, update, delete ──► one revision each ──► state (objects, indexes)   ◄── get, list, snapshot
 *    compare and set                            └──► history of the resource    ◄── watch, list at a revision
 *                                                     forgotten by compact
 * </pre>
 *
 * <p>{@link io.kubelayers.nucleus.store.Store} is the contract, {@link io.kubelayers.nucleus.store.MemoryStore} keeps it
 * with immutable data: readers take no locks, and a fork costs nothing.
 *
 * <pre>{@code
 * Store store = MemoryStore.empty();
 * Key key = Key.namespaced("configmaps", "default", "settings");
 * Stored created = store.create(key, settings);
 *
 * try (WatchCursor watch = store.watch(Prefix.all("configmaps"), created.modRevision())) {
 *     store.update(key, settings.withData(Map.of("mode", "fast")), created.modRevision());
 *     StoreEvent event = watch.poll().orElseThrow(); // MODIFIED /registry/configmaps/default/settings@3
 * }
 *
 * Store whatIf = store.fork(); // both go on alone
 * }</pre>
 *
 * <p>It knows nothing of kinds, versions, defaults or permissions: those are the API server's.
 */
@NullMarked
package io.kubelayers.nucleus.store;

import org.jspecify.annotations.NullMarked;

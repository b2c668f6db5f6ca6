package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.client.Resources;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.WatchStream;
import io.kubelayers.nucleus.store.Key;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.store.Prefix;
import java.util.HashSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * Copies one kind: lists it, then watches it, and lists anew when the history that the watch needs is gone. Upstream:
 * {@code client-go/tools/cache/reflector.go}.
 */
final class Reflector {
    private static final long FIRST_RETRY = 200;
    private static final long LAST_RETRY = 30_000;
    private static final int PAGE = 500;

    /** A watch lasts between five and ten minutes, so that they do not all end together. */
    private static final int SHORTEST_WATCH = 300;

    private final Resources<? extends KubernetesObject> resources;
    private final String resource;
    private final MemoryStore store;
    private final CountDownLatch synced = new CountDownLatch(1);
    private final Semaphore wakes = new Semaphore(0);
    private final Thread thread;
    private volatile String obstacle = "there is no answer yet";
    private volatile boolean stopped;

    Reflector(Resources<? extends KubernetesObject> resources, MemoryStore store) {
        this.resources = resources;
        this.resource = resources.type().storageResource();
        this.store = store;
        this.thread = new Thread(this::run, "kubelayers-reflector-" + resource);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    String name() {
        return resources.type().groupResource();
    }

    String obstacle() {
        return obstacle;
    }

    boolean awaitSynced(long time, TimeUnit unit) throws InterruptedException {
        return synced.await(time, unit);
    }

    void stop() {
        stopped = true;
        thread.interrupt();
    }

    private void run() {
        long retry = FIRST_RETRY;
        while (!stopped) {
            try {
                var version = list();
                synced.countDown();
                retry = FIRST_RETRY;
                watch(version);
            } catch (ApiException e) {
                obstacle = String.valueOf(e.getMessage());
                if (e.code() != 410) {
                    retry = pause(retry);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (RuntimeException bug) {
                if (stopped) {
                    return;
                }
                obstacle = bug.toString();
                System.getLogger("io.kubelayers.remote")
                        .log(System.Logger.Level.ERROR, "copying " + name() + " failed", bug);
                retry = pause(retry);
            }
        }
    }

    /** The next time it is to pause twice as long. */
    private long pause(long millis) {
        try {
            Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
        } catch (InterruptedException stop) {
            stopped = true;
        }
        return Math.min(2 * millis, LAST_RETRY);
    }

    /** Copies what is there, page by page, and drops what is not; the resource version of all that. */
    private String list() {
        var there = new HashSet<Key>();
        var options = RequestOptions.NONE.withLimit(PAGE);
        while (true) {
            var page = resources.list("", options);
            for (var object : page.items()) {
                there.add(keep(object));
            }
            var next = page.metadata().continueToken();
            if (next == null || next.isEmpty()) {
                dropOthers(there);
                var version = page.metadata().resourceVersion();
                return version == null ? "" : version;
            }
            options = options.withContinueToken(next);
        }
    }

    private void dropOthers(HashSet<Key> there) {
        for (var stored : store.snapshot().list(Prefix.all(resource))) {
            if (!there.contains(stored.key())) {
                store.delete(stored.key(), stored.modRevision());
            }
        }
    }

    private Key key(KubernetesObject object) {
        var metadata = object.metadata();
        return new Key(resource, metadata.namespaceOrEmpty(), metadata.nameOrEmpty());
    }

    private Key keep(KubernetesObject object) {
        var key = key(object);
        var known = store.get(key);
        var version = object.metadata().resourceVersion();
        if (known.isEmpty()
                || version == null
                || !version.equals(known.get().object().metadata().resourceVersion())) {
            store.keep(key, object);
        }
        return key;
    }

    /** Follows what happens, until the watch cannot go on. */
    private void watch(String version) throws InterruptedException {
        int seconds = SHORTEST_WATCH + ThreadLocalRandom.current().nextInt(SHORTEST_WATCH);
        var options = RequestOptions.NONE
                .withResourceVersion(version)
                .withAllowWatchBookmarks(true)
                .withTimeoutSeconds(seconds);
        try (var events = resources.watch("", options)) {
            events.onEvents(wakes::release);
            while (!stopped) {
                for (var event = events.poll(); event.isPresent(); event = events.poll()) {
                    take(event.get());
                }
                wakes.acquire();
                wakes.drainPermits();
            }
        }
    }

    private void take(WatchStream.Event event) {
        switch (event.type()) {
            case ADDED, MODIFIED -> keep(event.object());
            case DELETED -> store.get(key(event.object()))
                    .ifPresent(known -> store.delete(known.key(), known.modRevision()));
            case BOOKMARK -> {
                // the watch itself remembers where it is
            }
        }
    }
}

package io.kubelayers.interfaces.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.Store;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until writes to a store have made something true. */
final class Soon {
    private static final long PATIENCE_SECONDS = 120;

    private Soon() {}

    /** Looks whenever an object of the resource was written. */
    static void on(Store store, String resource, BooleanSupplier condition) throws InterruptedException {
        var wakes = new Semaphore(1);
        try (var cursor = store.watch(Prefix.all(resource), store.revision())) {
            cursor.onEvents(wakes::release);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!condition.getAsBoolean()) {
                assertThat(wakes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS))
                        .as("it has come true within " + PATIENCE_SECONDS + " s")
                        .isTrue();
                wakes.drainPermits();
                while (cursor.poll().isPresent()) {
                    // only that it happened counts
                }
            }
        }
    }
}

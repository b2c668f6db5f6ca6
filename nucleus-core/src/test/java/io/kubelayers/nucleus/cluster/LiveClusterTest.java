package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.WatchStream;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The same controllers, on threads and in real time. */
class LiveClusterTest {
    @Test
    void controllersOnThreadsFinishWhatWasBegun() throws InterruptedException {
        try (var cluster = Cluster.builder().startThreads()) {
            cluster.client()
                    .create(NamespaceBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder().name("team").build())
                            .build());
            var watch = cluster.client().on(Namespace.class).watch("", RequestOptions.fields("metadata.name=team"));
            var events = new Semaphore(0);
            watch.onEvents(events::release);

            cluster.client().on(Namespace.class).delete("", "team");

            assertThat(awaitDeletion(watch, events)).isTrue();
        }
    }

    private static boolean awaitDeletion(WatchStream watch, Semaphore events) throws InterruptedException {
        while (true) {
            for (var event = watch.poll(); event.isPresent(); event = watch.poll()) {
                if (event.get().type() == WatchStream.Type.DELETED) {
                    return true;
                }
            }
            if (!events.tryAcquire(30, TimeUnit.SECONDS)) {
                return false;
            }
        }
    }
}

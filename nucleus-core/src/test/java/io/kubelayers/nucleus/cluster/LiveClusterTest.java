package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.WatchStream;
import java.util.List;
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

    /** The collector of pods that nobody runs sees the mark too, and may be faster. */
    @Test
    void podsThatNobodyRunsGoWhenTheyAreDeletedWhoeverIsFirst() {
        try (var cluster = Cluster.builder().nodeAgentElsewhere().startThreads()) {
            var pods = cluster.client().on(Pod.class);
            for (int i = 0; i < 100; i++) {
                pods.create(pod("web-" + i));
                pods.delete("default", "web-" + i);
            }

            assertThat(pods.list("default").items()).isEmpty();
        }
    }

    private static Pod pod(String name) {
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .spec(PodSpecBuilder.builder()
                        .containers(List.of(ContainerBuilder.builder()
                                .name("main")
                                .image("app")
                                .build()))
                        .build())
                .build();
    }
}

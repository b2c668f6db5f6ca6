package io.kubelayers.nucleus.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Event;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventExpiryTest {
    @Test
    void anEventIsForgottenAnHourAfterItWasLastWritten() {
        try (var cluster = Cluster.builder().start()) {
            var event = (Event) cluster.apply(Manifests.of(
                            "event",
                            "{apiVersion: v1, kind: Event, metadata: {name: e}, involvedObject: {kind: Pod, namespace:"
                                    + " default, name: p}, reason: Told, count: 1, type: Normal}"))
                    .get(0);
            cluster.advance(Duration.ofMinutes(30));
            cluster.client().update(event.withCount(2).withLastTimestamp(cluster.now()));
            cluster.advance(Duration.ofMinutes(59));
            assertThat(cluster.lister(Event.class).get("default", "e")).isPresent();
            cluster.advance(Duration.ofMinutes(1));
            assertThat(cluster.lister(Event.class).get("default", "e")).isEmpty();
        }
    }
}

package io.kubelayers.application.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From which moment a change of endpoints is on its way. */
class TriggerTimesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void theEarliestNewTimeCounts() {
        var before = new TriggerTimes(NOON, Map.of("a", NOON, "b", NOON));
        assertThat(before.since(null)).isEqualTo(NOON);
        assertThat(before.since(before)).isNull();
        var after = new TriggerTimes(NOON, Map.of("a", NOON.plusSeconds(9), "b", NOON, "c", NOON.plusSeconds(5)));
        assertThat(after.since(before)).isEqualTo(NOON.plusSeconds(5));
        assertThat(before.since(after)).isNull();
    }

    @Test
    void endpointsAndSlicesTellIt() {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard())
                .nodes(1, node -> node)
                .clock(VirtualClock.at("2026-01-01T12:00:00Z"))
                .start()) {
            cluster.apply(
                    Manifests.of(
                            "web",
                            """
                    apiVersion: v1
                    kind: Service
                    metadata: {name: web}
                    spec: {selector: {app: web}, ports: [{port: 80}]}
                    """));
            cluster.settle();
            assertThat(slice(cluster)).isEqualTo("2026-01-01T12:00:00Z");

            cluster.advance(Duration.ofMinutes(1));
            cluster.apply(
                    Manifests.of(
                            "pod",
                            """
                    apiVersion: v1
                    kind: Pod
                    metadata: {name: a, labels: {app: web}}
                    spec: {containers: [{name: c, image: nginx}]}
                    """));
            cluster.settle();
            var ready = cluster.client().on(Pod.class).get("default", "a").status().conditions().stream()
                    .filter(condition -> condition.type().equals(PodConditionType.READY))
                    .findFirst()
                    .orElseThrow();
            assertThat(slice(cluster)).isEqualTo(String.valueOf(ready.lastTransitionTime()));
            assertThat(cluster.client()
                            .on(Endpoints.class)
                            .get("default", "web")
                            .metadata()
                            .annotations())
                    .containsEntry(TriggerTimes.ANNOTATION, slice(cluster));
        }
    }

    private static String slice(Cluster cluster) {
        var slices = cluster.lister(EndpointSlice.class).list("default").stream()
                .filter(slice -> "web".equals(slice.metadata().labels().get(SliceLabels.SERVICE_NAME)))
                .toList();
        assertThat(slices).hasSize(1);
        return String.valueOf(slices.get(0).metadata().annotations().get(TriggerTimes.ANNOTATION));
    }
}

package io.kubelayers.nucleus.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventBuilder;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.core.ObjectReferenceBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventsV1ConverterTest {
    private static final Instant SEEN = Instant.parse("2026-01-01T12:00:00Z");

    private static Event event() {
        return EventBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web.1")
                        .namespace("default")
                        .build())
                .involvedObject(ObjectReferenceBuilder.builder()
                        .kind("Pod")
                        .namespace("default")
                        .name("web")
                        .build())
                .reason("Pulled")
                .message("Container image already present on machine")
                .source(new EventSource("kubelet", "n1"))
                .firstTimestamp(SEEN)
                .lastTimestamp(SEEN.plusSeconds(60))
                .count(3)
                .type("Normal")
                .series(new Event.Series(2, SEEN))
                .reportingComponent("kubelet")
                .reportingInstance("n1")
                .build();
    }

    @Test
    void bothVersionsSayTheSame() {
        var converter = new EventsV1Converter();

        var newer = converter.fromHub(event());

        assertThat(newer.note()).isEqualTo("Container image already present on machine");
        assertThat(newer.regarding().name()).isEqualTo("web");
        assertThat(newer.deprecatedCount()).isEqualTo(3);
        assertThat(newer.reportingController()).isEqualTo("kubelet");
        assertThat(converter.toHub(newer)).isEqualTo(event());
    }

    @Test
    void anEventWrittenInOneVersionIsReadInTheOther() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(event());

            var read = cluster.client().on(EventsV1Event.class).get("default", "web.1");

            assertThat(read.note()).isEqualTo("Container image already present on machine");
        }
    }
}

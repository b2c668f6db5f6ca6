package io.kubelayers.nucleus.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are listed in the order in which things happened, and tell of the same happening once. */
class ObjectEventRecorderTest {
    private final Cluster cluster = Cluster.builder().withoutControllers().start();
    private ConfigMap map;

    @BeforeEach
    void create() {
        map = cluster.client()
                .create(ConfigMapBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .name("settings")
                                .namespace("default")
                                .build())
                        .build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private EventRecorder recorder(Cluster some, boolean remote) {
        return new ObjectEventRecorder(
                some.client(),
                some.runtime(),
                "reader",
                remote ? ToldEvents.remembered() : ToldEvents.in(some.informers()));
    }

    private static List<String> told(Cluster some) {
        return some.client().on(Event.class).list("default").items().stream()
                .map(event -> event.message() + " x" + event.count())
                .toList();
    }

    @ParameterizedTest(name = "of another process: {0}")
    @ValueSource(booleans = {false, true})
    void what_happens_again_raises_the_count_of_its_event(boolean remote) {
        var events = recorder(cluster, remote);
        events.normal(map, "Read", "zebra");
        events.normal(map, "Read", "ape");
        events.of("data").normal(map, "Read", "ape");
        events.from("writer").normal(map, "Read", "ape");
        events.warning(map, "Read", "ape");
        events.normal(map, "Read", "zebra");
        assertThat(told(cluster)).containsExactly("zebra x2", "ape x1", "ape x1", "ape x1", "ape x1");
    }

    @ParameterizedTest(name = "of another process: {0}")
    @ValueSource(booleans = {false, true})
    void an_event_that_was_deleted_is_told_anew(boolean remote) {
        var events = recorder(cluster, remote);
        events.normal(map, "Read", "zebra");
        cluster.client().on(Event.class).list("default").items().forEach(cluster.client()::delete);
        events.normal(map, "Read", "zebra");
        assertThat(told(cluster)).containsExactly("zebra x1");
    }

    @Test
    void names_are_made_of_the_time_and_many_at_one_instant_keep_their_order() {
        var events = recorder(cluster, false).from("printer");
        var messages =
                IntStream.range(0, 300).mapToObj(number -> "page " + number).toList();
        messages.forEach(message -> events.normal(map, "Read", message));
        assertThat(told(cluster))
                .containsExactlyElementsOf(
                        messages.stream().map(message -> message + " x1").toList());
        var now = cluster.runtime().now().getEpochSecond() * 1_000_000_000L;
        assertThat(cluster.client()
                        .on(Event.class)
                        .list("default")
                        .items()
                        .get(1)
                        .metadata()
                        .name())
                .isEqualTo("settings." + Long.toHexString(now + 1));
    }

    @ParameterizedTest(name = "of another process: {0}")
    @ValueSource(booleans = {false, true})
    void what_is_told_in_ten_ways_and_more_is_combined(boolean remote) {
        var events = recorder(cluster, remote);
        for (int page = 1; page <= 12; page++) {
            events.normal(map, "Read", "page " + page);
        }
        events.normal(map, "Read", "page 2");
        events.normal(map, "Closed", "page 12");
        assertThat(told(cluster))
                .containsExactly(
                        "page 1 x1",
                        "page 2 x2",
                        "page 3 x1",
                        "page 4 x1",
                        "page 5 x1",
                        "page 6 x1",
                        "page 7 x1",
                        "page 8 x1",
                        "page 9 x1",
                        "(combined from similar events): page 12 x3",
                        "page 12 x1");

        cluster.advance(Duration.ofMinutes(9));
        events.normal(map, "Read", "page 13");
        cluster.advance(Duration.ofMinutes(9));
        events.normal(map, "Read", "page 14");
        assertThat(told(cluster)).hasSize(11).contains("(combined from similar events): page 14 x5");

        cluster.advance(Duration.ofMinutes(11));
        events.normal(map, "Read", "page 15");
        assertThat(told(cluster)).hasSize(12).contains("page 15 x1");
    }

    @Test
    void a_fork_names_what_happens_next_as_its_original_does() {
        recorder(cluster, false).normal(map, "Read", "zebra");
        try (var fork = cluster.fork()) {
            var names = List.of(cluster, fork).stream()
                    .map(some -> {
                        recorder(some, false).normal(map, "Read", "zebra");
                        recorder(some, false).normal(map, "Read", "ape");
                        return some.client().on(Event.class).list("default").items().stream()
                                .map(event -> event.metadata().name() + event.count())
                                .toList();
                    })
                    .toList();
            assertThat(names.get(0)).hasSize(2).isEqualTo(names.get(1));
        }
    }
}

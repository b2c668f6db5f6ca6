package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSortedMap;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.selector.Selector;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SharedLabelsTest {
    private final SharedLabels shared = new SharedLabels();

    private static Map<String, String> labels(String key, String value) {
        return ImmutableSortedMap.of(key, value);
    }

    @Test
    void equalLabelsAreOneMap() {
        var first = shared.of(labels("app", "web"));

        assertThat(shared.of(labels("app", "web"))).isSameAs(first);
        assertThat(shared.of(labels("app", "db"))).isEqualTo(labels("app", "db"));
    }

    @Test
    void whatCannotBeValidIsNotKept() {
        var longOne = labels("app", "w".repeat(64));
        var many = ImmutableSortedMap.copyOf(
                IntStream.range(0, 17).boxed().collect(Collectors.toMap(i -> "label-" + i, i -> "value")));

        assertThat(shared.of(longOne)).isSameAs(longOne);
        assertThat(shared.of(labels("app", "w".repeat(64)))).isNotSameAs(longOne);
        assertThat(shared.of(many)).isSameAs(many);
        assertThat(shared.of(ImmutableSortedMap.copyOf(Map.copyOf(many)))).isNotSameAs(many);
    }

    /** Many more labels than there are places, so that some push others out. */
    @Property(tries = 20)
    void sharingNeverChangesLabels(
            @ForAll @Size(4000) List<@StringLength(3) @CharRange(from = 'a', to = 'p') String> values) {
        for (var value : values) {
            assertThat(shared.of(labels("app", value))).isEqualTo(labels("app", value));
        }
    }

    @Property(tries = 20)
    void askingOfManyAnswersAsAskingOfEach(
            @ForAll @Size(3000) List<@StringLength(3) @CharRange(from = 'a', to = 'p') String> values) {
        var selector = Selector.parse("app in (aaa,abc)");
        var matches = new LabelMatches(selector);

        for (var value : values) {
            var labels = shared.of(labels("app", value));
            assertThat(matches.matches(labels)).isEqualTo(selector.matches(labels));
        }
    }

    @Test
    void objectsWithEqualLabelsShareThemHoweverTheyCome() {
        try (var cluster = Cluster.builder().withoutControllers().start()) {
            var configs = cluster.client().on(ConfigMap.class);
            var one = configs.create(config("one", Map.of("app", "web")));
            var other = configs.create(config("other", Map.of("app", "db")));
            var moved = configs.update(other.withMetadata(other.metadata().withLabels(Map.of("app", "web"))));

            assertThat(moved.metadata().labels()).isSameAs(one.metadata().labels());
            assertThat(configs.list("default", RequestOptions.NONE.withLabelSelector("app=web"))
                            .items())
                    .containsExactly(one, moved);
        }
    }

    private static ConfigMap config(String name, Map<String, String> labels) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .labels(labels)
                        .build())
                .build();
    }
}

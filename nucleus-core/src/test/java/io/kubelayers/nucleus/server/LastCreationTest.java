package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.apply.FieldSet;
import io.kubelayers.nucleus.client.Resources;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Absent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** New objects that are alike share who owns what of them; any difference that somebody owns tells them apart. */
class LastCreationTest {
    private static final PodSpec SPEC = spec("nginx");

    private final Cluster cluster = Cluster.builder().start();
    private final Resources<Pod> pods = cluster.client().on(Pod.class);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static PodSpec spec(String image) {
        return PodSpecBuilder.builder()
                .containers(List.of(
                        ContainerBuilder.builder().name("web").image(image).build()))
                .build();
    }

    private static ObjectMeta named(String name) {
        return ObjectMetaBuilder.builder()
                .name(name)
                .namespace("default")
                .labels(Map.of("app", "web"))
                .build();
    }

    private Pod create(ObjectMeta metadata, PodSpec spec) {
        return pods.create(PodBuilder.builder().metadata(metadata).spec(spec).build());
    }

    private static ManagedFieldsEntry entry(Pod pod) {
        assertThat(pod.metadata().managedFields()).hasSize(1);
        return pod.metadata().managedFields().get(0);
    }

    private static List<String> owned(Pod pod) {
        return FieldSet.read(entry(pod).fieldsV1()).paths();
    }

    @Test
    void podsOfOneSpecAndWithEqualLabelsShareTheirEntries() {
        var one = create(named("one"), SPEC);
        var other = create(named("other"), SPEC);

        assertThat(other.metadata().managedFields()).isSameAs(one.metadata().managedFields());
        assertThat(owned(other)).contains(".metadata.labels.app", ".spec.containers[name=\"web\"].image");
    }

    @Test
    void aLaterOneHasItsOwnTime() {
        var one = create(named("one"), SPEC);
        cluster.advance(Duration.ofSeconds(90));
        var later = create(named("later"), SPEC);

        assertThat(entry(later).time()).isEqualTo(entry(one).time().plusSeconds(90));
        assertThat(entry(later).fieldsV1()).isSameAs(entry(one).fieldsV1());
    }

    @Test
    void anotherSpecHasOwnersOfItsOwn() {
        var one = create(named("one"), SPEC);
        var command = PodSpecBuilder.builder()
                .containers(List.of(SPEC.containers().get(0).withCommand(List.of("sleep"))))
                .build();

        assertThat(owned(create(named("other"), command)))
                .contains(".spec.containers[name=\"web\"].command")
                .hasSize(owned(one).size() + 1);
    }

    @Test
    void anotherLabelOrAnnotationOrFinalizerIsOwned() {
        create(named("one"), SPEC);

        assertThat(owned(create(named("two").withLabels(Map.of("tier", "web")), SPEC)))
                .contains(".metadata.labels.tier")
                .doesNotContain(".metadata.labels.app");
        assertThat(owned(create(named("three").withAnnotations(Map.of("by", "me")), SPEC)))
                .contains(".metadata.annotations.by");
        assertThat(owned(create(named("four").withFinalizers(List.of("example.com/wait")), SPEC)))
                .contains(".metadata.finalizers[=\"example.com/wait\"]");
    }

    @Test
    void anEmptyMapThatWasSentIsNotTakenForOneThatWasLeftOut() {
        var bare = named("bare").withLabels(Map.of());
        var without = create(bare, SPEC);
        var with = create(bare.withName("given").withAnnotations(Absent.givenMap()), SPEC);
        var again = create(bare.withName("again"), SPEC);

        assertThat(owned(again)).isEqualTo(owned(without));
        assertThat(with.metadata().managedFields())
                .isNotSameAs(without.metadata().managedFields());
    }

    @Test
    void anotherManagerIsAnotherOwner() {
        create(named("one"), SPEC);
        var options = RequestOptions.NONE.withFieldManager("somebody");
        var other = pods.create(
                PodBuilder.builder().metadata(named("other")).spec(SPEC).build(), options);

        assertThat(entry(other).manager()).isEqualTo("somebody");
    }
}

package io.kubelayers.nucleus.gc;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.DeleteOptions.DeletionPropagation;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What belongs to a deleted object goes after it, before it, or is set free. */
class GarbageCollectorTest {
    private final Cluster cluster = Cluster.builder().start();

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void dependentsOfADeletedOwnerAreCollectedInTheBackground() {
        var owner = create("owner");
        var child = create("child", owner);
        create("grandchild", child);

        delete("owner", DeletionPropagation.BACKGROUND);
        assertThat(names()).contains("child", "grandchild");

        cluster.settle();
        assertThat(names()).isEmpty();
    }

    @Test
    void anOwnerDeletedInTheForegroundGoesLast() {
        var owner = create("owner");
        var child = create("child", owner);
        hold(create("grandchild", child));

        delete("owner", DeletionPropagation.FOREGROUND);
        cluster.settle();
        assertThat(names()).containsExactly("child", "grandchild", "owner");

        release("grandchild");
        cluster.settle();
        assertThat(names()).isEmpty();
    }

    @Test
    void orphanedDependentsStayAndForgetTheirOwner() {
        var owner = create("owner");
        create("child", owner);

        delete("owner", DeletionPropagation.ORPHAN);
        cluster.settle();

        assertThat(names()).containsExactly("child");
        assertThat(get("child").metadata().ownerReferences()).isEmpty();
    }

    @Test
    void anObjectLivesAsLongAsOneOfItsOwners() {
        var first = create("first");
        var second = create("second");
        create("child", first, second);

        delete("first", DeletionPropagation.BACKGROUND);
        cluster.settle();
        assertThat(get("child").metadata().ownerReferences())
                .extracting(OwnerReference::name)
                .containsExactly("second");

        delete("second", DeletionPropagation.BACKGROUND);
        cluster.settle();
        assertThat(names()).isEmpty();
    }

    @Test
    void anOwnerOfTheSameNameButAnotherUidIsNoOwner() {
        var owner = create("owner");
        var impostor = new OwnerReference("v1", "ConfigMap", "owner", "another-uid", null, null);
        cluster.client().create(config("child", List.of(impostor)));

        cluster.settle();
        assertThat(names()).containsExactly("owner");
        assertThat(owner.metadata().uid()).isNotEqualTo("another-uid");
    }

    private ConfigMap create(String name, ConfigMap... owners) {
        var references = java.util.Arrays.stream(owners)
                .map(owner -> new OwnerReference(
                        "v1",
                        "ConfigMap",
                        owner.metadata().name(),
                        owner.metadata().uid(),
                        null,
                        true))
                .toList();
        return cluster.client().create(config(name, references));
    }

    private static ConfigMap config(String name, List<OwnerReference> owners) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .ownerReferences(owners)
                        .build())
                .build();
    }

    private void hold(ConfigMap config) {
        cluster.client().update(config.withMetadata(config.metadata().withFinalizers(List.of("example.com/hold"))));
    }

    private void release(String name) {
        var config = get(name);
        var remaining = config.metadata().finalizers().stream()
                .filter(finalizer -> !finalizer.equals("example.com/hold"))
                .toList();
        cluster.client().update(config.withMetadata(config.metadata().withFinalizers(remaining)));
    }

    private void delete(String name, String propagation) {
        cluster.client()
                .on(ConfigMap.class)
                .delete(
                        "default",
                        name,
                        DeleteOptionsBuilder.builder()
                                .propagationPolicy(propagation)
                                .build());
    }

    private ConfigMap get(String name) {
        return cluster.client().on(ConfigMap.class).get("default", name);
    }

    private List<String> names() {
        return cluster.client().on(ConfigMap.class).list("default").items().stream()
                .map(config -> config.metadata().nameOrEmpty())
                .filter(name -> !name.equals("kube-root-ca.crt"))
                .toList();
    }
}

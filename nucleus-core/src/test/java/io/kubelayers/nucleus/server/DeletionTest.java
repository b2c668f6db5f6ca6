package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.meta.Preconditions;
import io.kubelayers.nucleus.resource.DeviceClass;
import io.kubelayers.nucleus.resource.DeviceClassBuilder;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Deletes that can't end at once, and what is said meanwhile. */
class DeletionTest {
    private final Cluster cluster = Cluster.builder().withoutControllers().start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private ConfigMap settings(ObjectMetaBuilder metadata) {
        return cluster.client()
                .create(ConfigMapBuilder.builder()
                        .metadata(metadata.name("settings").namespace("default").build())
                        .build());
    }

    @Test
    void anObjectWithFinalizersIsMarkedWithAGracePeriodOfNothing() {
        settings(ObjectMetaBuilder.builder().finalizers(List.of("example.com/hold")));
        var answer = (ApiResponse.One) cluster.client().on(ConfigMap.class).delete("default", "settings");
        assertThat(answer.code()).isEqualTo(200);
        assertThat(answer.object().metadata().deletionGracePeriodSeconds()).isZero();
    }

    @Test
    void whoeverAsksInTheOldWayForDependentsToGoIsToldThatItIsNotDone() {
        settings(ObjectMetaBuilder.builder().finalizers(List.of("example.com/hold")));
        var options = DeleteOptionsBuilder.builder().orphanDependents(false).build();
        var answer = (ApiResponse.One) cluster.client().on(ConfigMap.class).delete("default", "settings", options);
        assertThat(answer.code()).isEqualTo(202);
    }

    @Test
    void classesOfDevicesAreAnsweredWhenTheyGo() {
        var name = ObjectMetaBuilder.builder().name("gpu").build();
        cluster.client().create(DeviceClassBuilder.builder().metadata(name).build());
        var answer = (ApiResponse.One) cluster.client().on(DeviceClass.class).delete("", "gpu");
        assertThat(answer.object()).isInstanceOf(DeviceClass.class);
    }

    @Test
    void aNameIsTakenWhileItsObjectIsBeingDeleted() {
        settings(ObjectMetaBuilder.builder().finalizers(List.of("example.com/hold")));
        cluster.client().on(ConfigMap.class).delete("default", "settings");
        assertThatThrownBy(() -> settings(ObjectMetaBuilder.builder()))
                .hasMessage("object is being deleted: configmaps \"settings\" already exists");
    }

    @Test
    void aNamespaceIsOnlyMarkedAndHasNoGracePeriod() {
        var shop = cluster.client()
                .create(NamespaceBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder().name("shop").build())
                        .build());
        var wrong = DeleteOptionsBuilder.builder()
                .preconditions(new Preconditions("other", null))
                .build();
        assertThatThrownBy(() -> cluster.client().on(Namespace.class).delete("", "shop", wrong))
                .hasMessage("Operation cannot be fulfilled on namespaces \"shop\": Precondition failed: UID in"
                        + " precondition: other, UID in object meta: "
                        + shop.metadata().uid());
        cluster.client().on(Namespace.class).delete("", "shop");
        var marked = cluster.client().on(Namespace.class).get("", "shop");
        assertThat(marked.metadata().deletionGracePeriodSeconds()).isNull();
        assertThat(marked.status().phase()).isEqualTo("Terminating");
    }

    @Test
    void anOwnerNamedTwiceIsTakenOnce() {
        var owner = new OwnerReference("v1", "ConfigMap", "boss", "u1", null, null);
        var made = settings(ObjectMetaBuilder.builder().ownerReferences(List.of(owner, owner)));
        assertThat(made.metadata().ownerReferences()).containsExactly(owner);
    }
}

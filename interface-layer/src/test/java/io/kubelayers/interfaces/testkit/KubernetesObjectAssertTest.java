package io.kubelayers.interfaces.testkit;

import static io.kubelayers.interfaces.testkit.KubelayersAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.ObjectReference;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.pod.Pods;
import java.util.List;
import org.junit.jupiter.api.Test;

@KubelayersTest(nodes = 0, manifests = "shop.yaml")
class KubernetesObjectAssertTest {
    private final Pod pod = Pods.named("web")
            .label("app", "web")
            .build()
            .withStatus(PodStatusBuilder.builder()
                    .phase("Pending")
                    .conditions(List.of(
                            PodConditionBuilder.builder()
                                    .type("PodScheduled")
                                    .status("True")
                                    .build(),
                            PodConditionBuilder.builder()
                                    .type("Ready")
                                    .status("False")
                                    .reason("ContainersNotReady")
                                    .message("containers with unready status: [app]")
                                    .build()))
                    .build());

    @Test
    void objects_need_no_cluster() {
        assertThat(pod)
                .hasLabel("app", "web")
                .hasCondition("PodScheduled", "True")
                .hasCondition("Ready", "False");
        assertThat(pod).satisfies(found -> assertThat(found).hasLabel("app", "web"));
    }

    @Test
    void tells_the_labels_there_are() {
        assertThatThrownBy(() -> assertThat(pod).hasLabel("app", "db"))
                .hasMessage(
                        """

                        Expected: Pod default/web has label app=db
                        But:      it is app=web""");
        assertThatThrownBy(() -> assertThat(pod).hasLabel("apps", "web"))
                .hasMessage(
                        """

                        Expected: Pod default/web has label apps=web
                        But:      it has no label apps
                        Hint:     typo of app?""");
        assertThatThrownBy(() -> assertThat(pod).hasAnnotation("team", "shop"))
                .hasMessage(
                        """

                        Expected: Pod default/web has annotation team=shop
                        But:      it has no annotation team
                        Hint:     there are none""");
    }

    @Test
    void tells_the_conditions_there_are() {
        assertThatThrownBy(() -> assertThat(pod).hasCondition("Redy", "True"))
                .hasMessage(
                        """

                        Expected: Pod default/web has condition Redy=True
                        But:      it has no condition Redy
                        Why:
                          · Pod default/web: conditions [conditions]
                            + PodScheduled=True [condition]
                            - Ready=False ContainersNotReady: containers with unready status: [app] [condition]
                        Hint:     typo of Ready?""");
    }

    @Test
    void tells_who_controls_it(Cluster cluster) {
        var replicaSet = cluster.lister(ReplicaSet.class).list("shop").get(0);
        assertThat(replicaSet).isControlledBy("Deployment", "web");
        var name = replicaSet.metadata().name();
        assertThatThrownBy(() -> assertThat(replicaSet).isControlledBy("Deployment", "db"))
                .hasMessage("\nExpected: ReplicaSet shop/" + name + " is controlled by Deployment db"
                        + "\nBut:      it is controlled by Deployment web");
        assertThatThrownBy(() -> assertThat(pod).isControlledBy("ReplicaSet", "web"))
                .hasMessage(
                        """

                        Expected: Pod default/web is controlled by ReplicaSet web
                        But:      nobody controls it""");
    }

    private static Event about(KubernetesObject object, String reason, String message) {
        return EventBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name(reason.toLowerCase(java.util.Locale.ROOT))
                        .build())
                .involvedObject(new ObjectReference(
                        "Pod",
                        "default",
                        object.metadata().name(),
                        object.metadata().uid(),
                        "v1",
                        null,
                        null))
                .type("Warning")
                .reason(reason)
                .message(message)
                .build();
    }

    @Test
    void tells_the_events_there_are(Cluster cluster) {
        var stored = cluster.client().create(Pods.named("idle").build());
        cluster.client().create(about(stored, "BackOff", "Back-off pulling image \"app:1\""));

        var asserted = assertThat(cluster).object(Pod.class, "idle");
        asserted.hasEvent("BackOff").hasEvent("BackOff", "pulling image").hasNoEvent("Killing");
        assertThatThrownBy(() -> asserted.hasEvent("Backof"))
                .hasMessage(
                        """

                        Expected: Pod default/idle has an event Backof
                        But:      other things were reported about it
                        Why:
                          · events [events]
                            - BackOff, Back-off pulling image "app:1" [event]
                        Hint:     typo of BackOff?""");
        assertThatThrownBy(() -> asserted.hasNoEvent("BackOff"))
                .hasMessage(
                        """

                        Expected: Pod default/idle has no event BackOff
                        But:      it has: Back-off pulling image "app:1"
                        Why:
                          · events [events]
                            - BackOff, Back-off pulling image "app:1" [event]""");
        assertThatThrownBy(() ->
                        assertThat(cluster).object(Namespace.class, "shop").hasEvent("BackOff"))
                .hasMessage(
                        """

                        Expected: Namespace shop has an event BackOff
                        But:      nothing was reported about it
                        Why:
                          · there are no events about it [events]""");
    }

    @Test
    void knows_a_misspelt_object(Cluster cluster) {
        assertThatThrownBy(() -> assertThat(cluster).deployment("shop/wbe"))
                .hasMessage(
                        """

                        Expected: Deployment shop/wbe exists
                        But:      there is no such Deployment
                        Hint:     typo of shop/web?""");
        assertThatThrownBy(() -> assertThat(cluster).deployment("web"))
                .hasMessage(
                        """

                        Expected: Deployment default/web exists
                        But:      there is no such Deployment
                        Hint:     in another namespace there is shop/web""");
        assertThatThrownBy(() -> assertThat(cluster).object(Secret.class, "shop/settings"))
                .hasMessage(
                        """

                        Expected: Secret shop/settings exists
                        But:      there is no such Secret
                        Hint:     there are none""");
        assertThatThrownBy(() -> assertThat(cluster).hasNo(Namespace.class, "shop"))
                .hasMessage("\nExpected: no Namespace shop\nBut:      it exists");
    }
}

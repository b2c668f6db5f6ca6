package io.kubelayers.application.workloads.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Event;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What an annotation of the first versions still does: the controller rolls back. */
class RollbackStepTest {
    private static RolloutWorld twoRevisions() {
        var world = new RolloutWorld(2, "1", "0");
        world.settle();
        world.image("web:2");
        world.settle();
        return world;
    }

    private static RolloutDecision ask(RolloutWorld world, String revision) {
        var annotations = new TreeMap<>(world.deployment.metadata().annotations());
        annotations.put("deprecated.deployment.rollback.to", revision);
        world.deployment =
                world.deployment.withMetadata(world.deployment.metadata().withAnnotations(annotations));
        return world.step();
    }

    private static String event(RolloutDecision decision) {
        var event = decision.events().get(0);
        return event.type() + " " + event.reason() + ": " + event.message();
    }

    private static String image(Deployment deployment) {
        return String.valueOf(
                deployment.spec().template().spec().containers().get(0).image());
    }

    @Test
    void zeroGoesBackToTheLastRevision() {
        var world = twoRevisions();
        var decision = ask(world, "0");
        assertThat(decision.stage()).isEqualTo(RolloutDecision.Stage.ROLLBACK);
        assertThat(event(decision))
                .isEqualTo("Normal DeploymentRollback: Rolled back deployment \"web\" to revision 1");
        assertThat(image(world.deployment)).isEqualTo("web:1");
        assertThat(world.deployment.metadata().annotations()).doesNotContainKey("deprecated.deployment.rollback.to");
        world.settle();
        assertThat(world.deployment.metadata().annotations()).containsEntry(RolloutAnnotations.REVISION, "3");
    }

    @Test
    void theTemplateMayBeTheSame() {
        assertThat(event(ask(twoRevisions(), "2")))
                .isEqualTo("Warning DeploymentRollbackTemplateUnchanged: The rollback revision contains the same"
                        + " template as current deployment \"web\"");
    }

    @Test
    void theRevisionMayBeUnknown() {
        var world = twoRevisions();
        assertThat(event(ask(world, "7")))
                .isEqualTo("Warning DeploymentRollbackRevisionNotFound: Unable to find the revision to rollback to.");
        assertThat(image(world.deployment)).isEqualTo("web:2");
        var first = new RolloutWorld(1, "1", "0");
        first.settle();
        assertThat(event(ask(first, "0")))
                .isEqualTo("Warning DeploymentRollbackRevisionNotFound: Unable to find last revision.");
    }

    @Test
    void whatIsNoNumberIsOverlooked() {
        assertThat(ask(twoRevisions(), "soon").stage()).isEqualTo(RolloutDecision.Stage.ROLLING_UPDATE);
    }

    @Test
    void inAClusterTheDeploymentIsWrittenBack() {
        try (var cluster = Cluster.builder().layers(ApplicationLayer.standard()).start()) {
            for (int i = 1; i <= 2; i++) {
                cluster.apply(Manifests.of(
                        "web",
                        "{apiVersion: apps/v1, kind: Deployment, metadata: {name: web}, spec: {replicas: 0, selector:"
                                + " {matchLabels: {app: web}}, template: {metadata: {labels: {app: web}}, spec:"
                                + " {containers: [{name: c, image: 'web:" + i + "'}]}}}}"));
                cluster.settle();
            }
            var deployments = cluster.client().on(Deployment.class);
            var web = deployments.get("default", "web");
            var annotations = new TreeMap<>(web.metadata().annotations());
            annotations.put("deprecated.deployment.rollback.to", "1");
            deployments.update(web.withMetadata(web.metadata().withAnnotations(annotations)));
            cluster.settle();

            var restored = deployments.get("default", "web");
            assertThat(image(restored)).isEqualTo("web:1");
            assertThat(restored.metadata().annotations()).isEqualTo(Map.of(RolloutAnnotations.REVISION, "3"));
            assertThat(cluster.client().on(Event.class).list("default").items())
                    .extracting(Event::reason)
                    .containsAll(List.of("DeploymentRollback"));
        }
    }
}

package io.kubelayers.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.application.batch.Job;
import io.kubelayers.application.batch.JobBuilder;
import io.kubelayers.application.batch.JobSpecBuilder;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceBuilder;
import io.kubelayers.application.discovery.ServicePortBuilder;
import io.kubelayers.application.discovery.ServiceSpecBuilder;
import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.application.workloads.DaemonSetBuilder;
import io.kubelayers.application.workloads.DaemonSetSpecBuilder;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.ReplicationController;
import io.kubelayers.application.workloads.ReplicationControllerBuilder;
import io.kubelayers.application.workloads.ReplicationControllerSpecBuilder;
import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.StatefulSetBuilder;
import io.kubelayers.application.workloads.StatefulSetSpecBuilder;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.application.workloads.deployment.Rollout;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecVolumeResourceRequirementsBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The layer in a cluster: what its controllers make of objects. Pods run when the test says so. */
class ApplicationLayerTest {
    private static Cluster cluster() {
        return Cluster.builder()
                .withoutNodeAgent()
                .layers(ApplicationLayer.standard().without("scheduler"))
                .nodes(2, node -> node.zone("a"))
                .start();
    }

    @Test
    void aDeploymentMakesAReplicaSetWhichMakesPods() {
        try (var cluster = cluster()) {
            cluster.apply(deployment("web:1"));
            cluster.settle();
            var set = cluster.lister(ReplicaSet.class).list().get(0);
            var pods = cluster.lister(Pod.class).list("default");
            assertThat(pods).hasSize(3).allSatisfy(pod -> {
                assertThat(pod.metadata().name()).startsWith(set.metadata().name() + "-");
                assertThat(pod.status().phase()).isEqualTo("Pending");
            });
            assertThat(events(cluster))
                    .contains(
                            "Deployment web ScalingReplicaSet: Scaled up replica set "
                                    + set.metadata().name() + " from 0 to 3",
                            "ReplicaSet " + set.metadata().name() + " SuccessfulCreate: Created pod: "
                                    + pods.get(0).metadata().name());
            var deployment = deployment(cluster);
            assertThat(deployment.spec().revisionHistoryLimit()).isEqualTo(10);
            assertThat(deployment.metadata().annotations()).containsEntry("deployment.kubernetes.io/revision", "1");
            assertThat(Rollout.status(deployment).explain())
                    .isEqualTo("Waiting for deployment \"web\" rollout to finish: 0 of 3 updated replicas are"
                            + " available...");
            HandRun.run(cluster);
            assertThat(Rollout.status(deployment(cluster)).explain())
                    .isEqualTo("deployment \"web\" successfully rolled out");
        }
    }

    @Test
    void aNewImageRollsOutAndUndoRollsBack() {
        try (var cluster = cluster()) {
            cluster.apply(deployment("web:1"));
            HandRun.run(cluster);
            var deployment = deployment(cluster);
            cluster.client().update(deployment.withSpec(deployment.spec().withTemplate(Workloads.template("web:2"))));
            HandRun.run(cluster);
            assertThat(images(cluster)).containsOnly("web:2").hasSize(3);
            var undo = Rollout.undo(
                    deployment(cluster), cluster.lister(ReplicaSet.class).list(), 0);
            cluster.client().update(undo.deployment());
            HandRun.run(cluster);
            assertThat(images(cluster)).containsOnly("web:1").hasSize(3);
            assertThat(deployment(cluster).metadata().annotations())
                    .containsEntry("deployment.kubernetes.io/revision", "3");
            assertThat(cluster.lister(ReplicaSet.class).list()).hasSize(2);
        }
    }

    @Test
    void scaleIsASubresource() {
        try (var cluster = cluster()) {
            cluster.apply(deployment("web:1"));
            HandRun.run(cluster);
            var deployments = cluster.client().on(Deployment.class);
            var scale = (Scale) deployments.getSubresource("default", "web", "scale");
            assertThat(scale.status().selector()).isEqualTo("app=web");
            var another = scale.withMetadata(scale.metadata().withUid("nobody"));
            assertThatThrownBy(() -> deployments.put("default", "web", "scale", another))
                    .hasMessageContaining("Precondition failed: UID in precondition: nobody, UID in object meta: ");
            deployments.put("default", "web", "scale", scale.withSpec(new Scale.Spec(5)));
            HandRun.run(cluster);
            assertThat(cluster.lister(Pod.class).list("default")).hasSize(5);
        }
    }

    @Test
    void aDeletedPodIsReplacedAndADeletedDeploymentTakesItsPodsAlong() {
        try (var cluster = cluster()) {
            cluster.apply(deployment("web:1"));
            HandRun.run(cluster);
            var gone =
                    cluster.lister(Pod.class).list("default").get(0).metadata().name();
            HandRun.kill(cluster, gone);
            HandRun.run(cluster);
            assertThat(cluster.lister(Pod.class).list("default"))
                    .hasSize(3)
                    .noneMatch(pod -> pod.metadata().name().equals(gone));
            cluster.client().on(Deployment.class).delete("default", "web");
            cluster.settle();
            assertThat(cluster.lister(ReplicaSet.class).list()).isEmpty();
        }
    }

    @Test
    void aServiceGetsAnAddressAndListsItsReadyPods() {
        try (var cluster = cluster()) {
            var service = cluster.apply(service());
            assertThat(service.spec().clusterIP()).startsWith("10.");
            assertThat(service.spec().ports().get(0).targetPort()).isEqualTo(IntOrString.of(80));
            cluster.apply(deployment("web:1"));
            HandRun.run(cluster);
            var slice = cluster.lister(EndpointSlice.class).list("default").get(0);
            assertThat(slice.endpoints()).hasSize(3).allSatisfy(endpoint -> {
                assertThat(endpoint.conditions().ready()).isTrue();
                assertThat(endpoint.zone()).isEqualTo("a");
            });
            cluster.client().on(Service.class).delete("default", "web");
            cluster.settle();
            assertThat(cluster.lister(EndpointSlice.class).list("default")).isEmpty();
        }
    }

    @Test
    void theApiServersOwnServiceIsThereFromTheStart() {
        try (var cluster = cluster()) {
            var kubernetes = cluster.client().on(Service.class).get("default", "kubernetes");
            assertThat(kubernetes.spec().clusterIP()).isEqualTo("10.96.0.1");
        }
    }

    @Test
    void aStatefulSetStartsItsPodsInOrderWithTheirClaims() {
        try (var cluster = cluster()) {
            cluster.apply(StatefulSetBuilder.builder()
                    .metadata(named("db"))
                    .spec(StatefulSetSpecBuilder.builder()
                            .replicas(2)
                            .serviceName("db")
                            .selector(Workloads.selector())
                            .template(Workloads.template("db:1"))
                            .volumeClaimTemplates(List.of(PersistentVolumeClaimBuilder.builder()
                                    .metadata(ObjectMetaBuilder.builder()
                                            .name("data")
                                            .build())
                                    .spec(PersistentVolumeClaimSpecBuilder.builder()
                                            .accessModes(List.of("ReadWriteOnce"))
                                            .resources(
                                                    PersistentVolumeClaimSpecVolumeResourceRequirementsBuilder.builder()
                                                            .requests(Map.of("storage", Quantity.parse("1Gi")))
                                                            .build())
                                            .build())
                                    .build()))
                            .build())
                    .build());
            cluster.settle();
            assertThat(Workloads.names(cluster.lister(Pod.class).list("default")))
                    .containsExactly("db-0");
            HandRun.run(cluster);
            assertThat(Workloads.names(cluster.lister(Pod.class).list("default")))
                    .containsExactly("db-0", "db-1");
            assertThat(cluster.lister(PersistentVolumeClaim.class).list("default"))
                    .extracting(claim -> claim.metadata().name())
                    .containsExactly("data-db-0", "data-db-1");
            var status = cluster.lister(StatefulSet.class).list().get(0).status();
            assertThat(status.availableReplicas()).isEqualTo(2);
            assertThat(events(cluster))
                    .contains("StatefulSet db SuccessfulCreate: create Pod db-0 in StatefulSet db successful");
        }
    }

    @Test
    void aDaemonSetRunsOnEachNodeAlsoOnNewOnes() {
        try (var cluster = cluster()) {
            cluster.apply(DaemonSetBuilder.builder()
                    .metadata(named("agent"))
                    .spec(DaemonSetSpecBuilder.builder()
                            .selector(Workloads.selector())
                            .template(Workloads.template("agent:1"))
                            .build())
                    .build());
            HandRun.run(cluster);
            assertThat(nodes(cluster)).containsExactlyInAnyOrder("node-1", "node-2");
            cluster.addNode("node-9", new NodeTemplate());
            HandRun.run(cluster);
            assertThat(nodes(cluster)).containsExactlyInAnyOrder("node-1", "node-2", "node-9");
            var status = cluster.lister(DaemonSet.class).list().get(0).status();
            assertThat(status.numberAvailable()).isEqualTo(3);
        }
    }

    @Test
    void aReplicationControllerKeepsItsPods() {
        try (var cluster = cluster()) {
            cluster.apply(ReplicationControllerBuilder.builder()
                    .metadata(named("old"))
                    .spec(ReplicationControllerSpecBuilder.builder()
                            .replicas(2)
                            .template(Workloads.template("old:1"))
                            .build())
                    .build());
            HandRun.run(cluster);
            var controller = cluster.lister(ReplicationController.class).list().get(0);
            assertThat(controller.spec().selector()).isEqualTo(Workloads.LABELS);
            assertThat(controller.status().availableReplicas()).isEqualTo(2);
        }
    }

    @Test
    void aJobRunsToItsEndAndIsDeletedAfterItsTimeToLive() {
        try (var cluster = cluster()) {
            var template = Workloads.template("sum:1");
            cluster.apply(JobBuilder.builder()
                    .metadata(named("sum"))
                    .spec(JobSpecBuilder.builder()
                            .completions(3)
                            .parallelism(2)
                            .ttlSecondsAfterFinished(60)
                            .template(template.withSpec(template.spec().withRestartPolicy("Never")))
                            .build())
                    .build());
            cluster.settle();
            assertThat(cluster.lister(Pod.class).list("default")).hasSize(2);
            for (int i = 0; i < 2; i++) {
                for (var pod : cluster.lister(Pod.class).list("default")) {
                    cluster.client().updateStatus(Workloads.inPhase(pod, "Succeeded"));
                }
                cluster.settle();
            }
            var job = cluster.lister(Job.class).list().get(0);
            assertThat(job.status().succeeded()).isEqualTo(3);
            assertThat(job.status().conditions())
                    .extracting(Job.Condition::type)
                    .containsExactly("SuccessCriteriaMet", "Complete");
            assertThat(events(cluster)).contains("Job sum Completed: Job completed");
            cluster.advance(Duration.ofSeconds(61));
            assertThat(cluster.lister(Job.class).list()).isEmpty();
            assertThat(cluster.lister(Pod.class).list("default")).isEmpty();
        }
    }

    @Test
    void whatIsWrongIsRefusedInUpstreamsWords() {
        try (var cluster = cluster()) {
            var wrong = deployment("web:1");
            wrong = wrong.withSpec(wrong.spec()
                    .withReplicas(-1)
                    .withTemplate(wrong.spec().template().withMetadata(ObjectMeta.EMPTY)));
            var object = wrong;
            var refused = catchThrowableOfType(
                    ApiException.class, () -> cluster.client().create(object));
            assertThat(refused.getMessage())
                    .isEqualTo("Deployment.apps \"web\" is invalid: [spec.replicas: Invalid value: -1: must be greater"
                            + " than or equal to 0, spec.template.metadata.labels: Invalid value: null: `selector` does"
                            + " not match template `labels`]");
        }
    }

    @Test
    void aNamespaceThatGoesTakesItsWorkloadsAlong() {
        try (var cluster = cluster()) {
            cluster.client()
                    .create(new Namespace(
                            ObjectMetaBuilder.builder().name("shop").build(), null, null));
            var deployment = deployment("web:1");
            cluster.apply(deployment.withMetadata(deployment.metadata().withNamespace("shop")));
            cluster.settle();
            cluster.client().on(Namespace.class).delete("", "shop");
            cluster.advance(Duration.ofMinutes(1));
            assertThat(cluster.lister(Pod.class).list("shop")).isEmpty();
            assertThat(cluster.lister(Namespace.class).get("", "shop")).isEmpty();
        }
    }

    @Test
    void aControllerCanBeLeftOut() {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard().without("replicaset"))
                .start()) {
            cluster.apply(deployment("web:1"));
            cluster.settle();
            assertThat(cluster.lister(ReplicaSet.class).list()).hasSize(1);
            assertThat(cluster.lister(Pod.class).list()).isEmpty();
        }
    }

    private static Deployment deployment(Cluster cluster) {
        return cluster.client().on(Deployment.class).get("default", "web");
    }

    private static List<String> images(Cluster cluster) {
        return cluster.lister(Pod.class).list("default").stream()
                .map(pod -> pod.spec().containers().get(0).image())
                .toList();
    }

    private static List<String> nodes(Cluster cluster) {
        return cluster.lister(Pod.class).list("default").stream()
                .map(pod -> pod.spec().nodeName())
                .toList();
    }

    private static List<String> events(Cluster cluster) {
        return cluster.lister(Event.class).list("default").stream()
                .map(event -> event.involvedObject().kind() + " "
                        + event.involvedObject().name() + " " + event.reason() + ": " + event.message())
                .toList();
    }

    private static Deployment deployment(String image) {
        PodTemplateSpec template = Workloads.template(image);
        return DeploymentBuilder.builder()
                .metadata(named("web"))
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(3)
                        .selector(Workloads.selector())
                        .template(template)
                        .build())
                .build();
    }

    private static Service service() {
        return ServiceBuilder.builder()
                .metadata(named("web"))
                .spec(ServiceSpecBuilder.builder()
                        .selector(Workloads.LABELS)
                        .ports(List.of(ServicePortBuilder.builder().port(80).build()))
                        .build())
                .build();
    }

    private static ObjectMeta named(String name) {
        return ObjectMetaBuilder.builder().name(name).namespace("default").build();
    }
}

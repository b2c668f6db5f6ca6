package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpecBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.batch.v1.JobBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.dsl.RollableScalableResource;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Deployments, jobs and debugging containers as fabric8's client drives them, with the controllers at work. */
@ParameterizedClass
@EnumSource(Transport.class)
class Fabric8WorkloadsTest {
    @Parameter
    private Transport transport;

    private NamespacedKubernetesClient client;
    private RollableScalableResource<Deployment> web;

    @BeforeEach
    void client() {
        client = RunningCluster.shared().fabric8(transport);
        web = client.apps().deployments().withName("web");
    }

    private static PodTemplateSpec template(String... command) {
        return new PodTemplateSpecBuilder()
                .withNewMetadata()
                .addToLabels("run", "web")
                .endMetadata()
                .withNewSpec()
                .withTerminationGracePeriodSeconds(1L)
                .withContainers(new ContainerBuilder()
                        .withName("main")
                        .withImage("busybox:1")
                        .withCommand(command)
                        .build())
                .endSpec()
                .build();
    }

    private Deployment deployment() {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(1)
                .withNewSelector()
                .addToMatchLabels("run", "web")
                .endSelector()
                .withTemplate(template("sleep", "36000"))
                .endSpec()
                .build();
    }

    private static boolean isRolledOut(Deployment found) {
        var status = found.getStatus();
        return found.getMetadata().getGeneration().equals(status.getObservedGeneration())
                && Integer.valueOf(1).equals(status.getUpdatedReplicas())
                && Integer.valueOf(1).equals(status.getReplicas())
                && Integer.valueOf(1).equals(status.getAvailableReplicas());
    }

    private String rolledOutImage() {
        return web.waitUntilCondition(Fabric8WorkloadsTest::isRolledOut, 60, TimeUnit.SECONDS)
                .getSpec()
                .getTemplate()
                .getSpec()
                .getContainers()
                .get(0)
                .getImage();
    }

    @Test
    void a_rollout_is_stopped_resumed_and_undone() {
        client.resource(deployment()).create();
        assertThat(rolledOutImage()).isEqualTo("busybox:1");
        unlessSomebodyWasFaster(() -> web.rolling().updateImage("busybox:2"));
        assertThat(rolledOutImage()).isEqualTo("busybox:2");
        unlessSomebodyWasFaster(() -> web.rolling().pause());
        assertThat(web.get().getSpec().getPaused()).isTrue();
        unlessSomebodyWasFaster(() -> web.rolling().resume());
        assertThat(rolledOutImage()).isEqualTo("busybox:2");
        unlessSomebodyWasFaster(() -> web.rolling().undo());
        assertThat(rolledOutImage()).isEqualTo("busybox:1");
        unlessSomebodyWasFaster(() -> web.rolling().restart());
        assertThat(rolledOutImage()).isEqualTo("busybox:1");
        assertThat(web.get().getSpec().getTemplate().getMetadata().getAnnotations())
                .containsKey("kubectl.kubernetes.io/restartedAt");
    }

    /** The client changes the version it has just read; the controller, which writes the status, may be faster. */
    private static void unlessSomebodyWasFaster(Runnable change) {
        while (true) {
            try {
                change.run();
                return;
            } catch (KubernetesClientException e) {
                assertThat(e.getCode()).isEqualTo(409);
            }
        }
    }

    /** The only one, once it belongs to the deployment. */
    private ReplicaSet replicaSet() throws Exception {
        return replicaSets(found -> found.size() == 1
                        && !found.get(0).getMetadata().getOwnerReferences().isEmpty())
                .get(0);
    }

    private List<ReplicaSet> replicaSets(Predicate<List<ReplicaSet>> condition) throws Exception {
        return client.apps()
                .replicaSets()
                .withLabel("run", "web")
                .informOnCondition(condition)
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void orphans_are_taken_in_by_whoever_selects_them() throws Exception {
        client.resource(deployment()).create();
        var orphan = replicaSet().getMetadata().getUid();
        web.withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
        web.waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
        client.resource(deployment()).create();
        assertThat(replicaSet().getMetadata().getUid()).isEqualTo(orphan);

        web.withPropagationPolicy(DeletionPropagation.BACKGROUND).delete();
        assertThat(replicaSets(Collection::isEmpty)).isEmpty();
    }

    @Test
    void a_job_runs_its_command_and_leaves_a_log() {
        var template = template("echo", "This is a message!");
        template.getSpec().setRestartPolicy("Never");
        client.resource(new JobBuilder()
                        .withNewMetadata()
                        .withName("once")
                        .endMetadata()
                        .withNewSpec()
                        .withTemplate(template)
                        .endSpec()
                        .build())
                .create();
        var job = client.batch().v1().jobs().withName("once");
        job.waitUntilCondition(
                found -> found.getStatus() != null
                        && Integer.valueOf(1).equals(found.getStatus().getSucceeded()),
                60,
                TimeUnit.SECONDS);
        assertThat(job.getLog()).isEqualTo("This is a message!\n");
    }

    @Test
    void a_pod_gets_a_container_to_debug_it_with() throws Exception {
        client.resource(new PodBuilder()
                        .withNewMetadata()
                        .withName("odd")
                        .endMetadata()
                        .withSpec(template("sleep", "36000").getSpec())
                        .build())
                .create();
        var pod = client.pods().withName("odd");
        pod.waitUntilReady(60, TimeUnit.SECONDS);
        pod.ephemeralContainers().edit(found -> new PodBuilder(found)
                .editMetadata()
                .withResourceVersion(null)
                .endMetadata()
                .editSpec()
                .addNewEphemeralContainer()
                .withName("debugger")
                .withImage("busybox")
                .withCommand("sleep", "36000")
                .endEphemeralContainer()
                .endSpec()
                .build());
        pod.waitUntilCondition(
                found -> found.getStatus().getEphemeralContainerStatuses().stream()
                        .anyMatch(status -> status.getState().getRunning() != null),
                60,
                TimeUnit.SECONDS);
        var output = new ByteArrayOutputStream();
        try (var run = pod.inContainer("debugger").writingOutput(output).exec("sh", "-c", "echo 'hello world!'")) {
            assertThat(run.exitCode().get(60, TimeUnit.SECONDS)).isZero();
        }
        assertThat(output).hasToString("hello world!\n");
    }
}

package io.kubelayers.application.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadPodsTest {
    private static final Codec CODEC =
            Codec.of(TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL));
    private static final List<Node> NODES = List.of(
            new NodeTemplate().build("n1"),
            new NodeTemplate().taint("gpu", "true", "NoSchedule").build("n2"));
    private static final String TEMPLATE =
            "template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: i}]}}";

    private record Case(String name, String kind, String spec, List<String> pods) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a ReplicaSet comes to its replicas",
                        "apps/v1 ReplicaSet",
                        "replicas: 2",
                        List.of("w-1", "w-2")),
                new Case("one where none are said", "v1 ReplicationController", "minReadySeconds: 0", List.of("w-1")),
                new Case("a StatefulSet counts from 0", "apps/v1 StatefulSet", "replicas: 2", List.of("w-0", "w-1")),
                new Case(
                        "or from where it says",
                        "apps/v1 StatefulSet",
                        "{replicas: 1, ordinals: {start: 5}}",
                        List.of("w-5")),
                new Case(
                        "a DaemonSet comes to the nodes it runs on",
                        "apps/v1 DaemonSet",
                        "minReadySeconds: 0",
                        List.of("w-n1")),
                new Case("a Job to what runs at a time", "batch/v1 Job", "parallelism: 2", List.of("w-1", "w-2")),
                new Case(
                        "but no more than it needs",
                        "batch/v1 Job",
                        "{parallelism: 3, completions: 1}",
                        List.of("w-1")),
                new Case(
                        "an Indexed Job to one an index",
                        "batch/v1 Job",
                        "{parallelism: 2, completions: 2, completionMode: Indexed}",
                        List.of("w-0-1", "w-1-1")),
                new Case("a suspended Job to none", "batch/v1 Job", "suspend: true", List.of()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void eachWorkloadComesToItsPods(Case example) {
        var kind = example.kind().split(" ");
        var spec = example.spec().startsWith("{")
                ? example.spec().substring(1, example.spec().length() - 1)
                : example.spec();
        var made = made("{apiVersion: " + kind[0] + ", kind: " + kind[1] + ", metadata: {name: w, namespace: shop},"
                + " spec: {" + spec + ", " + TEMPLATE + "}}");

        assertThat(made.pods()).extracting(pod -> pod.metadata().name()).containsExactlyElementsOf(example.pods());
        assertThat(made.pods())
                .allSatisfy(pod -> assertThat(pod.metadata().namespace()).isEqualTo("shop"))
                .allSatisfy(pod -> assertThat(pod.metadata().controllerOwner()).isPresent());
    }

    private static WorkloadPods made(String yaml) {
        return WorkloadPods.of(CODEC.read(yaml), NODES).orElseThrow();
    }

    @Test
    void aDeploymentsPodsAreThoseOfItsReplicaSetWhichSpreadsThem() {
        var made = made("{apiVersion: apps/v1, kind: Deployment, metadata: {name: web, namespace: shop, uid: u},"
                + " spec: {replicas: 2, selector: {matchLabels: {app: a}}, " + TEMPLATE + "}}");
        var set = made.beside().get(0);

        assertThat(made.pods()).hasSize(2).allSatisfy(pod -> {
            assertThat(pod.metadata().controllerOwner().orElseThrow().name())
                    .isEqualTo(set.metadata().name());
            assertThat(set.metadata().name())
                    .isEqualTo("web-" + pod.metadata().labels().get("pod-template-hash"));
        });
    }

    @Test
    void aCronJobComesToOneRun() {
        var made =
                made("{apiVersion: batch/v1, kind: CronJob, metadata: {name: night, namespace: shop}, spec: {schedule:"
                        + " '0 3 * * *', jobTemplate: {spec: {parallelism: 2, " + TEMPLATE + "}}}}");
        assertThat(made.pods()).extracting(pod -> pod.metadata().name()).containsExactly("night-1", "night-2");
    }

    @Test
    void aStatefulSetMakesClaimsToo() {
        var made = made(
                "{apiVersion: apps/v1, kind: StatefulSet, metadata: {name: db, namespace: shop}, spec: {replicas: 2,"
                        + " volumeClaimTemplates: [{metadata: {name: data}}], " + TEMPLATE + "}}");
        assertThat(made.beside())
                .extracting(claim -> claim.metadata().name())
                .containsExactly("data-db-0", "data-db-1");
    }

    @Test
    void aPodIsNoWorkload() {
        Pod pod = CODEC.read("{apiVersion: v1, kind: Pod, metadata: {name: p}}", Pod.class);
        assertThat(WorkloadPods.of(pod, NODES)).isEmpty();
    }
}

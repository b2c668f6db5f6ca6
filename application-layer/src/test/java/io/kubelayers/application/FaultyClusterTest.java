package io.kubelayers.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.batch.Job;
import io.kubelayers.application.batch.JobBuilder;
import io.kubelayers.application.batch.JobSpecBuilder;
import io.kubelayers.application.discovery.EndpointSlice;
import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceBuilder;
import io.kubelayers.application.discovery.ServicePortBuilder;
import io.kubelayers.application.discovery.ServiceSpecBuilder;
import io.kubelayers.application.workloads.Deployment;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentRollingUpdateDeploymentBuilder;
import io.kubelayers.application.workloads.DeploymentSpecBuilder;
import io.kubelayers.application.workloads.DeploymentStrategyBuilder;
import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.application.workloads.StatefulSetBuilder;
import io.kubelayers.application.workloads.StatefulSetSpecBuilder;
import io.kubelayers.application.workloads.Workloads;
import io.kubelayers.application.workloads.deployment.Rollout;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.control.FaultInjector;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Controllers act in any order, fail one time in five, and one of five of their writes is refused; what was asked for comes
 * about all the same.
 */
class FaultyClusterTest {
    private static final int ROUNDS = 30;
    private static final int ONE_IN = 5;

    private static Cluster cluster(long seed) {
        FaultInjector faults = (controller, request, random) ->
                random.nextInt(ONE_IN) == 0 ? Optional.of(ApiErrors.internal("the disk is slow")) : Optional.empty();
        return Cluster.builder()
                .withoutNodeAgent()
                .layers(ApplicationLayer.standard().without("scheduler"))
                .nodes(2, node -> node)
                .seed(seed)
                .order(DeterministicDriver.Order.SHUFFLED)
                .faults(faults)
                .admission(new RefusesSome(new SplittableRandom(seed)))
                .start();
    }

    private record RefusesSome(SplittableRandom random) implements AdmissionPlugin.Validating {
        @Override
        public String name() {
            return "RefusesSome";
        }

        @Override
        public boolean handles(AdmissionRequest request) {
            return request.user().username().startsWith("system:serviceaccount:kube-system:");
        }

        @Override
        public void validate(AdmissionRequest request) {
            if (random.nextInt(ONE_IN) == 0) {
                throw ApiErrors.internal("the disk is full");
            }
        }
    }

    @Property(tries = 25)
    void aRolloutNeverLeavesItsLimitsAndEnds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int replicas,
            @ForAll @IntRange(max = 2) int surge,
            @ForAll @IntRange(min = 1, max = 2) int unavailable) {
        try (var cluster = cluster(seed);
                var history = ReplicaHistory.of(cluster)) {
            cluster.apply(deployment("web:1", replicas, surge, unavailable));
            cluster.apply(service());
            rounds(cluster, () -> {});
            cluster.apply(deployment("web:2", replicas, surge, unavailable));
            rounds(cluster, () -> {
                history.follow();
                assertThat(history.live()).allSatisfy((set, count) -> assertThat(count)
                        .as("pods of a set against the most it was ever to have")
                        .isLessThanOrEqualTo(history.most().get(set)));
                // as upstream (deployment_util.go, NewRSNewReplicas), of what the sets are to have: while an old set
                // fails to
                // delete a pod, the new one has its place already, and one too many lives
                assertThat(cluster.lister(ReplicaSet.class).list().stream()
                                .mapToInt(set -> Absent.or(set.spec().replicas(), 1))
                                .sum())
                        .isLessThanOrEqualTo(replicas + surge);
                // and such a pod counts as available (rolling.go, scaleDownOldReplicaSetsForRollingUpdate) until it
                // goes
                assertThat(cluster.lister(Pod.class).list("default").stream()
                                .filter(FaultyClusterTest::isReady)
                                .count())
                        .isGreaterThanOrEqualTo(replicas - unavailable - history.late());
            });
            var pods = cluster.lister(Pod.class).list("default");
            assertThat(pods).hasSize(replicas).allSatisfy(pod -> assertThat(
                            pod.spec().containers().get(0).image())
                    .isEqualTo("web:2"));
            var deployment = cluster.lister(Deployment.class).list().get(0);
            assertThat(Rollout.status(deployment).explain()).isEqualTo("deployment \"web\" successfully rolled out");
            assertThat(cluster.lister(ReplicaSet.class).list()).hasSize(2);
            var slice = cluster.lister(EndpointSlice.class).list("default").get(0);
            assertThat(slice.endpoints()).hasSize(replicas);
        }
    }

    @Property(tries = 25)
    void aStatefulSetNeverHasAHoleWhileItStarts(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int replicas) {
        try (var cluster = cluster(seed)) {
            cluster.apply(StatefulSetBuilder.builder()
                    .metadata(named("db"))
                    .spec(StatefulSetSpecBuilder.builder()
                            .replicas(replicas)
                            .serviceName("db")
                            .selector(Workloads.selector())
                            .template(Workloads.template("db:1"))
                            .build())
                    .build());
            rounds(cluster, () -> {
                var names = Workloads.names(cluster.lister(Pod.class).list("default"));
                for (int i = 0; i < names.size(); i++) {
                    assertThat(names).contains("db-" + i);
                }
            });
            assertThat(cluster.lister(Pod.class).list("default")).hasSize(replicas);
        }
    }

    @Property(tries = 25)
    void aJobCountsEachOfItsPodsOnce(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int completions) {
        try (var cluster = cluster(seed)) {
            var template = Workloads.template("sum:1");
            cluster.apply(JobBuilder.builder()
                    .metadata(named("sum"))
                    .spec(JobSpecBuilder.builder()
                            .completions(completions)
                            .parallelism(2)
                            .template(template.withSpec(template.spec().withRestartPolicy("Never")))
                            .build())
                    .build());
            rounds(cluster, () -> {
                for (var pod : cluster.lister(Pod.class).list("default")) {
                    if (pod.status().phase().equals("Running")) {
                        cluster.client().updateStatus(Workloads.inPhase(pod, "Succeeded"));
                    }
                }
            });
            var job = cluster.lister(Job.class).list().get(0);
            assertThat(job.status().succeeded()).isEqualTo(completions);
            assertThat(cluster.lister(Pod.class).list("default")).hasSize(completions);
        }
    }

    private static boolean isReady(Pod pod) {
        return ReplicaHistory.isLive(pod) && pod.status().phase().equals(Pod.Phase.RUNNING);
    }

    private static void rounds(Cluster cluster, Runnable check) {
        for (int i = 0; i < ROUNDS; i++) {
            cluster.advance(Duration.ofSeconds(1));
            check.run();
            HandRun.step(cluster);
            check.run();
        }
        for (int minute = 0; minute < 20; minute++) { // what failed often waits for long
            cluster.advance(Duration.ofMinutes(1));
            check.run();
            HandRun.step(cluster);
            check.run();
        }
        cluster.settle();
    }

    private static Deployment deployment(String image, int replicas, int surge, int unavailable) {
        return DeploymentBuilder.builder()
                .metadata(named("web"))
                .spec(DeploymentSpecBuilder.builder()
                        .replicas(replicas)
                        .selector(Workloads.selector())
                        .strategy(DeploymentStrategyBuilder.builder()
                                .type("RollingUpdate")
                                .rollingUpdate(DeploymentRollingUpdateDeploymentBuilder.builder()
                                        .maxSurge(IntOrString.of(surge))
                                        .maxUnavailable(IntOrString.of(unavailable))
                                        .build())
                                .build())
                        .template(Workloads.template(image))
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

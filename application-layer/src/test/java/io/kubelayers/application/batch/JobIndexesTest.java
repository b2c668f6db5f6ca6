package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Indexes that are retried, fail and suffice by themselves. */
class JobIndexesTest {
    private static JobSpec spec(int completions, int parallelism) {
        return JobDecisionTest.spec(completions, parallelism).withCompletionMode(JobSpec.CompletionMode.INDEXED);
    }

    private static JobSpec.SuccessPolicy policy(@Nullable String indexes, @Nullable Integer count) {
        return new JobSpec.SuccessPolicy(List.of(new JobSpec.SuccessPolicyRule(indexes, count)));
    }

    private static Pod index(JobWorld world, int index) {
        return world.active().stream()
                .filter(pod -> JobPods.index(pod) == index)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> failures(Pod pod) {
        var counts = new TreeMap<>(pod.metadata().annotations());
        counts.remove(JobPods.INDEX);
        return counts;
    }

    @Test
    void anIndexWithoutRetriesLeftFailsAloneAndTheJobFailsAtTheEnd() {
        var world = new JobWorld(spec(3, 3).withBackoffLimitPerIndex(1));
        world.step();
        assertThat(failures(index(world, 0))).containsExactly(Map.entry(IndexRetries.FAILURES, "0"));
        assertThat(world.job.status().failedIndexes()).isEmpty();
        world.end(index(world, 1), 1);
        var waiting = world.step();
        assertThat(waiting.explain()).isEqualTo("0 of 3 completions, 2 of 3 active: waits 10 seconds after a failure");
        assertThat(world.job.status().failed()).isZero();

        world.now = world.now.plusSeconds(10);
        world.step();
        assertThat(failures(index(world, 1))).containsExactly(Map.entry(IndexRetries.FAILURES, "1"));
        world.settle();
        assertThat(world.job.status().failed()).isEqualTo(1);

        world.end(index(world, 1), 1);
        world.settle();
        assertThat(world.job.status().failedIndexes()).isEqualTo("1");
        assertThat(world.active()).extracting(JobPods::index).containsExactly(0, 2);

        world.active().forEach(pod -> world.end(pod, 0));
        world.settle();
        assertThat(world.job.status().completedIndexes()).isEqualTo("0,2");
        assertThat(world.conditions())
                .containsExactly(
                        "FailureTarget=True FailedIndexes: Job has failed indexes",
                        "Failed=True FailedIndexes: Job has failed indexes");
    }

    @Test
    void tooManyFailedIndexesEndTheJobAtOnce() {
        var world = new JobWorld(spec(5, 5).withBackoffLimitPerIndex(0).withMaxFailedIndexes(1));
        world.step();
        world.end(index(world, 0), 1);
        world.settle();
        assertThat(world.active()).hasSize(4);
        world.end(index(world, 3), 1);
        world.settle();
        assertThat(world.active()).isEmpty();
        assertThat(world.job.status().failedIndexes()).isEqualTo("0,3");
        assertThat(world.events)
                .containsExactly("MaxFailedIndexesExceeded: Job has exceeded the specified maximal number of failed"
                        + " indexes");
    }

    @Test
    void thePodFailurePolicyFailsAnIndexOrOverlooksItsFailure() {
        var fail = new JobSpec.PodFailurePolicyRule(
                "FailIndex", new JobSpec.PodFailurePolicyOnExitCodesRequirement(null, "In", List.of(3)), List.of());
        var ignore = new JobSpec.PodFailurePolicyRule(
                "Ignore", new JobSpec.PodFailurePolicyOnExitCodesRequirement(null, "In", List.of(42)), List.of());
        var world = new JobWorld(spec(2, 2)
                .withBackoffLimitPerIndex(5)
                .withPodFailurePolicy(new JobSpec.PodFailurePolicy(List.of(fail, ignore))));
        world.step();
        world.end(index(world, 0), 3);
        world.end(index(world, 1), 42);
        world.step();
        assertThat(world.job.status().failedIndexes()).isEqualTo("0");
        world.now = world.now.plusSeconds(10);
        world.step();
        assertThat(failures(index(world, 1)))
                .containsExactly(Map.entry(IndexRetries.FAILURES, "0"), Map.entry(IndexRetries.IGNORED, "1"));
        world.settle();
        assertThat(world.job.status().failed()).isEqualTo(1);
    }

    @Test
    void aSuccessPolicyEndsTheJobAndThePodsThatStillRunCountNeitherWay() {
        var world = new JobWorld(spec(3, 3).withSuccessPolicy(policy("0-1", 1)));
        world.step();
        world.end(index(world, 2), 0);
        world.settle();
        assertThat(world.conditions()).isEmpty();
        world.end(index(world, 1), 0);
        world.settle();
        assertThat(world.conditions())
                .containsExactly(
                        "SuccessCriteriaMet=True SuccessPolicy: Matched rules at index 0",
                        "Complete=True SuccessPolicy: Matched rules at index 0");
        assertThat(world.job.status().succeeded()).isEqualTo(2);
        assertThat(world.job.status().failed()).isZero();
        assertThat(world.pods)
                .allMatch(pod -> Pod.Phase.SUCCEEDED.equals(pod.status().phase()));
        assertThat(world.events).containsExactly("Completed: Job completed");
    }

    @Test
    void rulesNameIndexesOrACountOrBoth() {
        var done = CompletionIndexes.parse("0,2-4", 10);
        assertThat(SuccessCriteria.met(spec(10, 1).withSuccessPolicy(policy("2-4", null)), done))
                .isEqualTo("Matched rules at index 0");
        assertThat(SuccessCriteria.met(spec(10, 1).withSuccessPolicy(policy("1-4", null)), done))
                .isNull();
        assertThat(SuccessCriteria.met(spec(10, 1).withSuccessPolicy(policy("1-4", 3)), done))
                .isNotNull();
        assertThat(SuccessCriteria.met(spec(10, 1).withSuccessPolicy(policy(null, 4)), done))
                .isNotNull();
        assertThat(SuccessCriteria.met(spec(10, 1).withSuccessPolicy(policy(null, 5)), done))
                .isNull();
        assertThat(SuccessCriteria.met(spec(10, 1), done)).isNull();
    }

    /** Wherever the controller crashes, no index runs more often than its limit allows, and each failure counts once. */
    @Property(tries = 200)
    void everyIndexHasItsOwnRetries(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 5) int completions,
            @ForAll @IntRange(max = 3) int retries) {
        var random = new Random(seed);
        var world = new JobWorld(spec(completions, 3).withBackoffLimitPerIndex(retries));
        var runs = new TreeMap<Integer, Integer>();
        int failures = 0;
        for (int i = 0; i < 600 && !JobConditions.isFinished(world.job); i++) {
            world.step(1 + random.nextInt(3));
            for (var pod : world.active()) {
                if (random.nextInt(3) == 0) {
                    int exit = random.nextInt(2);
                    failures += exit;
                    runs.merge(JobPods.index(pod), 1, Integer::sum);
                    world.end(pod, exit);
                }
            }
            world.now = world.now.plusSeconds(700);
        }
        world.settle();
        assertThat(JobConditions.isFinished(world.job)).isTrue();
        assertThat(world.job.status().failed()).isEqualTo(failures);
        assertThat(runs.values()).allMatch(count -> count <= retries + 1);
        var failed = CompletionIndexes.parse(world.job.status().failedIndexes(), completions);
        assertThat(failed.size() + world.job.status().succeeded()).isEqualTo(completions);
        assertThat(failed).allMatch(index -> runs.get(index) == retries + 1);
    }

    @Test
    void onNodesTheCommandOfAnIndexDecides() {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard())
                .nodes(1, node -> node)
                .clock(VirtualClock.at("2026-01-01T00:00:30Z"))
                .start()) {
            cluster.apply(
                    Manifests.of(
                            "job",
                            """
                    apiVersion: batch/v1
                    kind: Job
                    metadata: {name: odd}
                    spec:
                      completions: 4
                      parallelism: 4
                      completionMode: Indexed
                      backoffLimitPerIndex: 1
                      template:
                        spec:
                          restartPolicy: Never
                          containers:
                          - name: c
                            image: busybox
                            command: [sh, -c, 'exit $((JOB_COMPLETION_INDEX % 2))']
                    """));
            cluster.settle().advance(Duration.ofMinutes(2));
            var status = cluster.client().on(Job.class).get("default", "odd").status();
            assertThat(status.completedIndexes()).isEqualTo("0,2");
            assertThat(status.failedIndexes()).isEqualTo("1,3");
            assertThat(status.failed()).isEqualTo(4);
            assertThat(status.conditions())
                    .extracting(Job.Condition::type)
                    .containsExactly(Job.ConditionType.FAILURE_TARGET, Job.ConditionType.FAILED);
        }
    }
}

package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.workloads.Workloads;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class JobDecisionTest {
    static JobSpec spec(int completions, int parallelism) {
        return JobSpecBuilder.builder()
                .completions(completions)
                .parallelism(parallelism)
                .template(Workloads.template("sum:1"))
                .build();
    }

    @Test
    void aJobRunsNoMorePodsThanItNeedsAndThenIsComplete() {
        var world = new JobWorld(spec(3, 2));
        assertThat(world.step().explain()).isEqualTo("0 of 3 completions, 0 of 2 active: creates 2 pods");
        assertThat(world.pods.get(0).metadata().finalizers()).containsExactly(JobPods.FINALIZER);
        assertThat(world.pods.get(0).metadata().labels())
                .containsEntry("job-name", "sum")
                .containsEntry(JobSelector.CONTROLLER_UID, "uid-sum");
        world.active().forEach(pod -> world.end(pod, 0));
        assertThat(world.step().explain()).isEqualTo("2 of 3 completions, 0 of 1 active: creates 1 pods");
        world.active().forEach(pod -> world.end(pod, 0));
        world.settle();
        assertThat(world.job.status().succeeded()).isEqualTo(3);
        assertThat(world.job.status().completionTime()).isEqualTo(world.now);
        assertThat(world.conditions())
                .containsExactly(
                        "SuccessCriteriaMet=True CompletionsReached: Reached expected number of succeeded pods",
                        "Complete=True CompletionsReached: Reached expected number of succeeded pods");
        assertThat(world.events).containsExactly("Completed: Job completed");
        assertThat(world.step().explain()).isEqualTo("has finished");
    }

    @Test
    void aFailedPodIsReplacedAfterABackOffThatDoubles() {
        var world = new JobWorld(spec(1, 1));
        world.step();
        world.end(world.active().get(0), 1);
        var waiting = world.step();
        assertThat(waiting.explain()).isEqualTo("0 of 1 completions, 0 of 1 active: waits 10 seconds after a failure");
        assertThat(waiting.checkAgainAfter()).isEqualTo(Duration.ofSeconds(10));
        world.now = world.now.plusSeconds(10);
        world.step();
        world.end(world.active().get(0), 1);
        assertThat(world.step().checkAgainAfter()).isEqualTo(Duration.ofSeconds(20));
        assertThat(world.job.status().failed()).isLessThanOrEqualTo(2);
        world.settle();
        assertThat(world.job.status().failed()).isEqualTo(2);
    }

    @Test
    void aJobPastItsBackoffLimitFails() {
        var world = new JobWorld(spec(2, 2).withBackoffLimit(0));
        world.step();
        world.end(world.active().get(0), 1);
        assertThat(world.step().explain())
                .isEqualTo("fails: Job has reached the specified backoff limit; 1 pods are stopped");
        world.settle();
        assertThat(world.conditions())
                .containsExactly(
                        "FailureTarget=True BackoffLimitExceeded: Job has reached the specified backoff limit",
                        "Failed=True BackoffLimitExceeded: Job has reached the specified backoff limit");
        assertThat(world.job.status().failed()).isEqualTo(2);
        assertThat(world.events).containsExactly("BackoffLimitExceeded: Job has reached the specified backoff limit");
    }

    @Test
    void aJobPastItsDeadlineFails() {
        var world = new JobWorld(spec(1, 1).withActiveDeadlineSeconds(60L));
        assertThat(world.step().checkAgainAfter()).isEqualTo(Duration.ofSeconds(60));
        world.now = world.now.plusSeconds(60);
        world.settle();
        assertThat(world.conditions().get(1))
                .isEqualTo("Failed=True DeadlineExceeded: Job was active longer than specified deadline");
    }

    @Test
    void thePodFailurePolicyIgnoresOrFails() {
        var ignore = new JobSpec.PodFailurePolicyRule(
                "Ignore", new JobSpec.PodFailurePolicyOnExitCodesRequirement(null, "In", List.of(42)), List.of());
        var fail = new JobSpec.PodFailurePolicyRule(
                "FailJob", new JobSpec.PodFailurePolicyOnExitCodesRequirement("main", "In", List.of(3)), List.of());
        var world = new JobWorld(spec(1, 1).withPodFailurePolicy(new JobSpec.PodFailurePolicy(List.of(ignore, fail))));
        world.step();
        world.end(world.active().get(0), 42);
        world.settle();
        assertThat(world.job.status().failed()).isZero();
        world.now = world.now.plusSeconds(100);
        world.step();
        world.end(world.active().get(0), 3);
        world.settle();
        assertThat(world.conditions().get(1))
                .isEqualTo("Failed=True PodFailurePolicy: Container main for pod shop/sum-1 failed with exit code 3"
                        + " matching FailJob rule at index 1");
    }

    @Test
    void aSuspendedJobStopsItsPodsWithoutCountingThem() {
        var world = new JobWorld(spec(2, 2));
        world.step();
        world.job = world.job.withSpec(world.job.spec().withSuspend(true));
        assertThat(world.step().explain()).isEqualTo("is suspended; 2 pods are stopped");
        world.settle();
        assertThat(world.pods).isEmpty();
        assertThat(world.job.status().failed()).isZero();
        world.job = world.job.withSpec(world.job.spec().withSuspend(false));
        world.step();
        assertThat(world.active()).hasSize(2);
        assertThat(world.events).containsExactly("Suspended: Job suspended", "Resumed: Job resumed");
    }

    @Test
    void anIndexedJobRunsEachIndexOnce() {
        var world = new JobWorld(spec(3, 2).withCompletionMode("Indexed"));
        world.step();
        assertThat(world.pods)
                .extracting(pod -> pod.metadata().labels().get(JobPods.INDEX) + " "
                        + pod.spec().hostname())
                .containsExactly("0 sum-0", "1 sum-1");
        assertThat(world.pods.get(0).spec().containers().get(0).env().get(0).name())
                .isEqualTo("JOB_COMPLETION_INDEX");
        world.end(world.active().get(1), 0);
        world.step();
        assertThat(world.job.status().completedIndexes()).isEqualTo("1");
        world.active().forEach(pod -> world.end(pod, 0));
        world.settle();
        assertThat(world.job.status().completedIndexes()).isEqualTo("0-2");
        assertThat(JobConditions.isFinished(world.job)).isTrue();
    }

    @Test
    void aFinishedJobExpires() {
        var world = new JobWorld(spec(1, 1).withTtlSecondsAfterFinished(30));
        world.step();
        world.active().forEach(pod -> world.end(pod, 0));
        world.settle();
        assertThat(world.step().checkAgainAfter()).isEqualTo(Duration.ofSeconds(30));
        world.now = world.now.plusSeconds(30);
        assertThat(world.step().expired()).isTrue();
    }

    @Test
    void indexesAreWrittenAsRanges() {
        assertThat(CompletionIndexes.format(new TreeSet<>(List.of(1, 3, 4, 7, 8, 9))))
                .isEqualTo("1,3,4,7-9");
        assertThat(CompletionIndexes.parse("1,3-5,x,9", 9)).containsExactly(1, 3, 4, 5);
        assertThat(CompletionIndexes.format(new TreeSet<>())).isNull();
    }

    /** Whatever fails and wherever the controller crashes, each end of a pod is counted exactly once. */
    @Property(tries = 200)
    void everyPodIsCountedOnce(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int completions, @ForAll boolean indexed) {
        var random = new Random(seed);
        var world = new JobWorld(
                spec(completions, 3).withBackoffLimit(1000).withCompletionMode(indexed ? "Indexed" : "NonIndexed"));
        int failures = 0;
        int successes = 0;
        for (int i = 0; i < 400 && !JobConditions.isFinished(world.job); i++) {
            world.step(1 + random.nextInt(3));
            for (var pod : world.active()) {
                if (random.nextInt(3) == 0) {
                    int exit = random.nextInt(2);
                    failures += exit;
                    successes += 1 - exit;
                    world.end(pod, exit);
                }
            }
            world.now = world.now.plusSeconds(700);
        }
        world.settle();
        assertThat(JobConditions.isFinished(world.job)).isTrue();
        assertThat(world.job.status().succeeded()).isEqualTo(indexed ? completions : successes);
        assertThat(world.job.status().failed()).isEqualTo(failures);
    }

    @Property
    void rangesReadBack(@ForAll List<@IntRange(max = 40) Integer> numbers) {
        var indexes = new TreeSet<>(numbers);
        assertThat(CompletionIndexes.parse(CompletionIndexes.format(indexes), 100))
                .isEqualTo(indexes);
    }
}

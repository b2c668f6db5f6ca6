package io.kubelayers.application.scheduling.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.NodeVerdict;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Placement.Outcome;
import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.golden.Expected.Rejection;
import io.kubelayers.golden.Golden;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Recorded decisions of kube-scheduler 1.26.15, brought up to 1.35 by {@link VersionDifferences}. */
class SchedulerGoldenTest {
    private static final String[] FAMILIES = {
        "resources-fit",
        "node-affinity",
        "taints",
        "ports",
        "unschedulable",
        "image-locality",
        "pod-affinity",
        "topology-spread",
        "gated-topology-spread",
        "default-spread",
        "volumes",
        "gated-rwop",
        "nominated",
        "mixed",
        "preemption",
        "preemption-constraints"
    };

    @TestFactory
    @Tag("golden")
    Stream<DynamicTest> cases() {
        return Golden.topic("scheduler").families(FAMILIES).tests(SchedulerGoldenTest::check);
    }

    @TestFactory
    @Tag("golden")
    Stream<DynamicTest> sequences() {
        return Golden.topic("scheduler").families("sequence").tests(SequenceCheck::check);
    }

    private static void check(GoldenCase c) {
        var snapshot = GoldenCluster.snapshot(c);
        var pod = VersionDifferences.countingAll(GoldenCluster.pod(c));
        var expected = new Expected(c);
        var scheduling = Scheduling.on(snapshot).with(GoldenCluster.others(c)).by(VersionDifferences.profile(c));
        var differences = new VersionDifferences(c, scheduling, pod, expected);
        var placement = scheduling.inDetail().place(pod);
        if (VersionDifferences.isAnsweredByNow(c.part("expect"))) {
            assertThat(outcome(placement)).as(placement.explain()).isNotEqualTo("error");
            return;
        }
        assertThat(outcome(placement)).as(placement.explain()).isEqualTo(expected.outcome);
        assertThat(scheduling.place(pod).node()).as("same node without details").isEqualTo(placement.node());
        if (placement.outcome() == Outcome.FAILED) {
            assertThat(placement.explain()).isEqualTo(expected.error);
            return;
        }
        if (differences.isExclusiveClaimTaken()) {
            checkExclusiveClaim(scheduling.by(Profile.standard()).inDetail().place(pod), users(c, scheduling, pod));
        }
        expected.nodes.keySet().forEach(node -> checkNode(node, placement, expected, differences));
        if (placement.isScheduled()) {
            checkScores(scheduling.inDetail().place(differences.scoredPod()), expected, differences);
            differences.checkImageScores(
                    (ours, theirs) -> assertThat(ours).as("image scores").isEqualTo(theirs));
        } else {
            checkMessages(placement, differences);
            checkPreemption(placement, expected);
        }
    }

    /** What is said of the pod by now: each node rejects it, and who is to be evicted is among those who use the claim. */
    private static void checkExclusiveClaim(Placement placement, Set<String> users) {
        var taken = new Rejection("VolumeRestrictions", "Unschedulable", List.of(VersionDifferences.EXCLUSIVE));
        var disk = new Rejection("VolumeRestrictions", "Unschedulable", List.of("node(s) had no available disk"));
        for (var verdict : placement.nodes()) {
            assertThat(verdict(verdict)).as("verdict on " + verdict.node()).isEqualTo("rejected");
            var by = verdict.rejections().stream()
                    .filter(status -> status.plugin().equals("VolumeRestrictions"))
                    .map(SchedulerGoldenTest::rejection)
                    .toList();
            assertThat(by).as("rejections by " + verdict.node()).hasSize(1).isSubsetOf(taken, disk);
        }
        var plan = placement.preemption();
        if (plan != null) {
            plan.candidates().forEach((node, victims) -> assertThat(victims.pods())
                    .as("victims on " + node)
                    .extracting(PodInfo::key)
                    .containsAll(users));
        }
    }

    /** The pods on nodes that use a claim that only one may use, and that the pod wants. */
    private static Set<String> users(GoldenCase c, Scheduling scheduling, Pod pod) {
        var others = GoldenCluster.others(c);
        var wanted = VersionDifferences.exclusiveClaims(pod, others);
        var users = new TreeSet<String>();
        for (var node : scheduling.snapshot().nodes()) {
            for (var other : node.pods()) {
                var theirs = VersionDifferences.exclusiveClaims(other.pod(), others);
                if (theirs.stream().anyMatch(wanted::contains)) {
                    users.add(other.key());
                }
            }
        }
        return users;
    }

    private static void checkPreemption(Placement placement, Expected expected) {
        var found = new TreeMap<String, Expected.Candidate>();
        var plan = placement.preemption();
        if (plan != null) {
            plan.candidates()
                    .forEach((node, victims) -> found.put(
                            node,
                            new Expected.Candidate(
                                    victims.pods().stream()
                                            .map(PodInfo::key)
                                            .collect(Collectors.toCollection(TreeSet::new)),
                                    victims.budgetViolations())));
        }
        assertThat(found).as("candidates of preemption").isEqualTo(expected.candidates);
        if (plan != null && expected.victimsInOrder) {
            assertThat(expected.nominatedNodes).as("nominated node").contains(plan.node());
        }
    }

    private static String outcome(Placement placement) {
        return switch (placement.outcome()) {
            case SCHEDULED -> "scheduled";
            case UNSCHEDULABLE -> "unschedulable";
            case FAILED -> "error";
            case GATED -> "gated";
        };
    }

    private static void checkNode(String node, Placement placement, Expected expected, VersionDifferences differences) {
        var answer = differences.answer(node);
        var verdict = placement.on(node);
        assertThat(verdict(verdict)).as("verdict on " + node).isEqualTo(answer.verdict());
        if (answer.rejection() != null) {
            assertThat(rejection(placement.statuses().get(node)))
                    .as("rejection by " + node)
                    .isEqualTo(answer.rejection());
        }
        if (answer.allRejections() != null) {
            assertThat(verdict.rejections().stream().map(SchedulerGoldenTest::rejection))
                    .as("all rejections by " + node)
                    .isEqualTo(answer.allRejections());
        }
        if (expected.rejectedByPreFilter) {
            assertThat(verdict.rejections()).as("rejection before filtering").hasSize(1);
        }
    }

    private static String verdict(NodeVerdict verdict) {
        return switch (verdict.verdict()) {
            case CHOSEN, FEASIBLE -> "feasible";
            case REJECTED -> "rejected";
            case NOT_EVALUATED -> "notEvaluated";
        };
    }

    private static Rejection rejection(Status status) {
        return new Rejection(
                status.plugin(),
                status.code().toString(),
                status.reasons().stream().sorted().toList());
    }

    private static void checkScores(Placement placement, Expected expected, VersionDifferences differences) {
        var totals = new TreeMap<String, Long>();
        expected.nodes.forEach((node, answer) -> {
            if (answer.scores() != null) {
                var theirs = differences.scores(answer, placement.scores().plugins());
                var ours = new TreeMap<>(placement.scores().scores(node));
                long total = ours.values().stream().mapToLong(Long::longValue).sum();
                assertThat(placement.scores().total(node))
                        .as("total of " + node)
                        .isEqualTo(total);
                ours.keySet().removeIf(plugin -> !theirs.containsKey(plugin) && !isCompared(plugin, ours));
                assertThat(ours).as("scores of " + node).isEqualTo(theirs);
                totals.put(node, total);
            }
        });
        assertThat(placement.scores().best()).as("best nodes").isEqualTo(best(totals));
        assertThat(placement.scores().best()).as("chosen node").contains(placement.node());
    }

    /** Scores of zero are left out on both sides; images of pods with init containers are compared apart. */
    private static boolean isCompared(String plugin, Map<String, Long> ours) {
        return ours.get(plugin) != 0 && !plugin.equals("ImageLocality");
    }

    private static List<String> best(TreeMap<String, Long> totals) {
        long highest = totals.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        return totals.entrySet().stream()
                .filter(entry -> entry.getValue() == highest)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void checkMessages(Placement placement, VersionDifferences differences) {
        var diagnosis = placement.diagnosis();
        assertThat(diagnosis).isNotNull();
        assertThat(diagnosis.withPostFilterMessage("").fitError()).isEqualTo(differences.fitError());
        if (differences.message() != null) {
            assertThat(placement.explain()).isEqualTo(differences.message());
        }
    }
}

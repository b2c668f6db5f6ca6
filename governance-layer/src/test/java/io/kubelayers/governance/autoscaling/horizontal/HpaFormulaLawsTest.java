package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.autoscaling.horizontal.MetricReading.PodSample;
import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * The count that a CPU target asks for is the one of Kubernetes' documentation, worked out here the slow way: pods in four
 * heaps, the missing and unready ones assumed to speak against the change, nothing done where that turns it round.
 */
class HpaFormulaLawsTest {
    private static final double TOLERANCE = 0.1;

    /** A pod of the workload; its sample is of now, over 15 seconds, and it was ready or not since its start. */
    private record Member(
            String phase,
            boolean deleted,
            @Nullable Boolean ready,
            int secondsOld,
            @Nullable Long used,
            int requested) {
        boolean ignored() {
            return deleted || phase.equals(Pod.Phase.FAILED);
        }

        boolean unready() {
            if (phase.equals(Pod.Phase.PENDING)) {
                return true;
            }
            // a young pod must have been ready for the whole sample; one that was never ready is starting still
            return used != null && (ready == null || !ready || secondsOld < 15);
        }

        Pod pod(int number) {
            var pod = Hpas.pod("web-" + number, requested, phase, ready, NOW.minusSeconds(secondsOld));
            return deleted ? pod.withMetadata(pod.metadata().withDeletionTimestamp(NOW)) : pod;
        }
    }

    @Provide
    Arbitrary<List<Member>> members() {
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(8, Arbitraries.just(Pod.Phase.RUNNING)),
                                Tuple.of(1, Arbitraries.of(Pod.Phase.PENDING, Pod.Phase.FAILED))),
                        Arbitraries.frequency(Tuple.of(9, false), Tuple.of(1, true)),
                        Arbitraries.of(true, true, true, false).injectNull(0.1),
                        Arbitraries.of(5, 14, 15, 60, 299, 300, 3600),
                        Arbitraries.longs().between(0, 400).injectNull(0.2),
                        Arbitraries.of(100, 200, 250))
                .as(Member::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** The count, or -1 if there is nothing to go by. */
    private static int expected(List<Member> all, int percent, int current) {
        var members = all.stream().filter(member -> !member.ignored()).toList();
        var unready = members.stream().filter(Member::unready).toList();
        var rest = members.stream().filter(member -> !member.unready()).toList();
        var missing = rest.stream().filter(member -> member.used() == null).toList();
        var ready = rest.stream().filter(member -> member.used() != null).toList();
        if (ready.isEmpty()) {
            return -1;
        }
        long used = ready.stream().mapToLong(Member::used).sum();
        long requested = ready.stream().mapToLong(Member::requested).sum();
        double ratio = (double) (used * 100 / requested) / percent;
        boolean withUnready = ratio > 1 && !unready.isEmpty();
        if (!withUnready && missing.isEmpty()) {
            return tolerated(ratio) ? current : (int) Math.ceil(ratio * ready.size());
        }
        int counted = ready.size();
        if (ratio != 1) {
            for (var pod : missing) {
                used += ratio < 1 ? (long) pod.requested() * Math.max(100, percent) / 100 : 0;
                requested += pod.requested();
                counted++;
            }
        }
        if (withUnready) {
            requested += unready.stream().mapToLong(Member::requested).sum();
            counted += unready.size();
        }
        double assumed = (double) (used * 100 / requested) / percent;
        int replicas = (int) Math.ceil(assumed * counted);
        boolean turned = ratio < 1 && assumed > 1 || ratio > 1 && assumed < 1;
        boolean against = assumed < 1 && replicas > current || assumed > 1 && replicas < current;
        return tolerated(assumed) || turned || against ? current : replicas;
    }

    private static boolean tolerated(double ratio) {
        return 1 - TOLERANCE <= ratio && ratio <= 1 + TOLERANCE;
    }

    @Property(tries = 3000)
    void theFormulaIsTheDocumentedOne(
            @ForAll("members") List<Member> members,
            @ForAll @IntRange(min = 10, max = 150) int percent,
            @ForAll @IntRange(min = 1, max = 12) int current) {
        var pods = new ArrayList<Pod>();
        var samples = new LinkedHashMap<String, PodSample>();
        for (int i = 0; i < members.size(); i++) {
            pods.add(members.get(i).pod(i));
            var used = members.get(i).used();
            if (used != null) {
                samples.put("web-" + i, Hpas.sample(used));
            }
        }

        var decision = HpaAlgorithm.decide(
                HpaRequest.of(Hpas.web(1, 100, Hpas.cpuUtilization(percent)), Hpas.scale(current), NOW)
                        .withPods(pods)
                        .withReadings(List.of(new MetricReading.PerPod(samples))));

        var count = decision.proposals().get(0).count();
        assertThat(count == null ? -1 : count.replicas()).isEqualTo(expected(members, percent, current));
    }
}

package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.PodAffinity;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodAntiAffinity;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.TopologySpreadConstraintBuilder;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeBuilder;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnsupportedRulesTest {
    private static final PodAffinityTerm WITH_WEB = new PodAffinityTerm(
            LabelSelectors.of(Map.of("app", "web")), List.of(), "kubernetes.io/hostname", null, List.of(), List.of());

    private record Case(String name, UnaryOperator<APod> change, String rule) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> rules() {
        return Stream.of(
                new Case("required affinity to pods", affine(), "required pod affinity is"),
                new Case("required anti-affinity to pods", averse(), "required pod anti-affinity is"),
                new Case(
                        "hard topology spread",
                        spread("DoNotSchedule"),
                        "topology spread with whenUnsatisfiable DoNotSchedule is"),
                new Case(
                        "a claimed device",
                        spec(s -> s.withResourceClaims(List.of(new PodSpec.ResourceClaim("gpu", "gpu-1", null)))),
                        "resource claim \"gpu\" is"),
                new Case(
                        "several at once",
                        pod -> spread("DoNotSchedule").apply(averse().apply(pod)),
                        "required pod anti-affinity, topology spread with whenUnsatisfiable DoNotSchedule are"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepAPodPendingAndSayWhy(Case c) {
        var placement = place(c.change().apply(APod.named("p")));
        assertThat(placement.outcome()).isEqualTo(Placement.Outcome.UNSCHEDULABLE);
        assertThat(placement.explain())
                .isEqualTo("0/1 nodes are available: " + c.rule() + " not supported yet. preemption: 0/1 nodes are"
                        + " available: 1 Preemption is not helpful for scheduling.");
    }

    @Test
    void aPodThatAnotherRefusesToMeetStaysPendingToo() {
        var hermit = averse().apply(APod.named("hermit")).on("n1");
        var scheduling = Scheduling.on(List.of(ANode.named("n1"), ANode.named("n2")), List.of(hermit));
        var web = APod.named("web").labels(Map.of("app", "web")).build();
        assertThat(scheduling.place(web).explain())
                .startsWith("0/2 nodes are available: required pod anti-affinity (of pod default/hermit) is not"
                        + " supported yet.");
        assertThat(scheduling.place(APod.named("db").build()).isScheduled()).isTrue();
    }

    @Test
    void preferencesAreNoted() {
        var preferring = APod.named("p")
                .affinity(AffinityBuilder.builder()
                        .podAffinity(new PodAffinity(List.of(), List.of(new WeightedPodAffinityTerm(1, WITH_WEB))))
                        .build());
        var placement = place(spread("ScheduleAnyway").apply(preferring));
        assertThat(placement.isScheduled()).isTrue();
        assertThat(placement.notes())
                .extracting(Finding::message)
                .containsExactly(
                        "preferred pod affinity is not supported yet and was not looked at",
                        "topology spread with whenUnsatisfiable ScheduleAnyway is not supported yet and was not looked"
                                + " at");
    }

    @Test
    void volumesThatAreEverywhereAreFine() {
        assertThat(place(volume(v -> v.emptyDir(new Volume.EmptyDirVolumeSource(null, null)))
                                .apply(APod.named("p")))
                        .isScheduled())
                .isTrue();
    }

    private static Placement place(APod pod) {
        return Scheduling.on(List.of(ANode.named("n1")), List.of()).place(pod.build());
    }

    private static UnaryOperator<APod> spec(UnaryOperator<PodSpec> change) {
        return pod -> pod.spec(change);
    }

    private static UnaryOperator<APod> affine() {
        return pod -> pod.affinity(AffinityBuilder.builder()
                .podAffinity(new PodAffinity(List.of(WITH_WEB), List.of()))
                .build());
    }

    private static UnaryOperator<APod> averse() {
        return pod -> pod.affinity(AffinityBuilder.builder()
                .podAntiAffinity(new PodAntiAffinity(List.of(WITH_WEB), List.of()))
                .build());
    }

    private static UnaryOperator<APod> spread(String whenUnsatisfiable) {
        return spec(s -> s.withTopologySpreadConstraints(List.of(TopologySpreadConstraintBuilder.builder()
                .maxSkew(1)
                .topologyKey("zone")
                .whenUnsatisfiable(whenUnsatisfiable)
                .build())));
    }

    private static UnaryOperator<APod> volume(UnaryOperator<VolumeBuilder> source) {
        return spec(s -> s.withVolumes(
                List.of(source.apply(VolumeBuilder.builder().name("v")).build())));
    }
}

package io.kubelayers.application.scheduling.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.discovery.Service;
import io.kubelayers.application.discovery.ServiceBuilder;
import io.kubelayers.application.discovery.ServiceSpecBuilder;
import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.core.TopologySpreadConstraintBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PodTopologySpreadTest {
    private static final List<Node> NODES = List.of(
            ANode.named("a1", node -> node.zone("a")),
            ANode.named("a2", node -> node.zone("a")),
            ANode.named("b1", node -> node.zone("b")));

    private static APod web(String name) {
        return APod.named(name).labels(Map.of("app", "web"));
    }

    private static APod spread(String when, UnaryOperator<TopologySpreadConstraintBuilder> more, APod pod) {
        TopologySpreadConstraint constraint = more.apply(TopologySpreadConstraintBuilder.builder()
                        .maxSkew(1)
                        .topologyKey("topology.kubernetes.io/zone")
                        .whenUnsatisfiable(when)
                        .labelSelector(LabelSelectors.of(Map.of("app", "web"))))
                .build();
        return pod.spec(spec -> spec.withTopologySpreadConstraints(List.of(constraint)));
    }

    private static Pod hard(String name) {
        return spread("DoNotSchedule", constraint -> constraint, web(name)).build();
    }

    @Test
    void zonesDifferByNoMoreThanTheSkew() {
        var scheduling = Scheduling.on(NODES, List.of(web("1").on("a1"))).inDetail();
        var placement = scheduling.place(hard("2"));
        assertThat(placement.node()).isEqualTo("b1");
        assertThat(placement.on("a2").reason())
                .isEqualTo("PodTopologySpread: node(s) didn't match pod topology spread constraints");
    }

    @Test
    void aNodeWithoutTheLabelIsNoPlaceForSuchAPod() {
        var placement =
                Scheduling.on(List.of(ANode.named("nowhere")), List.of()).place(hard("1"));
        assertThat(placement.explain())
                .startsWith("0/1 nodes are available: 1 node(s) didn't match pod topology spread constraints"
                        + " (missing required label).");
    }

    @Test
    void withTooFewZonesNoneMayGetMoreThanTheSkew() {
        var pod = spread("DoNotSchedule", constraint -> constraint.minDomains(3), web("3"));
        var running = List.of(web("1").on("a1"), web("2").on("b1"));
        assertThat(Scheduling.on(NODES, running).place(pod.build()).explain())
                .startsWith("0/3 nodes are available: 3 node(s) didn't match pod topology spread constraints.");
    }

    @Test
    void nodesThePodCannotUseAreNoDomains() {
        var pod = spread("DoNotSchedule", constraint -> constraint, web("2"))
                .spec(spec -> spec.withNodeSelector(Map.of("topology.kubernetes.io/zone", "a")));
        assertThat(Scheduling.on(NODES, List.of(web("1").on("a1")))
                        .place(pod.build())
                        .isScheduled())
                .isTrue();
    }

    @Test
    void softConstraintsPreferTheEmptierZone() {
        var pod = spread("ScheduleAnyway", constraint -> constraint, web("3"));
        var placement = Scheduling.on(NODES, List.of(web("1").on("a1"), web("2").on("a2")))
                .inDetail()
                .place(pod.build());
        assertThat(placement.scores().scores("b1").get("PodTopologySpread"))
                .isGreaterThan(placement.scores().scores("a1").get("PodTopologySpread"));
    }

    @Test
    void podsOfAServiceSpreadByThemselves() {
        var service = ServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("default")
                        .build())
                .spec(ServiceSpecBuilder.builder()
                        .selector(Map.of("app", "web"))
                        .build())
                .build();
        var scheduling = Scheduling.on(NODES, List.of(web("1").on("a1"))).inDetail();
        assertThat(scheduling.place(web("2").build()).scores().plugins()).doesNotContain("PodTopologySpread");
        var placement = scheduling.with(List.<Service>of(service)).place(web("2").build());
        assertThat(placement.node()).isEqualTo("b1");
    }
}

package io.kubelayers.application.scheduling.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.nucleus.core.AffinityBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.PodAffinity;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodAntiAffinity;
import io.kubelayers.nucleus.core.WeightedPodAffinityTerm;
import io.kubelayers.nucleus.selector.LabelSelectors;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InterPodAffinityTest {
    private static final String ZONE = "topology.kubernetes.io/zone";
    private static final List<Node> NODES = List.of(
            ANode.named("a1", node -> node.zone("a")),
            ANode.named("a2", node -> node.zone("a")),
            ANode.named("b1", node -> node.zone("b")));

    private static PodAffinityTerm near(String app, String key) {
        return new PodAffinityTerm(LabelSelectors.of(Map.of("app", app)), List.of(), key, null, List.of(), List.of());
    }

    private static APod app(String name, String app) {
        return APod.named(name).labels(Map.of("app", app));
    }

    private static APod affine(APod pod, PodAffinityTerm term) {
        return pod.affinity(AffinityBuilder.builder()
                .podAffinity(new PodAffinity(List.of(term), List.of()))
                .build());
    }

    private static APod averse(APod pod, PodAffinityTerm term) {
        return pod.affinity(AffinityBuilder.builder()
                .podAntiAffinity(new PodAntiAffinity(List.of(term), List.of()))
                .build());
    }

    @Test
    void aPodGoesToTheZoneOfThePodItNeeds() {
        var db = app("db", "db").on("b1");
        var placement = Scheduling.on(NODES, List.of(db))
                .inDetail()
                .place(affine(app("web", "web"), near("db", ZONE)).build());
        assertThat(placement.node()).isEqualTo("b1");
        assertThat(placement.on("a1").reason()).isEqualTo("InterPodAffinity: node(s) didn't match pod affinity rules");
    }

    @Test
    void theFirstOfASeriesMayStartAnywhere() {
        var scheduling = Scheduling.on(NODES, List.of());
        assertThat(scheduling
                        .place(affine(app("web", "web"), near("web", ZONE)).build())
                        .isScheduled())
                .isTrue();
        assertThat(scheduling
                        .place(affine(app("web", "web"), near("db", ZONE)).build())
                        .isScheduled())
                .isFalse();
    }

    @Test
    void aPodKeepsAwayFromOthers() {
        var web = app("web-1", "web").on("a1");
        var placement = Scheduling.on(NODES, List.of(web))
                .inDetail()
                .place(averse(app("web-2", "web"), near("web", ZONE)).build());
        assertThat(placement.node()).isEqualTo("b1");
        assertThat(placement.on("a2").reason())
                .isEqualTo("InterPodAffinity: node(s) didn't match pod anti-affinity rules");
    }

    @Test
    void othersKeepItAway() {
        var hermit = averse(app("hermit", "hermit"), near("web", ZONE)).on("a1");
        var placement = Scheduling.on(NODES, List.of(hermit))
                .inDetail()
                .place(app("web", "web").build());
        assertThat(placement.node()).isEqualTo("b1");
        assertThat(placement.on("a2").reason())
                .isEqualTo("InterPodAffinity: node(s) didn't satisfy existing pods anti-affinity rules");
    }

    @Test
    void onlyReplicasOfItsOwnRevisionCountWithMatchLabelKeys() {
        var old =
                APod.named("old").labels(Map.of("app", "web", "revision", "1")).on("a1");
        var term = new PodAffinityTerm(
                LabelSelectors.of(Map.of("app", "web")), List.of(), ZONE, null, List.of("revision"), List.of());
        var fresh = averse(APod.named("new").labels(Map.of("app", "web", "revision", "2")), term);
        assertThat(Scheduling.on(NODES.subList(0, 1), List.of(old))
                        .place(fresh.build())
                        .isScheduled())
                .isTrue();
    }

    @Test
    void preferencesOfBothSidesCount() {
        var guest = app("guest", "web");
        var host = app("host", "host")
                .affinity(AffinityBuilder.builder()
                        .podAffinity(
                                new PodAffinity(List.of(), List.of(new WeightedPodAffinityTerm(10, near("web", ZONE)))))
                        .build())
                .on("b1");
        var placement = Scheduling.on(NODES, List.of(host)).inDetail().place(guest.build());
        assertThat(placement.scores().scores("b1")).containsEntry("InterPodAffinity", 200L);
        assertThat(placement.scores().scores("a1")).containsEntry("InterPodAffinity", 0L);
    }
}

package io.kubelayers.application.scheduling.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that cannot help leave a pod waiting; that those that help wake it is the matter of {@code WakingLawsTest}. */
class HintsTest {
    private static final PodInfo NEAR_DB = waiting(
            """
            affinity: {podAffinity: {requiredDuringSchedulingIgnoredDuringExecution:
              [{labelSelector: {matchLabels: {app: db}}, topologyKey: zone}]}}
            """);

    private static final PodInfo FAR_FROM_DB = waiting(
            """
            affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:
              [{labelSelector: {matchLabels: {app: db}}, topologyKey: zone},
               {labelSelector: {matchLabels: {app: noisy}}, topologyKey: zone}]}}
            """);

    private static final PodInfo SPREAD = waiting(
            """
            topologySpreadConstraints:
            - {maxSkew: 1, topologyKey: zone, whenUnsatisfiable: DoNotSchedule, labelSelector: {matchLabels: {app: web}}}
            """);

    private static PodInfo waiting(String spec) {
        var yaml =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: waiting, namespace: default, labels: {app: web}}
                spec:
                  containers: [{name: c, image: i}]
                """;
        var tree = Codec.readTree(yaml + spec.indent(2), ReadOptions.strict());
        return PodInfo.of(Codec.of(TypeRegistry.of(NucleusKinds.ALL)).decode(tree, Pod.class));
    }

    private static Pod labelled(String app) {
        return APod.named("other").labels(Map.of("app", app)).on("n1");
    }

    private static Node inZone(String zone) {
        return ANode.named("n1", node -> node.label("zone", zone));
    }

    @Test
    void whoMustBeNearWaitsForOneThatIsMeant() {
        assertThat(AffinityHints.afterPod(NEAR_DB, null, labelled("db"))).isTrue();
        assertThat(AffinityHints.afterPod(NEAR_DB, null, labelled("cache"))).isFalse();
        assertThat(AffinityHints.afterPod(NEAR_DB, labelled("cache"), labelled("db")))
                .isTrue();
        assertThat(AffinityHints.afterPod(NEAR_DB, labelled("cache"), labelled("web")))
                .isFalse();
        assertThat(AffinityHints.afterPod(NEAR_DB, labelled("cache"), null)).isFalse();
    }

    @Test
    void andForANodeInSuchADomain() {
        assertThat(AffinityHints.afterNode(NEAR_DB, null, inZone("a"))).isTrue();
        assertThat(AffinityHints.afterNode(NEAR_DB, null, ANode.named("n1"))).isFalse();
    }

    @Test
    void whoMustBeFarWaitsForOneOfThoseToGo() {
        assertThat(AffinityHints.afterPod(FAR_FROM_DB, labelled("db"), null)).isTrue();
        assertThat(AffinityHints.afterPod(FAR_FROM_DB, labelled("noisy"), labelled("quiet")))
                .isTrue();
        assertThat(AffinityHints.afterPod(FAR_FROM_DB, labelled("cache"), null)).isFalse();
        assertThat(AffinityHints.afterPod(FAR_FROM_DB, null, labelled("cache"))).isFalse();
    }

    @Test
    void whomOthersKeepAwayWaitsForThemToGo() {
        var hostile =
                FAR_FROM_DB.pod().withMetadata(FAR_FROM_DB.pod().metadata().withName("hostile"));
        var db = PodInfo.of(APod.named("db").labels(Map.of("app", "db")).build());
        assertThat(AffinityHints.afterPod(db, hostile, null)).isTrue();
        assertThat(AffinityHints.afterPod(SPREAD, hostile, null)).isFalse();
    }

    @Test
    void spreadWaitsForPodsThatAreCounted() {
        assertThat(SpreadHints.afterPod(SPREAD, null, labelled("web"))).isTrue();
        assertThat(SpreadHints.afterPod(SPREAD, labelled("web"), labelled("old")))
                .isTrue();
        assertThat(SpreadHints.afterPod(SPREAD, null, labelled("db"))).isFalse();
        var elsewhere = labelled("web").withMetadata(labelled("web").metadata().withNamespace("elsewhere"));
        assertThat(SpreadHints.afterPod(SPREAD, null, elsewhere)).isFalse();
    }

    @Test
    void andForNodesThatMakeOtherDomains() {
        assertThat(SpreadHints.afterNode(SPREAD, null, inZone("a"))).isTrue();
        assertThat(SpreadHints.afterNode(SPREAD, null, ANode.named("n1"))).isFalse();
        assertThat(SpreadHints.afterNode(SPREAD, inZone("a"), inZone("b"))).isTrue();
        assertThat(SpreadHints.afterNode(SPREAD, inZone("a"), ANode.named("n1")))
                .isTrue();
        var relabelled = inZone("a").withMetadata(inZone("a").metadata().withLabels(Map.of("zone", "a", "x", "y")));
        assertThat(SpreadHints.afterNode(SPREAD, inZone("a"), relabelled)).isFalse();
    }

    @Test
    void tolerationsCountWhereTaintsMakeDomains() {
        assertThat(SpreadHints.afterToleration(SPREAD, null, null)).isFalse();
    }
}

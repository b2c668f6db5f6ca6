package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.scheduling.ANode;
import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeAffinityTest {
    private static final String NO_MATCH = "node(s) didn't match Pod's node affinity/selector";

    private final NodeAffinity plugin = NodeAffinity.standard();

    @Test
    void aNodeSelectorMustMatch() {
        var pod = APod.named("p")
                .spec(spec -> spec.withNodeSelector(Map.of("disk", "ssd")))
                .build();
        assertThat(PluginHarness.filter(plugin, pod, ANode.named("n1", n -> n.label("disk", "ssd")))
                        .isSuccess())
                .isTrue();
        var status = PluginHarness.filter(plugin, pod, ANode.named("n1", n -> n.label("disk", "hdd")));
        assertThat(status.reasons()).containsExactly(NO_MATCH);
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }

    @Test
    void anyRequiredTermMustMatch() {
        var pod = required(term(in("zone", "a")), term(in("disk", "ssd")));
        assertThat(PluginHarness.filter(plugin, pod, ANode.named("n1", n -> n.label("zone", "a")))
                        .isSuccess())
                .isTrue();
        assertThat(PluginHarness.filter(plugin, pod, ANode.named("n1", n -> n.label("disk", "ssd")))
                        .isSuccess())
                .isTrue();
        assertThat(PluginHarness.filter(plugin, pod, ANode.named("n1")).reasons())
                .containsExactly(NO_MATCH);
    }

    @Test
    void aPodWithoutAnyIsSkipped() {
        assertThat(preFilter(APod.named("p").build()).isSkip()).isTrue();
    }

    @Test
    void aPodThatNamesItsNodesIsTriedOnThoseOnly() {
        var state = CycleState.over(Snapshot.empty());
        var pod = required(named("n2", "n1"), named("n3"));
        assertThat(plugin.preFilter(state, PodInfo.of(pod)).nodeNames()).containsExactly("n1", "n2", "n3");
        var orAnyWithSsd = required(named("n2"), term(in("disk", "ssd")));
        assertThat(plugin.preFilter(state, PodInfo.of(orAnyWithSsd)).nodeNames())
                .isNull();
    }

    @Test
    void aPodThatNamesTwoNodesAtOnceFitsNowhere() {
        var both = new NodeSelectorTerm(List.of(), List.of(in("metadata.name", "n1"), in("metadata.name", "n2")));
        var status = preFilter(required(both));
        assertThat(status.reasons()).containsExactly("pod affinity terms conflict");
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
    }

    @Test
    void preferencesAddUp() {
        var pod = APod.named("p")
                .nodeAffinity(new io.kubelayers.nucleus.core.NodeAffinity(
                        null,
                        List.of(
                                new PreferredSchedulingTerm(30, term(in("zone", "a"))),
                                new PreferredSchedulingTerm(10, term(in("disk", "ssd"))))))
                .build();
        var nodes = List.of(
                ANode.named("both", n -> n.label("zone", "a").label("disk", "ssd")),
                ANode.named("disk", n -> n.label("disk", "ssd")),
                ANode.named("none"));
        assertThat(PluginHarness.scores(plugin, pod, nodes)).isEqualTo(Map.of("both", 100L, "disk", 25L, "none", 0L));
    }

    @Test
    void aPodWithoutPreferencesIsNotScored() {
        assertThat(PluginHarness.scores(plugin, APod.named("p").build(), List.of(ANode.named("n1"))))
                .isEmpty();
    }

    @Test
    void aBadPreferenceIsAnError() {
        var pod = APod.named("p")
                .nodeAffinity(new io.kubelayers.nucleus.core.NodeAffinity(
                        null,
                        List.of(new PreferredSchedulingTerm(
                                1, term(new NodeSelectorRequirement("cores", "Gt", List.of("many")))))))
                .build();
        var status = plugin.preScore(CycleState.over(Snapshot.empty()), PodInfo.of(pod), List.of());
        assertThat(status.isError()).isTrue();
        assertThat(status.message())
                .isEqualTo("[0].matchExpressions[0].values[0]: Invalid value: \"many\": for 'Gt', 'Lt' operators, the "
                        + "value must be an integer");
    }

    @Test
    void aProfileMayAddAffinityToEveryPod() {
        var added = NodeAffinity.adding(new io.kubelayers.nucleus.core.NodeAffinity(
                new NodeSelector(List.of(term(in("pool", "batch")))), List.of()));
        assertThat(PluginHarness.filter(added, APod.named("p").build(), ANode.named("n1"))
                        .reasons())
                .containsExactly("node(s) didn't match scheduler-enforced node affinity");
        assertThat(PluginHarness.filter(
                                added, APod.named("p").build(), ANode.named("n1", n -> n.label("pool", "batch")))
                        .isSuccess())
                .isTrue();
    }

    @Test
    void addedAffinityMustBeValid() {
        var bad = new io.kubelayers.nucleus.core.NodeAffinity(
                new NodeSelector(List.of(term(new NodeSelectorRequirement("pool", "Near", List.of("batch"))))),
                List.of());
        assertThatThrownBy(() -> NodeAffinity.adding(bad)).isInstanceOf(InvalidFieldsException.class);
    }

    private Status preFilter(io.kubelayers.nucleus.core.Pod pod) {
        return plugin.preFilter(CycleState.over(Snapshot.empty()), PodInfo.of(pod))
                .status();
    }

    private static io.kubelayers.nucleus.core.Pod required(NodeSelectorTerm... terms) {
        return APod.named("p")
                .nodeAffinity(new io.kubelayers.nucleus.core.NodeAffinity(new NodeSelector(List.of(terms)), List.of()))
                .build();
    }

    private static NodeSelectorTerm term(NodeSelectorRequirement... requirements) {
        return new NodeSelectorTerm(List.of(requirements), List.of());
    }

    private static NodeSelectorTerm named(String... nodes) {
        return new NodeSelectorTerm(List.of(), List.of(in("metadata.name", nodes)));
    }

    private static NodeSelectorRequirement in(String key, String... values) {
        return new NodeSelectorRequirement(key, "In", List.of(values));
    }
}

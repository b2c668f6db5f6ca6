package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.NodeVerdict;
import io.kubelayers.application.scheduling.Placement;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.interfaces.spelling.NearestName;

/**
 * Assertions about where a pod goes.
 *
 * <pre>{@code
 * assertThat(cluster).schedules(pod).onNodeWith(zone("a"));
 * assertThat(Scheduling.on(nodes, pods).place(pod)).isNotScheduled().because("Insufficient cpu");
 * }</pre>
 */
public final class PlacementAssert extends DecisionAssert<PlacementAssert, Placement> {
    PlacementAssert(Placement placement) {
        super(placement, PlacementAssert.class);
    }

    /** The pod goes to some node. */
    public PlacementAssert isScheduled() {
        return scheduled("is scheduled");
    }

    private PlacementAssert scheduled(String wish) {
        if (!actual.isScheduled()) {
            throw mismatch(explained(wanted(wish).but(actual.explain())));
        }
        return this;
    }

    /** No node takes the pod, for now. */
    public PlacementAssert isNotScheduled() {
        if (actual.isScheduled()) {
            throw mismatch(explained(wanted("is not scheduled").but("it goes to " + actual.node())));
        }
        return this;
    }

    /** The pod goes to the node of that name. */
    public PlacementAssert onNode(String name) {
        scheduled("goes to " + name);
        if (!name.equals(actual.node())) {
            var names = actual.statuses().snapshot().nodes().stream()
                    .map(NodeInfo::name)
                    .toList();
            var hint = names.contains(name) ? "" : "there is no node " + name + ": " + NearestName.hint(name, names);
            throw mismatch(explained(wanted("goes to " + name).but("it goes to " + actual.node()))
                    .hint(hint));
        }
        return this;
    }

    /** The pod goes to a node that has this. */
    public PlacementAssert onNodeWith(NodeTrait trait) {
        var wish = "goes to a node with " + trait.text();
        scheduled(wish);
        var node = actual.statuses().snapshot().nodes().stream()
                .filter(info -> info.name().equals(actual.node()))
                .findFirst()
                .orElseThrow()
                .node();
        if (!trait.test().test(node)) {
            throw mismatch(explained(wanted(wish)
                    .but("it goes to " + actual.node() + ", with "
                            + trait.found().apply(node))));
        }
        return this;
    }

    /** That node does not take the pod, for a reason that contains these words. */
    public PlacementAssert rejectedBy(String node, String words) {
        var wish = "is rejected by " + node + " because of \"" + words + "\"";
        var verdict = actual.nodes().stream()
                .filter(candidate -> candidate.node().equals(node))
                .findFirst()
                .orElseThrow(() -> mismatch(wanted(wish)
                        .but("there is no node " + node)
                        .hint(NearestName.hint(
                                node,
                                actual.nodes().stream().map(NodeVerdict::node).toList()))));
        if (verdict.verdict() != NodeVerdict.Verdict.REJECTED
                || !verdict.reason().contains(words)) {
            var found = verdict.rejections().isEmpty()
                    ? node + " is "
                            + verdict.verdict()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' ')
                    : node + " says " + verdict.reason();
            throw mismatch(explained(wanted(wish).but(found)));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        return mismatch.why(PlacementReasons.of(actual));
    }

    private Mismatch wanted(String wish) {
        return Mismatch.expected("pod " + actual.pod().key() + " " + wish);
    }
}

package io.kubelayers.application.workloads.daemonset;

import io.kubelayers.application.workloads.DaemonSet;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import io.kubelayers.nucleus.affinity.TaintToleration;
import io.kubelayers.nucleus.affinity.Taints;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * Whether a node runs the pod of a DaemonSet: it must match the template's node name, selector and affinity, and its
 * taints must be tolerated. A pod already there stays as long as it tolerates the NoExecute taints.
 *
 * <p>Upstream source: {@code NodeShouldRunDaemonPod} in {@code pkg/controller/daemon/daemon_controller.go}.
 *
 * @param shouldRun whether a pod is started there
 * @param mayStay whether a pod that is there stays
 * @param finding why
 */
public record NodeFit(boolean shouldRun, boolean mayStay, Finding finding) implements Explained {
    private static final String CODE = "DaemonSet";

    /** Asks about one node. */
    public static NodeFit of(DaemonSet set, Node node) {
        return of(DaemonPod.candidate(set), node);
    }

    static NodeFit of(Pod candidate, Node node) {
        var subject = "node/" + node.metadata().nameOrEmpty();
        var nodeName = candidate.spec().nodeName();
        if (nodeName != null && !nodeName.equals(node.metadata().name())) {
            return new NodeFit(false, false, Finding.fail(CODE, subject, "the template names node " + nodeName));
        }
        var affinity = RequiredNodeAffinity.of(candidate).explain(node);
        if (!affinity.matches()) {
            return new NodeFit(
                    false,
                    false,
                    Finding.fail(CODE, subject, "does not match the node selector or affinity")
                            .because(affinity.finding()));
        }
        var rule = TaintToleration.standard();
        var tolerations = candidate.spec().tolerations();
        var taints = node.spec().taints();
        var untolerated = rule.firstUntolerated(taints, tolerations, Taints::repelsPods);
        if (untolerated.isPresent()) {
            boolean stays = rule.firstUntolerated(taints, tolerations, Taints::evictsPods)
                    .isEmpty();
            var message = "has untolerated taint " + Taints.text(untolerated.get())
                    + (stays ? "; a pod that is there stays" : "");
            return new NodeFit(false, stays, Finding.fail(CODE, subject, message));
        }
        return new NodeFit(true, true, Finding.pass(CODE, subject, "runs the pod"));
    }

    @Override
    public String explain() {
        return finding.subject() + ": " + finding.message();
    }
}

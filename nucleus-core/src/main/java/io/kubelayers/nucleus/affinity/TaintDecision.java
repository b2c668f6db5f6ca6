package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.Optional;

/**
 * Whether the taints of a node keep a pod off it.
 *
 * @param taints the taints of the node
 * @param tolerations the tolerations of the pod
 * @param rule which operators count
 */
public record TaintDecision(List<Taint> taints, List<Toleration> tolerations, TaintToleration rule)
        implements Explained {
    private static final String CODE = "taints";

    public TaintDecision {
        taints = List.copyOf(taints);
        tolerations = List.copyOf(tolerations);
    }

    /** True if every taint that repels pods is tolerated. */
    public boolean tolerated() {
        return untolerated().isEmpty();
    }

    /** The first taint that keeps the pod off. */
    public Optional<Taint> untolerated() {
        return rule.firstUntolerated(taints, tolerations, Taints::repelsPods);
    }

    @Override
    public String explain() {
        return untolerated()
                .map(taint -> "the taint " + Taints.text(taint) + " is not tolerated")
                .orElse("every taint that repels pods is tolerated");
    }

    @Override
    public Finding finding() {
        var root = tolerated() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        for (var taint : taints) {
            root = root.because(finding(taint));
        }
        return root;
    }

    private Finding finding(Taint taint) {
        var code = CODE + ".taint";
        for (int i = 0; i < tolerations.size(); i++) {
            if (rule.tolerates(tolerations.get(i), taint)) {
                return Finding.pass(code, Taints.text(taint), "tolerated by tolerations[" + i + "]");
            }
        }
        return Taints.repelsPods(taint)
                ? Finding.fail(code, Taints.text(taint), "no toleration matches")
                : Finding.note(code, Taints.text(taint), "no toleration matches; it only lowers the score");
    }
}

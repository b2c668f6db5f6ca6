package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import java.util.List;

/**
 * What a Node does beyond the ordinary (registry/core/node/strategy.go): it registers itself with its status, its pod range
 * stands in two fields, and what it can give is what it has unless it says otherwise.
 */
public final class NodeRules implements KindRules<Node> {
    @Override
    public Class<Node> type() {
        return Node.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public boolean keepsStatusOnCreate() {
        return true;
    }

    @Override
    public Node defaulted(Node node) {
        var spec = withBothRanges(node.spec());
        var status = node.status().allocatable().isEmpty()
                        && !node.status().capacity().isEmpty()
                ? node.status().withAllocatable(node.status().capacity())
                : node.status();
        return spec == node.spec() && status == node.status()
                ? node
                : node.withSpec(spec).withStatus(status);
    }

    /** The single range is the first of the list; where they differ, it wins (core/v1 conversion.go). */
    private static Node.Spec withBothRanges(Node.Spec spec) {
        var one = spec.podCIDR();
        if (one == null || one.isEmpty()) {
            var first = spec.podCIDRs().isEmpty() ? null : spec.podCIDRs().get(0);
            return first == null || first.isEmpty() ? spec : spec.withPodCIDR(first);
        }
        return !spec.podCIDRs().isEmpty() && spec.podCIDRs().get(0).equals(one)
                ? spec
                : spec.withPodCIDRs(List.of(one));
    }

    @Override
    public List<FieldError> validate(Node node) {
        return NodeChecks.ofNew(node);
    }

    @Override
    public List<FieldError> validateUpdate(Node node, Node old) {
        return NodeChecks.ofChange(node, old);
    }

    /** Configuration by way of the API is gone; what is left of it on old nodes stays. */
    @Override
    public Node prepareForStatusUpdate(Node node, Node old) {
        return old.status().config() == null ? node.withStatus(node.status().withConfig(null)) : node;
    }

    @Override
    public List<FieldError> validateStatusUpdate(Node node, Node old) {
        return NodeChecks.ofChange(node, old);
    }
}

package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** What a Node does beyond the ordinary (registry/core/node/strategy.go): it registers itself with its status. */
public final class NodeRules implements KindRules<Node> {
    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public Class<Node> type() {
        return Node.class;
    }

    @Override
    public boolean keepsStatusOnCreate() {
        return true;
    }

    /** The pod range of a node is given once. */
    @Override
    public List<FieldError> validateUpdate(Node node, Node old) {
        var before = old.spec().podCIDRs();
        return before.isEmpty() || before.equals(node.spec().podCIDRs())
                ? List.of()
                : List.of(FieldError.forbidden(
                        SPEC.child("podCIDRs"), "node updates may not change podCIDR except from \"\" to valid"));
    }
}

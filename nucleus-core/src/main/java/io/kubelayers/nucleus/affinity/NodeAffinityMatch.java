package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;

/**
 * Whether a node meets what a pod demands of its node.
 *
 * @param required the demands
 * @param node the node
 */
public record NodeAffinityMatch(RequiredNodeAffinity required, Node node) implements Explained {
    private static final String CODE = "nodeAffinity";

    /** The answer. */
    public boolean matches() {
        return required.matches(node);
    }

    /** What is wrong with the terms, if that may be why none matched; none if the node selector refused already. */
    public List<FieldError> errors() {
        var nodes = required.nodes();
        return nodes == null || nodes.matches(node) || !meetsNodeSelector() ? List.of() : nodes.errors();
    }

    private boolean meetsNodeSelector() {
        return required.labels().matches(node.metadata().labels());
    }

    @Override
    public String explain() {
        if (matches()) {
            return "the node meets the pod's node selector and node affinity";
        }
        if (!meetsNodeSelector()) {
            return "node selector: "
                    + required.labels().explain(node.metadata().labels()).explain();
        }
        return errors().isEmpty() ? "no term of the node affinity matches" : InvalidFieldsException.text(errors());
    }

    @Override
    public Finding finding() {
        var subject =
                "node/" + (node.metadata().name() == null ? "" : node.metadata().name());
        var root = matches() ? Finding.pass(CODE, subject, explain()) : Finding.fail(CODE, subject, explain());
        if (!required.labels().isEverything()) {
            root = root.because(
                    required.labels().explain(node.metadata().labels()).finding());
        }
        var nodes = required.nodes();
        return nodes == null ? root : root.because(nodes.finding(node));
    }
}

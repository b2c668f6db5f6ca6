package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled {@link NodeSelector}: terms of which any one must match. Without terms, or with empty ones only, it
 * matches no node ({@code component-helpers/scheduling/corev1/nodeaffinity}).
 */
public final class NodeSelection {
    private final List<CompiledTerm> terms;
    private final List<FieldError> errors;

    private NodeSelection(List<CompiledTerm> terms) {
        this.terms = List.copyOf(terms);
        var all = new ArrayList<FieldError>();
        for (var term : terms) {
            all.addAll(term.errors());
        }
        this.errors = List.copyOf(all);
    }

    /**
     * Compiles a selector all of whose terms must be valid.
     *
     * @throws InvalidFieldsException with everything that is wrong with any term
     */
    public static NodeSelection of(NodeSelector selector) {
        var selection = lenient(selector);
        if (!selection.errors.isEmpty()) {
            throw new InvalidFieldsException(selection.errors);
        }
        return selection;
    }

    /** Compiles a selector; terms that are not valid match no node and are told by {@link #errors}. */
    public static NodeSelection lenient(NodeSelector selector) {
        return lenient(FieldPath.ROOT, selector);
    }

    /** Compiles a selector that stands at this path, as {@link #lenient(NodeSelector)}. */
    public static NodeSelection lenient(FieldPath path, NodeSelector selector) {
        var at = path.child("nodeSelectorTerms");
        var terms = new ArrayList<CompiledTerm>();
        for (int i = 0; i < selector.nodeSelectorTerms().size(); i++) {
            var term = selector.nodeSelectorTerms().get(i);
            if (!CompiledTerm.isEmpty(term)) {
                terms.add(CompiledTerm.of(at.index(i), term));
            }
        }
        return new NodeSelection(terms);
    }

    /** Whether any valid term matches the node. */
    public boolean matches(Node node) {
        for (int i = 0; i < terms.size(); i++) {
            if (terms.get(i).matches(node)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with terms. Of a node that matches another term upstream reports none of it. */
    public List<FieldError> errors() {
        return errors;
    }

    Finding finding(Node node) {
        var root = matches(node)
                ? Finding.pass("nodeAffinity.required", "", "a term matches")
                : Finding.fail("nodeAffinity.required", "", "no term matches");
        for (var term : terms) {
            root = root.because(term.finding(node));
        }
        return root;
    }
}

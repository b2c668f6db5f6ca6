package io.kubelayers.nucleus.affinity;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelectorRequirement;
import io.kubelayers.nucleus.core.NodeSelectorRequirement.NodeSelectorOperator;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.FieldSelector;
import io.kubelayers.nucleus.selector.InvalidSelectorException;
import io.kubelayers.nucleus.selector.Operator;
import io.kubelayers.nucleus.selector.Requirement;
import io.kubelayers.nucleus.selector.Selector;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One term of a node selector, compiled: a conjunction of requirements on labels and on fields. A term with an error
 * matches no node.
 *
 * @param path where the term stands
 * @param labels the requirements on labels
 * @param fields the requirements on fields; a node without a name meets any of them, as upstream has it
 * @param errors why the term is of no use, none if it is
 */
record CompiledTerm(FieldPath path, Selector labels, FieldSelector fields, List<FieldError> errors) {
    private static final String NAME = "metadata.name";

    static CompiledTerm of(FieldPath path, NodeSelectorTerm term) {
        var errors = new ArrayList<FieldError>();
        var labels = labels(path.child("matchExpressions"), term.matchExpressions(), errors);
        var fields = fields(path.child("matchFields"), term.matchFields(), errors);
        return new CompiledTerm(path, labels, fields, List.copyOf(errors));
    }

    /** An empty term matches no node; it is left out before compiling. */
    static boolean isEmpty(NodeSelectorTerm term) {
        return term.matchExpressions().isEmpty() && term.matchFields().isEmpty();
    }

    private static Selector labels(FieldPath path, List<NodeSelectorRequirement> expressions, List<FieldError> errors) {
        var requirements = new ArrayList<Requirement>(expressions.size());
        for (int i = 0; i < expressions.size(); i++) {
            var expression = expressions.get(i);
            var at = path.index(i);
            switch (expression.operator()) {
                case NodeSelectorOperator.IN -> add(at, Operator.IN, expression, requirements, errors);
                case NodeSelectorOperator.NOT_IN -> add(at, Operator.NOT_IN, expression, requirements, errors);
                case NodeSelectorOperator.EXISTS -> add(at, Operator.EXISTS, expression, requirements, errors);
                case NodeSelectorOperator.DOES_NOT_EXIST -> add(
                        at, Operator.DOES_NOT_EXIST, expression, requirements, errors);
                case NodeSelectorOperator.GT -> add(at, Operator.GREATER_THAN, expression, requirements, errors);
                case NodeSelectorOperator.LT -> add(at, Operator.LESS_THAN, expression, requirements, errors);
                default -> errors.add(FieldError.notSupported(
                        at.child("operator"),
                        expression.operator(),
                        List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt")));
            }
        }
        return Selector.allOf(requirements);
    }

    private static void add(
            FieldPath at,
            Operator operator,
            NodeSelectorRequirement expression,
            List<Requirement> requirements,
            List<FieldError> errors) {
        try {
            requirements.add(Requirement.of(at, expression.key(), operator, expression.values()));
        } catch (InvalidSelectorException invalid) {
            errors.addAll(invalid.errors());
        }
    }

    private static FieldSelector fields(
            FieldPath path, List<NodeSelectorRequirement> requirements, List<FieldError> errors) {
        var selector = FieldSelector.everything();
        for (int i = 0; i < requirements.size(); i++) {
            var requirement = requirements.get(i);
            var at = path.index(i);
            var values = requirement.values();
            boolean in = requirement.operator().equals(NodeSelectorOperator.IN);
            if (!in && !requirement.operator().equals(NodeSelectorOperator.NOT_IN)) {
                errors.add(
                        FieldError.notSupported(at.child("operator"), requirement.operator(), List.of("In", "NotIn")));
            } else if (values.size() != 1) {
                errors.add(FieldError.invalid(at.child("values"), ShownValue.of(values), "must have one element"));
            } else {
                selector = selector.and(
                        in
                                ? FieldSelector.equal(requirement.key(), values.get(0))
                                : FieldSelector.notEqual(requirement.key(), values.get(0)));
            }
        }
        return selector;
    }

    boolean matches(Node node) {
        return errors.isEmpty() && labels.matches(node.metadata().labels()) && matchesFields(node);
    }

    private boolean matchesFields(Node node) {
        var name = node.metadata().name();
        return name == null || fields.isEverything() || fields.matches(field -> field.equals(NAME) ? name : "");
    }

    Finding finding(Node node) {
        if (!errors.isEmpty()) {
            var root = Finding.fail("nodeAffinity.term", path.toString(), "the term is not valid");
            for (var error : errors) {
                root = root.because(Finding.fail("nodeAffinity.error", error.field(), error.message()));
            }
            return root;
        }
        var root = matches(node)
                ? Finding.pass("nodeAffinity.term", path.toString(), "the term matches")
                : Finding.fail("nodeAffinity.term", path.toString(), "the term does not match");
        if (!labels.isEverything()) {
            root = root.because(labels.explain(node.metadata().labels()).finding());
        }
        if (!fields.isEverything()) {
            var text = fields.toString();
            var name = NAME + "=" + node.metadata().name();
            root = root.because(
                    matchesFields(node)
                            ? Finding.pass("nodeAffinity.fields", text, name)
                            : Finding.fail("nodeAffinity.fields", text, name));
        }
        return root;
    }
}

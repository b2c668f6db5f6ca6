package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps.ValidationRule;
import io.kubelayers.nucleus.cel.Environment;
import io.kubelayers.nucleus.cel.Expression;
import io.kubelayers.nucleus.cel.Type;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of {@code x-kubernetes-validations}: parsed and typed against the schema where they stand, and whether
 * they may look at the value before a change (apiextensions {@code schema/cel/compilation.go}). Nothing is evaluated.
 */
final class RuleExpressions {
    private final List<FieldError> mistakes;
    private final FieldErrors errors;

    private RuleExpressions(List<FieldError> mistakes, FieldErrors errors) {
        this.mistakes = mistakes;
        this.errors = errors;
    }

    /**
     * Reads all rules of a schema, those of inner schemas first.
     *
     * @param mistakes what else is wrong in the schema; rules around that are not read
     */
    static void check(JSONSchemaProps root, FieldPath path, List<FieldError> mistakes, FieldErrors errors) {
        new RuleExpressions(List.copyOf(mistakes), errors).check(root, path, true, null);
    }

    /** @param unrelated where values before and after a change can't be told to be the same any more; null if they can */
    private void check(JSONSchemaProps schema, FieldPath path, boolean root, @Nullable FieldPath unrelated) {
        boolean whole = schema.mapType() == null || schema.mapType().equals("granular");
        var ofFields = unrelated != null || whole ? unrelated : path;
        var additional = schema.additionalProperties();
        if (additional != null && additional.schema() != null) {
            check(additional.schema(), path.child("additionalProperties"), false, ofFields);
        }
        schema.properties()
                .forEach((name, property) ->
                        check(property, path.child("properties").key(name), false, ofFields));
        if (schema.items() != null && schema.items().schema() != null) {
            boolean known = unrelated != null || "map".equals(schema.listType());
            check(schema.items().schema(), path.child("items"), false, known ? unrelated : path);
        }
        var type = schema.validations().isEmpty() || isWrong(path)
                ? null
                : RuleTypes.of(schema, root || schema.embeddedResource());
        if (type != null) {
            for (int i = 0; i < schema.validations().size(); i++) {
                rule(
                        schema.validations().get(i),
                        type,
                        path.child("x-kubernetes-validations").index(i),
                        unrelated);
            }
        }
    }

    private boolean isWrong(FieldPath path) {
        var place = path.toString();
        return mistakes.stream().anyMatch(mistake -> mistake.field().startsWith(place));
    }

    private void rule(ValidationRule rule, Type self, FieldPath path, @Nullable FieldPath unrelated) {
        var before = Environment.empty().with("self", self);
        var environment = before.with("oldSelf", rule.optionalOldSelf() == null ? self : Type.DYN);
        var read = Expression.check(rule.rule(), environment);
        if (!read.complaint().isEmpty()) {
            errors.invalid(path.child("rule"), rule, read.complaint());
            return;
        }
        if (!read.type().agrees(Type.BOOL)) {
            errors.invalid(path.child("rule"), rule, "cel expression must evaluate to a bool");
            return;
        }
        message(rule, environment, path.child("messageExpression"));
        boolean comparing = !Expression.check(rule.rule(), before).complaint().isEmpty();
        if (comparing && unrelated != null) {
            errors.invalid(
                    path.child("rule"),
                    rule.rule(),
                    "oldSelf cannot be used on the uncorrelatable portion of the schema within " + unrelated);
        } else if (!comparing && rule.optionalOldSelf() != null) {
            errors.invalid(
                    path.child("optionalOldSelf"),
                    rule.optionalOldSelf(),
                    "may not be set if oldSelf is not used in rule");
        }
    }

    private void message(ValidationRule rule, Environment environment, FieldPath path) {
        var expression = rule.messageExpression();
        if (expression == null || expression.isEmpty()) {
            return;
        }
        var read = Expression.check(expression, environment);
        if (!read.complaint().isEmpty()) {
            errors.invalid(path, rule, "messageExpression " + read.complaint());
        } else if (!read.type().agrees(Type.STRING)) {
            errors.invalid(path, rule, "messageExpression must evaluate to a string");
        }
    }
}

package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MatchResources;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyStatusBuilder;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What policies say; their expressions must be there but are not read ({@code ValidateValidatingAdmissionPolicy}). */
final class ValidatingAdmissionPolicyRules implements KindRules<ValidatingAdmissionPolicy> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> REASONS = List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
    private static final List<String> MATCH = List.of("Equivalent", "Exact");
    private static final String ONE_ITEM = "validations or auditAnnotations must contain at least one item";
    private static final int MOST_ANNOTATIONS = 20;

    @Override
    public Class<ValidatingAdmissionPolicy> type() {
        return ValidatingAdmissionPolicy.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public ValidatingAdmissionPolicy defaulted(ValidatingAdmissionPolicy policy) {
        var constraints = policy.spec().matchConstraints();
        return constraints == null
                ? policy
                : policy.withSpec(policy.spec().withMatchConstraints(WebhookChecks.complete(constraints)));
    }

    @Override
    public ValidatingAdmissionPolicy prepareForCreate(ValidatingAdmissionPolicy policy) {
        return policy.withStatus(
                ValidatingAdmissionPolicyStatusBuilder.builder().build());
    }

    @Override
    public List<FieldError> validate(ValidatingAdmissionPolicy policy) {
        var errors = new ArrayList<FieldError>();
        var spec = policy.spec();
        WebhookChecks.choice(SPEC.child("failurePolicy"), spec.failurePolicy(), List.of("Fail", "Ignore"), errors);
        if (spec.paramKind() != null) {
            paramKind(SPEC.child("paramKind"), spec.paramKind(), errors);
        }
        if (spec.matchConstraints() == null) {
            errors.add(FieldError.required(SPEC.child("matchConstraints"), ""));
        } else {
            var path = SPEC.child("matchConstraints");
            matchResources(path, spec.matchConstraints(), errors);
            if (spec.matchConstraints().resourceRules().isEmpty()) {
                errors.add(FieldError.required(path.child("resourceRules"), ""));
            }
        }
        MatchConditionChecks.check(SPEC.child("matchConditions"), spec.matchConditions(), errors);
        variables(SPEC.child("variables"), spec.variables(), errors);
        if (spec.validations().isEmpty() && spec.auditAnnotations().isEmpty()) {
            errors.add(FieldError.required(SPEC.child("validations"), ONE_ITEM));
            errors.add(FieldError.required(SPEC.child("auditAnnotations"), ONE_ITEM));
            return errors;
        }
        for (int i = 0; i < spec.validations().size(); i++) {
            validation(SPEC.child("validations").index(i), spec.validations().get(i), errors);
        }
        annotations(SPEC.child("auditAnnotations"), policy, errors);
        return errors;
    }

    private static void paramKind(FieldPath path, ValidatingAdmissionPolicy.ParamKind kind, List<FieldError> errors) {
        var version = kind.apiVersion();
        if (version == null || version.isEmpty()) {
            errors.add(FieldError.required(path.child("apiVersion"), ""));
        } else if (version.indexOf('/') != version.lastIndexOf('/')) {
            errors.add(FieldError.invalid(
                    path.child("apiVersion"), version, "unexpected GroupVersion string: " + version));
        } else {
            var at = path.child("apiVersion");
            int slash = version.indexOf('/');
            if (slash > 0) {
                var group = version.substring(0, slash);
                MetaRules.invalid(at, group, Names.dnsSubdomain(group), errors);
            }
            var own = version.substring(slash + 1);
            MetaRules.invalid(at, own, Names.dns1035Label(own), errors);
        }
        var name = kind.kind();
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required(path.child("kind"), ""));
        } else {
            for (var complaint : Names.dns1035Label(name.toLowerCase(Locale.ROOT))) {
                errors.add(FieldError.invalid(
                        path.child("kind"), name, "may have mixed case, but should otherwise match: " + complaint));
            }
        }
    }

    /** Which requests concern a policy or a binding. */
    static void matchResources(FieldPath path, MatchResources match, List<FieldError> errors) {
        if (match.matchPolicy() == null) {
            errors.add(FieldError.required(path.child("matchPolicy"), ""));
        }
        WebhookChecks.choice(path.child("matchPolicy"), match.matchPolicy(), MATCH, errors);
        WebhookChecks.selectors(path, match.namespaceSelector(), match.objectSelector(), errors);
        rules(path.child("resourceRules"), match.resourceRules(), errors);
        rules(path.child("excludeResourceRules"), match.excludeResourceRules(), errors);
    }

    private static void rules(
            FieldPath path, List<MatchResources.NamedRuleWithOperations> rules, List<FieldError> errors) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var at = path.index(i);
            RuleChecks.check(
                    at,
                    rule.operations(),
                    rule.apiGroups(),
                    rule.apiVersions(),
                    rule.resources(),
                    rule.scope(),
                    errors);
            var names = new HashSet<String>();
            for (int j = 0; j < rule.resourceNames().size(); j++) {
                var name = rule.resourceNames().get(j);
                var place = at.child("resourceNames").index(j);
                MetaRules.invalid(place, name, Names.pathSegment(name), errors);
                if (!names.add(name)) {
                    errors.add(FieldError.duplicate(place, name));
                }
            }
        }
    }

    private static void variables(
            FieldPath path, List<ValidatingAdmissionPolicy.Variable> variables, List<FieldError> errors) {
        for (int i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            var at = path.index(i);
            if (variable.name().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), "name is not specified"));
            } else if (!Names.cIdentifier(variable.name()).isEmpty()) {
                errors.add(FieldError.invalid(at.child("name"), variable.name(), "name is not a valid CEL identifier"));
            }
            if (variable.expression().strip().isEmpty()) {
                errors.add(FieldError.required(at.child("expression"), "expression is not specified"));
            }
        }
    }

    private static void validation(
            FieldPath path, ValidatingAdmissionPolicy.Validation validation, List<FieldError> errors) {
        if (validation.expression().strip().isEmpty()) {
            errors.add(FieldError.required(path.child("expression"), "expression is not specified"));
        }
        text("messageExpression", path, validation.messageExpression(), errors);
        var message = validation.message();
        if (message != null && !message.isEmpty() && message.strip().isEmpty()) {
            errors.add(FieldError.invalid(path.child("message"), message, "message must be non-empty if specified"));
        } else if (message != null && message.strip().contains("\n")) {
            errors.add(FieldError.invalid(path.child("message"), message, "message must not contain line breaks"));
        }
        WebhookChecks.choice(path.child("reason"), validation.reason(), REASONS, errors);
    }

    private static void text(String field, FieldPath path, @Nullable String value, List<FieldError> errors) {
        if (value != null && !value.isEmpty() && value.strip().isEmpty()) {
            errors.add(FieldError.invalid(path.child(field), value, field + " must be non-empty if specified"));
        }
    }

    private static void annotations(FieldPath path, ValidatingAdmissionPolicy policy, List<FieldError> errors) {
        var annotations = policy.spec().auditAnnotations();
        if (annotations.size() > MOST_ANNOTATIONS) {
            errors.add(
                    FieldError.invalid(path, "", "must not have more than " + MOST_ANNOTATIONS + " auditAnnotations"));
        }
        var keys = new HashSet<String>();
        for (int i = 0; i < annotations.size(); i++) {
            var annotation = annotations.get(i);
            var at = path.index(i);
            if (annotation.valueExpression().strip().isEmpty()) {
                errors.add(FieldError.required(at.child("valueExpression"), "valueExpression is not specified"));
            }
            if (annotation.key().isEmpty()) {
                errors.add(FieldError.required(at.child("key"), "auditAnnotations key is not specified"));
                continue;
            }
            var key = policy.metadata().nameOrEmpty() + "/" + annotation.key();
            MetaRules.invalid(at.child("key"), key, Names.qualifiedName(key), errors);
            if (!keys.add(annotation.key())) {
                errors.add(FieldError.duplicate(at.child("key"), annotation.key()));
            }
        }
    }
}

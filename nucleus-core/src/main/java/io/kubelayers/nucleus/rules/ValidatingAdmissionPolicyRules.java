package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicy;
import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyStatusBuilder;
import io.kubelayers.nucleus.cel.ReservedNames;
import io.kubelayers.nucleus.cel.Type;
import io.kubelayers.nucleus.validation.ConditionChecks;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What policies say, and whether their expressions can be read ({@code ValidateValidatingAdmissionPolicy}). */
final class ValidatingAdmissionPolicyRules extends AdmissionRegistrationRules<ValidatingAdmissionPolicy> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> REASONS = List.of("Forbidden", "Invalid", "RequestEntityTooLarge");
    private static final String ONE_ITEM = "validations or auditAnnotations must contain at least one item";
    private static final int MOST_ANNOTATIONS = 20;
    private static final int LONGEST_VALUE = 5 * 1024;
    private static final Pattern LINE_BREAK = Pattern.compile("[\\n\\r]");

    ValidatingAdmissionPolicyRules() {
        super(ValidatingAdmissionPolicy.class);
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
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
            MatchResourcesChecks.check(path, spec.matchConstraints(), errors);
            if (spec.matchConstraints().resourceRules().isEmpty()) {
                errors.add(FieldError.required(path.child("resourceRules"), ""));
            }
        }
        boolean params = spec.paramKind() != null;
        MatchConditionChecks.check(SPEC.child("matchConditions"), spec.matchConditions(), params, errors);
        var expressions = new AdmissionExpressions(params);
        variables(SPEC.child("variables"), spec.variables(), expressions, errors);
        if (spec.validations().isEmpty() && spec.auditAnnotations().isEmpty()) {
            errors.add(FieldError.required(SPEC.child("validations"), ONE_ITEM));
            errors.add(FieldError.required(SPEC.child("auditAnnotations"), ONE_ITEM));
            return errors;
        }
        for (int i = 0; i < spec.validations().size(); i++) {
            validation(SPEC.child("validations").index(i), spec.validations().get(i), expressions, errors);
        }
        annotations(SPEC.child("auditAnnotations"), policy, expressions, errors);
        return errors;
    }

    @Override
    public List<FieldError> validateStatusUpdate(ValidatingAdmissionPolicy policy, ValidatingAdmissionPolicy old) {
        var errors = new FieldErrors();
        ConditionChecks.check(
                FieldPath.of("status", "conditions"), policy.status().conditions(), errors);
        return errors.list();
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
                together(at, group, "", Names.dnsSubdomain(group), errors);
            }
            var own = version.substring(slash + 1);
            if (own.isEmpty()) {
                errors.add(FieldError.invalid(at, version, "version must be specified"));
            } else {
                together(at, own, "", Names.dns1035Label(own), errors);
            }
        }
        var name = kind.kind();
        if (name == null || name.isEmpty()) {
            errors.add(FieldError.required(path.child("kind"), ""));
        } else {
            var complaints = Names.dns1035Label(name.toLowerCase(Locale.ROOT));
            together(path.child("kind"), name, "may have mixed case, but should otherwise match: ", complaints, errors);
        }
    }

    private static void together(
            FieldPath path, String value, String start, List<String> complaints, List<FieldError> errors) {
        if (!complaints.isEmpty()) {
            errors.add(FieldError.invalid(path, value, start + String.join(",", complaints)));
        }
    }

    private static void variables(
            FieldPath path,
            List<ValidatingAdmissionPolicy.Variable> variables,
            AdmissionExpressions expressions,
            List<FieldError> errors) {
        for (int i = 0; i < variables.size(); i++) {
            var variable = variables.get(i);
            var at = path.index(i);
            if (variable.name().strip().isEmpty()) {
                errors.add(FieldError.required(at.child("name"), "name is not specified"));
            } else if (!Names.cIdentifier(variable.name()).isEmpty() || ReservedNames.contains(variable.name())) {
                errors.add(FieldError.invalid(at.child("name"), variable.name(), "name is not a valid CEL identifier"));
            }
            if (variable.expression().strip().isEmpty()) {
                errors.add(FieldError.required(at.child("expression"), "expression is not specified"));
            } else {
                expressions.variable(at.child("expression"), variable.name(), variable.expression(), errors);
            }
        }
    }

    private static void validation(
            FieldPath path,
            ValidatingAdmissionPolicy.Validation validation,
            AdmissionExpressions expressions,
            List<FieldError> errors) {
        if (validation.expression().strip().isEmpty()) {
            errors.add(FieldError.required(path.child("expression"), "expression is not specified"));
        } else {
            expressions.check(path.child("expression"), validation.expression(), List.of(Type.BOOL), errors);
        }
        var told = validation.messageExpression();
        if (told != null && !told.isEmpty() && told.strip().isEmpty()) {
            errors.add(FieldError.invalid(path.child("messageExpression"), told, "must be non-empty if specified"));
        } else if (told != null && !told.isEmpty()) {
            expressions.message(path.child("messageExpression"), told, errors);
        }
        var message = validation.message();
        if (message != null && !message.isEmpty() && message.strip().isEmpty()) {
            errors.add(FieldError.invalid(path.child("message"), message, "must be non-empty if specified"));
        } else if (message != null && LINE_BREAK.matcher(message.strip()).find()) {
            errors.add(FieldError.invalid(path.child("message"), message, "must not contain line breaks"));
        }
        WebhookChecks.choice(path.child("reason"), validation.reason(), REASONS, errors);
    }

    private static void annotations(
            FieldPath path,
            ValidatingAdmissionPolicy policy,
            AdmissionExpressions expressions,
            List<FieldError> errors) {
        var annotations = policy.spec().auditAnnotations();
        if (annotations.size() > MOST_ANNOTATIONS) {
            errors.add(FieldError.invalid(
                    path,
                    ShownValue.of(annotations),
                    "must not have more than " + MOST_ANNOTATIONS + " auditAnnotations"));
        }
        var keys = new HashSet<String>();
        for (int i = 0; i < annotations.size(); i++) {
            var annotation = annotations.get(i);
            var at = path.index(i);
            var key = policy.metadata().nameOrEmpty() + "/" + annotation.key();
            MetaRules.invalid(at.child("key"), key, Names.qualifiedName(key), errors);
            value(at.child("valueExpression"), annotation.valueExpression().strip(), expressions, errors);
            if (!keys.add(annotation.key())) {
                errors.add(FieldError.duplicate(at.child("key"), annotation.key()));
            }
        }
    }

    private static void value(
            FieldPath path, String expression, AdmissionExpressions expressions, List<FieldError> errors) {
        if (expression.isEmpty()) {
            errors.add(FieldError.required(path, "valueExpression is not specified"));
        } else if (expression.getBytes(StandardCharsets.UTF_8).length > LONGEST_VALUE) {
            errors.add(FieldError.required(path, "must not exceed " + LONGEST_VALUE + " bytes in length"));
        } else {
            expressions.check(path, expression, List.of(Type.STRING, Type.NULL), errors);
        }
    }
}

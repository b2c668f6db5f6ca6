package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.ValidatingAdmissionPolicyBinding;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Where a policy holds, with what parameters, and what it does ({@code ValidateValidatingAdmissionPolicyBinding}). */
final class ValidatingAdmissionPolicyBindingRules extends AdmissionRegistrationRules<ValidatingAdmissionPolicyBinding> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final List<String> ACTIONS = List.of("Audit", "Deny", "Warn");
    private static final String EITHER = "name and selector are mutually exclusive";

    ValidatingAdmissionPolicyBindingRules() {
        super(ValidatingAdmissionPolicyBinding.class);
    }

    @Override
    public ValidatingAdmissionPolicyBinding defaulted(ValidatingAdmissionPolicyBinding binding) {
        var resources = binding.spec().matchResources();
        return resources == null
                ? binding
                : binding.withSpec(binding.spec().withMatchResources(WebhookChecks.complete(resources)));
    }

    @Override
    public List<FieldError> validate(ValidatingAdmissionPolicyBinding binding) {
        var errors = new ArrayList<FieldError>();
        var spec = binding.spec();
        var policy = spec.policyName();
        if (policy == null || policy.isEmpty()) {
            errors.add(FieldError.required(SPEC.child("policyName"), ""));
        } else {
            MetaRules.invalid(SPEC.child("policyName"), policy, Names.dnsSubdomain(policy), errors);
        }
        if (spec.paramRef() != null) {
            params(SPEC.child("paramRef"), spec.paramRef(), errors);
        }
        if (spec.matchResources() != null) {
            MatchResourcesChecks.check(SPEC.child("matchResources"), spec.matchResources(), errors);
        }
        actions(SPEC.child("validationActions"), spec.validationActions(), errors);
        return errors;
    }

    private static void params(FieldPath path, ValidatingAdmissionPolicyBinding.ParamRef ref, List<FieldError> errors) {
        var name = ref.name() == null ? "" : ref.name();
        if (!name.isEmpty()) {
            MetaRules.invalid(path.child("name"), name, Names.pathSegment(name), errors);
            if (ref.selector() != null) {
                errors.add(FieldError.forbidden(path.child("name"), EITHER));
            }
        }
        if (ref.selector() != null) {
            errors.addAll(LabelSelectors.validate(path.child("selector"), ref.selector()));
            if (!name.isEmpty()) {
                errors.add(FieldError.forbidden(path.child("selector"), EITHER));
            }
        }
        if (name.isEmpty() && ref.selector() == null) {
            errors.add(FieldError.required(path, "one of name or selector must be specified"));
        }
        if (ref.parameterNotFoundAction() == null
                || ref.parameterNotFoundAction().isEmpty()) {
            errors.add(FieldError.required(path.child("parameterNotFoundAction"), ""));
        } else {
            WebhookChecks.choice(
                    path.child("parameterNotFoundAction"),
                    ref.parameterNotFoundAction(),
                    List.of("Deny", "Allow"),
                    errors);
        }
    }

    private static void actions(FieldPath path, List<String> actions, List<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < actions.size(); i++) {
            WebhookChecks.choice(path.index(i), actions.get(i), ACTIONS, errors);
            if (!seen.add(actions.get(i))) {
                errors.add(FieldError.duplicate(path.index(i), actions.get(i)));
            }
        }
        if (seen.contains("Deny") && seen.contains("Warn")) {
            errors.add(FieldError.invalid(
                    path,
                    actions,
                    "must not contain both Deny and Warn (repeating the same validation failure information in the API"
                            + " response and headers serves no purpose)"));
        }
        if (actions.isEmpty()) {
            errors.add(FieldError.required(path, "at least one validation action is required"));
        }
    }
}

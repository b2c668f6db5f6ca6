package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MatchCondition;
import io.kubelayers.nucleus.admissionregistration.MutatingWebhookConfiguration.MutatingWebhook;
import io.kubelayers.nucleus.admissionregistration.RuleWithOperations;
import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration.ValidatingWebhook;
import io.kubelayers.nucleus.admissionregistration.WebhookClientConfig;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of either kind ({@code ValidateMutatingWebhookConfiguration}, {@code ValidateValidatingWebhookConfiguration}).
 *
 * @param reinvocation when it is called again, if it is one that may change objects
 */
record Webhook(
        String name,
        List<RuleWithOperations> rules,
        @Nullable String failurePolicy,
        @Nullable String matchPolicy,
        @Nullable String sideEffects,
        @Nullable Integer timeoutSeconds,
        @Nullable LabelSelector namespaces,
        @Nullable LabelSelector objects,
        @Nullable String reinvocation,
        WebhookClientConfig client,
        List<MatchCondition> conditions,
        List<String> reviewVersions) {
    private static final List<String> REINVOCATIONS = List.of("IfNeeded", "Never");

    static Webhook of(MutatingWebhook hook) {
        return new Webhook(
                hook.name(),
                hook.rules(),
                hook.failurePolicy(),
                hook.matchPolicy(),
                hook.sideEffects(),
                hook.timeoutSeconds(),
                hook.namespaceSelector(),
                hook.objectSelector(),
                hook.reinvocationPolicy(),
                hook.clientConfig(),
                hook.matchConditions(),
                hook.admissionReviewVersions());
    }

    static Webhook of(ValidatingWebhook hook) {
        return new Webhook(
                hook.name(),
                hook.rules(),
                hook.failurePolicy(),
                hook.matchPolicy(),
                hook.sideEffects(),
                hook.timeoutSeconds(),
                hook.namespaceSelector(),
                hook.objectSelector(),
                null,
                hook.clientConfig(),
                hook.matchConditions(),
                hook.admissionReviewVersions());
    }

    /** The webhooks of a configuration, each complete and named once. */
    static void check(FieldPath path, List<Webhook> webhooks, List<FieldError> errors) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < webhooks.size(); i++) {
            var hook = webhooks.get(i);
            hook.check(path.index(i), errors);
            if (!hook.name().isEmpty() && !names.add(hook.name())) {
                errors.add(FieldError.duplicate(path.index(i).child("name"), hook.name()));
            }
        }
    }

    private void check(FieldPath path, List<FieldError> errors) {
        WebhookChecks.name(path, name, errors);
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            RuleChecks.check(
                    path.child("rules").index(i),
                    rule.operations(),
                    rule.apiGroups(),
                    rule.apiVersions(),
                    rule.resources(),
                    rule.scope(),
                    errors);
        }
        WebhookChecks.policies(path, failurePolicy, matchPolicy, sideEffects, timeoutSeconds, errors);
        WebhookChecks.selectors(path, namespaces, objects, errors);
        WebhookChecks.choice(path.child("reinvocationPolicy"), reinvocation, REINVOCATIONS, errors);
        WebhookChecks.client(path.child("clientConfig"), client, errors);
        MatchConditionChecks.check(path.child("matchConditions"), conditions, false, errors);
        WebhookChecks.versions(path.child("admissionReviewVersions"), reviewVersions, errors);
    }
}

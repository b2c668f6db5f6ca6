package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The webhooks of a configuration, each complete and named once ({@code ValidateValidatingWebhookConfiguration}). */
final class ValidatingWebhookConfigurationRules implements KindRules<ValidatingWebhookConfiguration> {
    @Override
    public Class<ValidatingWebhookConfiguration> type() {
        return ValidatingWebhookConfiguration.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
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
    public ValidatingWebhookConfiguration defaulted(ValidatingWebhookConfiguration configuration) {
        var webhooks = new ArrayList<ValidatingWebhookConfiguration.ValidatingWebhook>();
        for (var hook : configuration.webhooks()) {
            webhooks.add(hook.withNamespaceSelector(WebhookChecks.orAll(hook.namespaceSelector()))
                    .withObjectSelector(WebhookChecks.orAll(hook.objectSelector())));
        }
        return configuration.withWebhooks(webhooks);
    }

    @Override
    public List<FieldError> validate(ValidatingWebhookConfiguration configuration) {
        var errors = new ArrayList<FieldError>();
        var names = new HashSet<String>();
        for (int i = 0; i < configuration.webhooks().size(); i++) {
            var hook = configuration.webhooks().get(i);
            var path = FieldPath.of("webhooks").index(i);
            WebhookChecks.name(path, hook.name(), errors);
            for (int j = 0; j < hook.rules().size(); j++) {
                var rule = hook.rules().get(j);
                RuleChecks.check(
                        path.child("rules").index(j),
                        rule.operations(),
                        rule.apiGroups(),
                        rule.apiVersions(),
                        rule.resources(),
                        rule.scope(),
                        errors);
            }
            WebhookChecks.policies(
                    path, hook.failurePolicy(), hook.matchPolicy(), hook.sideEffects(), hook.timeoutSeconds(), errors);
            WebhookChecks.selectors(path, hook.namespaceSelector(), hook.objectSelector(), errors);
            WebhookChecks.client(path.child("clientConfig"), hook.clientConfig(), errors);
            MatchConditionChecks.check(path.child("matchConditions"), hook.matchConditions(), errors);
            WebhookChecks.versions(path.child("admissionReviewVersions"), hook.admissionReviewVersions(), errors);
            if (!hook.name().isEmpty() && !names.add(hook.name())) {
                errors.add(FieldError.duplicate(path.child("name"), hook.name()));
            }
        }
        return errors;
    }
}

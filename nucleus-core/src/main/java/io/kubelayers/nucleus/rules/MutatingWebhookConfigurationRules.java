package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MutatingWebhookConfiguration;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The webhooks of a configuration, as {@link Webhook} looks at them. */
final class MutatingWebhookConfigurationRules extends AdmissionRegistrationRules<MutatingWebhookConfiguration> {
    MutatingWebhookConfigurationRules() {
        super(MutatingWebhookConfiguration.class);
    }

    @Override
    public MutatingWebhookConfiguration defaulted(MutatingWebhookConfiguration configuration) {
        return configuration.withWebhooks(configuration.webhooks().stream()
                .map(hook -> hook.withNamespaceSelector(WebhookChecks.orAll(hook.namespaceSelector()))
                        .withObjectSelector(WebhookChecks.orAll(hook.objectSelector())))
                .toList());
    }

    @Override
    public List<FieldError> validate(MutatingWebhookConfiguration configuration) {
        var errors = new ArrayList<FieldError>();
        var webhooks = configuration.webhooks().stream().map(Webhook::of).toList();
        Webhook.check(FieldPath.of("webhooks"), webhooks, errors);
        return errors;
    }
}

package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.ValidatingWebhookConfiguration;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;

/** The webhooks of a configuration, as {@link Webhook} looks at them. */
final class ValidatingWebhookConfigurationRules extends AdmissionRegistrationRules<ValidatingWebhookConfiguration> {
    ValidatingWebhookConfigurationRules() {
        super(ValidatingWebhookConfiguration.class);
    }

    @Override
    public ValidatingWebhookConfiguration defaulted(ValidatingWebhookConfiguration configuration) {
        return configuration.withWebhooks(configuration.webhooks().stream()
                .map(hook -> hook.withNamespaceSelector(WebhookChecks.orAll(hook.namespaceSelector()))
                        .withObjectSelector(WebhookChecks.orAll(hook.objectSelector())))
                .toList());
    }

    @Override
    public List<FieldError> validate(ValidatingWebhookConfiguration configuration) {
        var errors = new ArrayList<FieldError>();
        var webhooks = configuration.webhooks().stream().map(Webhook::of).toList();
        Webhook.check(FieldPath.of("webhooks"), webhooks, errors);
        return errors;
    }
}

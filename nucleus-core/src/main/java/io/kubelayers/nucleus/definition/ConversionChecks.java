package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceConversion;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.WebhookClientConfig;
import io.kubelayers.nucleus.customresource.Acceptance;
import io.kubelayers.nucleus.rules.PemCertificates;
import io.kubelayers.nucleus.rules.WebhookUrl;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.value.Bytes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How objects are converted between versions: which webhook is asked, and in which versions of the question. */
final class ConversionChecks {
    private static final int HTTPS = 443;

    private ConversionChecks() {}

    static void check(@Nullable CustomResourceConversion conversion, FieldPath path, FieldErrors errors) {
        if (conversion == null) {
            return;
        }
        errors.requiredOneOf(path.child("strategy"), conversion.strategy(), List.of("None", "Webhook"));
        var webhook = conversion.webhook();
        var client = webhook == null ? null : webhook.clientConfig();
        var reviews = webhook == null ? List.<String>of() : webhook.conversionReviewVersions();
        if (conversion.strategy().equals("Webhook")) {
            client(client, path.child("webhookClientConfig"), errors);
            reviewVersions(reviews, path.child("conversionReviewVersions"), errors);
            return;
        }
        var rule = "should not be set when strategy is not set to Webhook";
        if (client != null) {
            errors.forbidden(path.child("webhookClientConfig"), rule);
        }
        if (!reviews.isEmpty()) {
            errors.forbidden(path.child("conversionReviewVersions"), rule);
        }
    }

    /** Certificates of a definition whose objects are served must be readable, unless they were not before. */
    static void certificates(CustomResourceDefinition definition, CustomResourceDefinition old, FieldErrors errors) {
        var bundle = bundle(definition);
        if (bundle.size() == 0 || !Acceptance.isEstablished(old)) {
            return;
        }
        var why = PemCertificates.untrusted(bundle);
        var before = bundle(old);
        if (why != null && (before.size() == 0 || PemCertificates.untrusted(before) == null)) {
            errors.invalid(
                    FieldPath.of("spec", "conversion", "webhookClientConfig", "caBundle"), bundle.toBase64(), why);
        }
    }

    private static Bytes bundle(CustomResourceDefinition definition) {
        var conversion = definition.spec().conversion();
        var webhook = conversion == null || !conversion.strategy().equals("Webhook") ? null : conversion.webhook();
        return webhook == null || webhook.clientConfig() == null
                ? Bytes.EMPTY
                : webhook.clientConfig().caBundle();
    }

    private static void client(@Nullable WebhookClientConfig client, FieldPath path, FieldErrors errors) {
        if (client == null) {
            errors.required(path, "required when strategy is set to Webhook");
            return;
        }
        var found = new ArrayList<FieldError>();
        var service = client.service();
        if ((client.url() == null) == (service == null)) {
            errors.required(path, "exactly one of url or service is required");
        } else if (client.url() != null) {
            WebhookUrl.check(path.child("url"), client.url(), found);
        } else if (service != null) {
            WebhookUrl.service(
                    path.child("service"),
                    service.name(),
                    service.namespace(),
                    service.path(),
                    service.port() == null ? HTTPS : service.port(),
                    found);
        }
        errors.addAll(found);
    }

    private static void reviewVersions(List<String> reviews, FieldPath path, FieldErrors errors) {
        if (reviews.isEmpty()) {
            errors.required(path, "");
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < reviews.size(); i++) {
            if (!seen.add(reviews.get(i))) {
                errors.invalid(path.index(i), reviews.get(i), "duplicate version");
            } else {
                errors.invalid(path.index(i), reviews.get(i), Names.dns1035Label(reviews.get(i)));
            }
        }
        if (!reviews.contains("v1") && !reviews.contains("v1beta1")) {
            errors.invalid(path, reviews, "must include at least one of v1, v1beta1");
        }
    }
}

package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MatchResources;
import io.kubelayers.nucleus.admissionregistration.WebhookClientConfig;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorBuilder;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What both kinds of webhooks have in common ({@code pkg/apis/admissionregistration/validation/validation.go}). */
final class WebhookChecks {
    private static final List<String> SIDE_EFFECTS = List.of("None", "NoneOnDryRun");
    private static final List<String> FAILURE = List.of("Fail", "Ignore");
    private static final List<String> MATCH = List.of("Equivalent", "Exact");
    private static final List<String> REVIEW_VERSIONS = List.of("v1", "v1beta1");

    private static final LabelSelector EVERYTHING =
            LabelSelectorBuilder.builder().build();

    private WebhookChecks() {}

    static void name(FieldPath path, String name, List<FieldError> errors) {
        errors.addAll(DomainNames.fullyQualified(path.child("name"), name));
    }

    static void policies(
            FieldPath path,
            @Nullable String failure,
            @Nullable String match,
            @Nullable String sideEffects,
            @Nullable Integer timeout,
            List<FieldError> errors) {
        choice(path.child("failurePolicy"), failure, FAILURE, errors);
        choice(path.child("matchPolicy"), match, MATCH, errors);
        if (sideEffects == null) {
            errors.add(FieldError.required(path.child("sideEffects"), "must specify one of None, NoneOnDryRun"));
        }
        choice(path.child("sideEffects"), sideEffects, SIDE_EFFECTS, errors);
        if (timeout != null && (timeout < 1 || timeout > 30)) {
            errors.add(FieldError.invalid(
                    path.child("timeoutSeconds"), timeout, "the timeout value must be between 1 and 30 seconds"));
        }
    }

    static void choice(FieldPath path, @Nullable String value, List<String> supported, List<FieldError> errors) {
        if (value != null && !supported.contains(value)) {
            errors.add(FieldError.notSupported(path, value, supported));
        }
    }

    /** Selectors that were left out select everything. */
    static LabelSelector orAll(@Nullable LabelSelector selector) {
        return selector == null ? EVERYTHING : selector;
    }

    static MatchResources complete(MatchResources resources) {
        return resources
                .withNamespaceSelector(orAll(resources.namespaceSelector()))
                .withObjectSelector(orAll(resources.objectSelector()));
    }

    static void selectors(
            FieldPath path,
            @Nullable LabelSelector namespaces,
            @Nullable LabelSelector objects,
            List<FieldError> errors) {
        errors.addAll(LabelSelectors.validate(path.child("namespaceSelector"), namespaces));
        errors.addAll(LabelSelectors.validate(path.child("objectSelector"), objects));
    }

    static void client(FieldPath path, WebhookClientConfig config, List<FieldError> errors) {
        var url = config.url();
        var service = config.service();
        if ((url == null) == (service == null)) {
            errors.add(FieldError.required(path, "exactly one of url or service is required"));
        } else if (url != null) {
            WebhookUrl.check(path.child("url"), url, errors);
        } else if (service != null) {
            service(path.child("service"), service, errors);
        }
    }

    /** Upstream mixes up the two names: what it says of the one it means of the other. */
    private static void service(FieldPath path, WebhookClientConfig.ServiceReference service, List<FieldError> errors) {
        WebhookUrl.service(
                path,
                service.namespace(),
                service.name(),
                service.path(),
                service.port() == null ? 443 : service.port(),
                errors);
    }

    /** The versions of the question that the webhook understands; the server must speak one of them. */
    static void versions(FieldPath path, List<String> versions, List<FieldError> errors) {
        if (versions.isEmpty()) {
            errors.add(FieldError.required(path, "must specify one of v1, v1beta1"));
            return;
        }
        boolean known = false;
        var seen = new HashSet<String>();
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            if (!seen.add(version)) {
                errors.add(FieldError.invalid(path.index(i), version, "duplicate version"));
                continue;
            }
            MetaRules.invalid(path.index(i), version, Names.dns1035Label(version), errors);
            known |= REVIEW_VERSIONS.contains(version);
        }
        if (!known) {
            errors.add(FieldError.invalid(path, versions, "must include at least one of v1, v1beta1"));
        }
    }
}

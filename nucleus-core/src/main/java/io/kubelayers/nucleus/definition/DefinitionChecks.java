package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceConversion;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Names;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Spec;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Version;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The spec of a definition (apiextensions {@code apis/apiextensions/validation/validation.go}). */
final class DefinitionChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath NAMES = SPEC.child("names");
    private static final FieldPath VERSIONS = SPEC.child("versions");
    private static final String BY_CASE = "may have mixed case, but should otherwise match: ";

    private DefinitionChecks() {}

    static void spec(Spec spec, FieldErrors errors) {
        group(spec.group(), errors);
        errors.requiredOneOf(SPEC.child("scope"), spec.scope(), List.of("Cluster", "Namespaced"));
        versions(spec, errors);
        names(spec.names(), errors);
        shared(spec.versions(), errors);
        if (spec.conversion() != null) {
            conversion(spec.conversion(), SPEC.child("conversion"), errors);
        }
    }

    private static void group(String group, FieldErrors errors) {
        if (!errors.given(SPEC.child("group"), group)) {
            return;
        }
        var complaints = io.kubelayers.nucleus.validation.Names.dnsSubdomain(group);
        if (!complaints.isEmpty()) {
            errors.invalid(SPEC.child("group"), group, String.join(",", complaints));
        } else if (!group.contains(".")) {
            errors.invalid(SPEC.child("group"), group, "should be a domain with at least one dot");
        }
    }

    private static void versions(Spec spec, FieldErrors errors) {
        var versions = spec.versions();
        for (int i = 0; i < versions.size(); i++) {
            var schema = versions.get(i).schema();
            if (schema == null || schema.openAPIV3Schema() == null) {
                errors.required(VERSIONS.index(i).child("schema", "openAPIV3Schema"), "schemas are required");
            }
        }
        var names = new HashSet<String>();
        boolean unique = true;
        int storage = 0;
        boolean sharesSchema = shares(versions, Version::schema);
        boolean sharesSubresources = shares(versions, Version::subresources);
        boolean sharesColumns = shares(versions, Version::additionalPrinterColumns);
        boolean sharesFields = shares(versions, Version::selectableFields);
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            var path = VERSIONS.index(i);
            unique &= names.add(version.name());
            storage += version.storage() ? 1 : 0;
            dns1035(path.child("name"), version.name(), "", errors);
            if (version.deprecationWarning() != null && !version.deprecated()) {
                errors.invalid(
                        path.child("deprecationWarning"),
                        version.deprecationWarning(),
                        "can only be set for deprecated versions");
            }
            if (!sharesSchema && version.schema() != null) {
                SchemaStructure.root(
                        version.schema().openAPIV3Schema(), path.child("schema", "openAPIV3Schema"), errors);
            }
            if (!sharesSubresources) {
                VersionChecks.subresources(version, path.child("subresources"), errors);
            }
            if (!sharesColumns) {
                VersionChecks.columns(version, path.child("additionalPrinterColumns"), errors);
            }
            if (!sharesFields) {
                VersionChecks.selectableFields(version, path.child("selectableFields"), errors);
            }
        }
        if (!unique) {
            errors.invalid(VERSIONS, versions, "must contain unique version names");
        }
        if (storage != 1) {
            errors.invalid(VERSIONS, versions, "must have exactly one version marked as storage version");
        }
    }

    /** What all versions have in common upstream checks in one place, above the versions. */
    private static void shared(List<Version> versions, FieldErrors errors) {
        if (versions.isEmpty()) {
            return;
        }
        var first = versions.get(0);
        if (shares(versions, Version::schema) && first.schema() != null) {
            SchemaStructure.root(first.schema().openAPIV3Schema(), SPEC.child("validation", "openAPIV3Schema"), errors);
        }
        if (shares(versions, Version::subresources)) {
            VersionChecks.subresources(first, SPEC.child("subresources"), errors);
        }
        if (shares(versions, Version::additionalPrinterColumns)) {
            VersionChecks.columns(first, SPEC.child("additionalPrinterColumns"), errors);
        }
        if (shares(versions, Version::selectableFields)) {
            VersionChecks.selectableFields(first, SPEC.child("selectableFields"), errors);
        }
    }

    private static boolean shares(List<Version> versions, Function<Version, @Nullable Object> part) {
        return versions.stream().allMatch(one -> Objects.equals(part.apply(one), part.apply(versions.get(0))));
    }

    private static void names(Names names, FieldErrors errors) {
        errors.given(NAMES.child("plural"), names.plural());
        errors.given(NAMES.child("singular"), names.singular());
        errors.given(NAMES.child("kind"), names.kind());
        errors.given(NAMES.child("listKind"), names.listKind());
        dns1035IfAny(NAMES.child("plural"), names.plural(), errors);
        dns1035IfAny(NAMES.child("singular"), names.singular(), errors);
        cased(NAMES.child("kind"), names.kind(), errors);
        cased(NAMES.child("listKind"), names.listKind(), errors);
        for (int i = 0; i < names.shortNames().size(); i++) {
            dns1035(NAMES.child("shortNames").index(i), names.shortNames().get(i), "", errors);
        }
        if (!names.kind().isEmpty() && names.kind().equals(names.listKind())) {
            errors.invalid(NAMES.child("listKind"), names.listKind(), "kind and listKind may not be the same");
        }
        for (int i = 0; i < names.categories().size(); i++) {
            dns1035(NAMES.child("categories").index(i), names.categories().get(i), "", errors);
        }
    }

    private static void cased(FieldPath path, @Nullable String name, FieldErrors errors) {
        if (name != null && !name.isEmpty()) {
            var complaints = io.kubelayers.nucleus.validation.Names.dns1035Label(name.toLowerCase(Locale.ROOT));
            if (!complaints.isEmpty()) {
                errors.invalid(path, name, BY_CASE + String.join(",", complaints));
            }
        }
    }

    private static void dns1035IfAny(FieldPath path, @Nullable String name, FieldErrors errors) {
        if (name != null && !name.isEmpty()) {
            dns1035(path, name, "", errors);
        }
    }

    private static void dns1035(FieldPath path, String name, String before, FieldErrors errors) {
        var complaints = io.kubelayers.nucleus.validation.Names.dns1035Label(name);
        if (!complaints.isEmpty()) {
            errors.invalid(path, name, before + String.join(",", complaints));
        }
    }

    private static void conversion(CustomResourceConversion conversion, FieldPath path, FieldErrors errors) {
        errors.requiredOneOf(path.child("strategy"), conversion.strategy(), List.of("None", "Webhook"));
        var webhook = conversion.webhook();
        if (!conversion.strategy().equals("Webhook")) {
            if (webhook != null && webhook.clientConfig() != null) {
                errors.forbidden(
                        path.child("webhookClientConfig"), "should not be set when strategy is not set to Webhook");
            }
            if (webhook != null && !webhook.conversionReviewVersions().isEmpty()) {
                errors.forbidden(
                        path.child("conversionReviewVersions"),
                        "should not be set when strategy is not set to Webhook");
            }
            return;
        }
        var client = webhook == null ? null : webhook.clientConfig();
        if (client == null) {
            errors.required(path.child("webhookClientConfig"), "required when strategy is set to Webhook");
        } else if ((client.url() == null) == (client.service() == null)) {
            errors.required(path.child("webhookClientConfig"), "exactly one of url or service is required");
        }
        var reviews = webhook == null ? List.<String>of() : webhook.conversionReviewVersions();
        reviewVersions(reviews, path.child("conversionReviewVersions"), errors);
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
                dns1035(path.index(i), reviews.get(i), "", errors);
            }
        }
        if (!reviews.contains("v1") && !reviews.contains("v1beta1")) {
            errors.invalid(path, reviews, "must include at least one of v1, v1beta1");
        }
    }
}

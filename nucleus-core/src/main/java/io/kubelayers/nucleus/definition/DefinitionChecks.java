package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Spec;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Version;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The spec of a definition (apiextensions {@code apis/apiextensions/validation/validation.go}). What all versions have in
 * common upstream keeps, and checks, in one place above the versions; paths of errors show it.
 */
final class DefinitionChecks {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath VERSIONS = SPEC.child("versions");

    private final Spec spec;
    private final List<Version> versions;
    private final boolean sharesSchema;
    private final boolean sharesSubresources;
    private final boolean sharesColumns;
    private final boolean sharesFields;
    private final FieldErrors errors;

    private DefinitionChecks(Spec spec, FieldErrors errors) {
        this.spec = spec;
        this.versions = spec.versions();
        this.sharesSchema = shares(Version::schema);
        this.sharesSubresources = shares(Version::subresources);
        this.sharesColumns = shares(Version::additionalPrinterColumns);
        this.sharesFields = shares(Version::selectableFields) && sharesSchema;
        this.errors = errors;
    }

    static void spec(Spec spec, FieldErrors errors) {
        var checks = new DefinitionChecks(spec, errors);
        checks.group();
        errors.requiredOneOf(SPEC.child("scope"), spec.scope(), List.of("Cluster", "Namespaced"));
        checks.schemasRequired();
        checks.versions();
        NameChecks.required(spec.names(), SPEC.child("names"), errors);
        NameChecks.check(spec.names(), SPEC.child("names"), errors);
        if (!checks.versions.isEmpty()) {
            checks.shared(checks.versions.get(0));
        }
        ConversionChecks.check(spec.conversion(), SPEC.child("conversion"), errors);
    }

    private boolean shares(Function<Version, @Nullable Object> part) {
        return versions.stream().allMatch(one -> Objects.equals(part.apply(one), part.apply(versions.get(0))));
    }

    private void group() {
        var group = spec.group();
        if (!errors.given(SPEC.child("group"), group)) {
            return;
        }
        var complaints = Names.dnsSubdomain(group);
        if (!complaints.isEmpty()) {
            errors.invalid(SPEC.child("group"), group, String.join(",", complaints));
        } else if (!group.contains(".")) {
            errors.invalid(SPEC.child("group"), group, "should be a domain with at least one dot");
        }
    }

    private void schemasRequired() {
        for (int i = 0; i < versions.size(); i++) {
            if (schema(versions.get(i)) == null) {
                errors.required(VERSIONS.index(i).child("schema", "openAPIV3Schema"));
            }
        }
    }

    private static @Nullable JSONSchemaProps schema(Version version) {
        return version.schema() == null ? null : version.schema().openAPIV3Schema();
    }

    private static boolean hasStatus(Version version) {
        return version.subresources() != null && version.subresources().status() != null;
    }

    private void versions() {
        var names = new HashSet<String>();
        int storage = 0;
        for (int i = 0; i < versions.size(); i++) {
            var version = versions.get(i);
            names.add(version.name());
            storage += version.storage() ? 1 : 0;
            NameChecks.required(VERSIONS.index(i).child("name"), version.name(), errors);
            version(version, VERSIONS.index(i));
        }
        if (names.size() < versions.size()) {
            errors.invalid(VERSIONS, versions, "must contain unique version names");
        }
        if (storage != 1) {
            errors.invalid(VERSIONS, versions, "must have exactly one version marked as storage version");
        }
        if (!versions.isEmpty() && !versions.get(0).name().isEmpty()) {
            NameChecks.required(
                    SPEC.child("version"), versions.get(0).name(), errors); // upstream keeps the first twice
        }
    }

    private void version(Version version, FieldPath path) {
        VersionChecks.deprecation(version, path.child("deprecationWarning"), errors);
        if (!sharesSchema) {
            SchemaRoot.check(schema(version), hasStatus(version), path.child("schema", "openAPIV3Schema"), errors);
        }
        if (!sharesSubresources) {
            VersionChecks.subresources(version, path.child("subresources"), errors);
        }
        if (!sharesColumns) {
            VersionChecks.columns(version, path.child("additionalPrinterColumns"), errors);
        }
        if (!sharesFields) {
            VersionChecks.selectableFields(version, schema(version), path.child("selectableFields"), errors);
        }
    }

    private void shared(Version first) {
        if (sharesSchema) {
            boolean status = versions.stream().anyMatch(DefinitionChecks::hasStatus);
            SchemaRoot.check(schema(first), status, SPEC.child("validation", "openAPIV3Schema"), errors);
        }
        if (sharesSubresources) {
            VersionChecks.subresources(first, SPEC.child("subresources"), errors);
        }
        if (sharesColumns) {
            VersionChecks.columns(first, SPEC.child("additionalPrinterColumns"), errors);
        }
        var fields = SPEC.child("selectableFields");
        if (sharesFields && first.schema() == null && !first.selectableFields().isEmpty()) {
            errors.invalid(fields, "", "may only be set when validations.schema is included");
        } else if (sharesFields) {
            VersionChecks.selectableFields(first, schema(first), fields, errors);
        }
    }
}

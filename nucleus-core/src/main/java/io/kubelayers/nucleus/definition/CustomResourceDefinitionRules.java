package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Condition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceConversion;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Status;
import io.kubelayers.nucleus.apiextensions.JSONSchemaProps;
import io.kubelayers.nucleus.customresource.Acceptance;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** CustomResourceDefinitions (apiextensions {@code registry/customresourcedefinition/strategy.go} and {@code etcd.go}). */
public final class CustomResourceDefinitionRules implements KindRules<CustomResourceDefinition> {
    /** Keeps a definition until its objects are gone. */
    public static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    @Override
    public Class<CustomResourceDefinition> type() {
        return CustomResourceDefinition.class;
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
    public boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public CustomResourceDefinition defaulted(CustomResourceDefinition definition) {
        var spec = definition.spec();
        var names = spec.names();
        if (names.singular() == null && !names.kind().isEmpty()) {
            names = names.withSingular(names.kind().toLowerCase(Locale.ROOT));
        }
        if (names.listKind() == null && !names.kind().isEmpty()) {
            names = names.withListKind(names.kind() + "List");
        }
        spec = spec.withNames(names);
        if (spec.conversion() == null) {
            spec = spec.withConversion(new CustomResourceConversion("None", null));
        }
        return definition.withSpec(spec);
    }

    @Override
    public CustomResourceDefinition prepareForCreate(CustomResourceDefinition definition) {
        return withStorageVersions(definition.withStatus(Status.EMPTY));
    }

    @Override
    public CustomResourceDefinition prepareForUpdate(
            CustomResourceDefinition definition, CustomResourceDefinition old) {
        return withStorageVersions(definition);
    }

    private static CustomResourceDefinition withStorageVersions(CustomResourceDefinition definition) {
        var stored = new ArrayList<>(definition.status().storedVersions());
        for (var version : definition.spec().versions()) {
            if (version.storage() && !stored.contains(version.name())) {
                stored.add(version.name());
            }
        }
        return definition.withStatus(definition.status().withStoredVersions(stored));
    }

    @Override
    public CustomResourceDefinition prepareForStatusUpdate(
            CustomResourceDefinition definition, CustomResourceDefinition old) {
        var now = definition.metadata();
        return definition.withMetadata(
                old.metadata().withResourceVersion(now.resourceVersion()).withManagedFields(now.managedFields()));
    }

    @Override
    public List<FieldError> validate(CustomResourceDefinition definition) {
        var errors = new FieldErrors();
        var name = definition.spec().names().plural() + "." + definition.spec().group();
        if (!definition.metadata().nameOrEmpty().equals(name)) {
            errors.invalid(
                    FieldPath.of("metadata", "name"),
                    definition.metadata().nameOrEmpty(),
                    "must be spec.names.plural+\".\"+spec.group");
        }
        DefinitionChecks.spec(definition.spec(), errors);
        StoredVersionChecks.check(definition, errors);
        var group = definition.spec().group();
        if (Acceptance.isProtected(group)
                && !definition.metadata().annotations().containsKey(Acceptance.APPROVAL)) {
            errors.required(
                    FieldPath.of("metadata", "annotations").key(Acceptance.APPROVAL),
                    "protected groups must have approval annotation \"" + Acceptance.APPROVAL
                            + "\", see https://github.com/kubernetes/enhancements/pull/1111");
        }
        if (definition.spec().preserveUnknownFields()) {
            errors.invalid(
                    FieldPath.of("spec", "preserveUnknownFields"),
                    true,
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema"
                            + " instead");
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(CustomResourceDefinition definition, CustomResourceDefinition old) {
        var errors = new FieldErrors();
        var now = definition.spec();
        var before = old.spec();
        var spec = FieldPath.of("spec");
        errors.addAll(validate(definition));
        if (Acceptance.isEstablished(old)) {
            errors.immutable(spec.child("scope"), now.scope(), before.scope());
            errors.immutable(
                    spec.child("names", "kind"),
                    now.names().kind(),
                    before.names().kind());
        }
        errors.immutable(spec.child("group"), now.group(), before.group());
        errors.immutable(
                spec.child("names", "plural"),
                now.names().plural(),
                before.names().plural());
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(CustomResourceDefinition definition, CustomResourceDefinition old) {
        var errors = new FieldErrors();
        StoredVersionChecks.check(definition, errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(CustomResourceDefinition definition, @Nullable CustomResourceDefinition old) {
        if (old != null && old.spec().versions().equals(definition.spec().versions())) {
            return List.of();
        }
        return definition.spec().versions().stream().anyMatch(CustomResourceDefinitionRules::hasRules)
                ? List.of("x-kubernetes-validations: CEL rules are kept but not evaluated")
                : List.of();
    }

    private static boolean hasRules(CustomResourceDefinition.Version version) {
        return version.schema() != null && hasRules(version.schema().openAPIV3Schema());
    }

    private static boolean hasRules(@Nullable JSONSchemaProps schema) {
        if (schema == null) {
            return false;
        }
        return !schema.validations().isEmpty()
                || Stream.concat(
                                schema.properties().values().stream(),
                                Stream.of(
                                                schema.items() == null
                                                        ? null
                                                        : schema.items().schema(),
                                                schema.additionalProperties() == null
                                                        ? null
                                                        : schema.additionalProperties()
                                                                .schema())
                                        .filter(Objects::nonNull))
                        .anyMatch(CustomResourceDefinitionRules::hasRules);
    }

    /** A definition stays until its objects are gone; being deleted is not a new generation of it. */
    @Override
    public CustomResourceDefinition prepareForDelete(CustomResourceDefinition marked) {
        var metadata = marked.metadata();
        var finalizers = new ArrayList<>(metadata.finalizers());
        if (!finalizers.contains(CLEANUP)) {
            finalizers.add(CLEANUP);
        }
        var conditions = new ArrayList<>(marked.status().conditions());
        conditions.removeIf(condition -> condition.type().equals("Terminating"));
        conditions.add(new Condition(
                "Terminating",
                "True",
                metadata.deletionTimestamp(),
                "InstanceDeletionPending",
                "CustomResourceDefinition marked for deletion; CustomResource deletion will begin soon",
                0));
        return marked.withMetadata(metadata.withFinalizers(finalizers)
                        .withDeletionGracePeriodSeconds(null)
                        .withGeneration(metadata.generation() - 1))
                .withStatus(marked.status().withConditions(conditions));
    }

    @Override
    public boolean mayBeRemoved(CustomResourceDefinition definition) {
        return definition.metadata().isBeingDeleted();
    }
}

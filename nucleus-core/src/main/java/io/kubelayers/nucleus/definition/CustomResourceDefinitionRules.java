package io.kubelayers.nucleus.definition;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Condition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.CustomResourceConversion;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Spec;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Status;
import io.kubelayers.nucleus.customresource.Acceptance;
import io.kubelayers.nucleus.customresource.Approval;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** CustomResourceDefinitions (apiextensions {@code registry/customresourcedefinition/strategy.go} and {@code etcd.go}). */
public final class CustomResourceDefinitionRules implements KindRules<CustomResourceDefinition> {
    private static final GatedFields GATED = GatedFields.in("status", "CRDObservedGenerationTracking");
    /** Keeps a definition until its objects are gone. */
    public static final String CLEANUP = "customresourcecleanup.apiextensions.k8s.io";

    @Override
    public Class<CustomResourceDefinition> type() {
        return CustomResourceDefinition.class;
    }

    @Override
    public GatedFields gatedFields() {
        return GATED;
    }

    /** Nobody comes to own metadata by the status, but it changes: upstream resets what was sent to itself. */
    @Override
    public List<List<String>> fieldsResetByStatusUpdates() {
        return List.of(List.of("metadata"));
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
        return withStorageVersion(definition.withStatus(Status.EMPTY));
    }

    @Override
    public CustomResourceDefinition prepareForUpdate(
            CustomResourceDefinition definition, CustomResourceDefinition old) {
        return withStorageVersion(definition);
    }

    /** Of several versions to store, which are refused, upstream notes the first. */
    private static CustomResourceDefinition withStorageVersion(CustomResourceDefinition definition) {
        var stored = new ArrayList<>(definition.status().storedVersions());
        for (var version : definition.spec().versions()) {
            if (version.storage()) {
                if (!stored.contains(version.name())) {
                    stored.add(version.name());
                }
                break;
            }
        }
        return definition.withStatus(definition.status().withStoredVersions(stored));
    }

    @Override
    public List<FieldError> validate(CustomResourceDefinition definition) {
        var errors = new FieldErrors();
        name("generateName", definition.metadata().generateName(), definition.spec(), errors);
        name("name", definition.metadata().name(), definition.spec(), errors);
        DefinitionChecks.spec(definition.spec(), errors);
        rest(definition, null, errors);
        return errors.list();
    }

    private static void name(String field, @Nullable String value, Spec spec, FieldErrors errors) {
        if (value != null && !value.equals(spec.names().plural() + "." + spec.group())) {
            errors.invalid(FieldPath.of("metadata", field), value, "must be spec.names.plural+\".\"+spec.group");
        }
    }

    /** What is checked behind the spec; what was wrong before a change may stay so. */
    private static void rest(
            CustomResourceDefinition definition, @Nullable CustomResourceDefinition old, FieldErrors errors) {
        NameChecks.check(definition.status().acceptedNames(), FieldPath.of("status", "acceptedNames"), errors);
        StoredVersionChecks.check(definition, errors);
        approval(definition, old, errors);
        boolean preserved = old != null && old.spec().preserveUnknownFields();
        if (definition.spec().preserveUnknownFields() && !preserved) {
            errors.invalid(
                    FieldPath.of("spec", "preserveUnknownFields"),
                    true,
                    "cannot set to true, set x-kubernetes-preserve-unknown-fields to true in spec.versions[*].schema"
                            + " instead");
        }
    }

    private static void approval(
            CustomResourceDefinition definition, @Nullable CustomResourceDefinition old, FieldErrors errors) {
        var approval = Approval.of(definition);
        if (!Approval.isNeeded(definition.spec().group()) || old != null && Approval.of(old) == approval) {
            return;
        }
        var place = FieldPath.of("metadata", "annotations").key(Approval.ANNOTATION);
        switch (approval) {
            case MISSING -> errors.required(place, approval.message(definition));
            case INVALID -> errors.invalid(
                    place, definition.metadata().annotations().get(Approval.ANNOTATION), approval.message(definition));
            default -> {}
        }
    }

    @Override
    public List<FieldError> validateUpdate(CustomResourceDefinition definition, CustomResourceDefinition old) {
        var errors = new FieldErrors();
        var now = definition.spec();
        var before = old.spec();
        var spec = FieldPath.of("spec");
        DefinitionChecks.spec(now, errors);
        ConversionChecks.certificates(definition, old, errors);
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
        rest(definition, old, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(CustomResourceDefinition definition, CustomResourceDefinition old) {
        var errors = new FieldErrors();
        NameChecks.check(definition.status().acceptedNames(), FieldPath.of("status", "acceptedNames"), errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(CustomResourceDefinition definition, @Nullable CustomResourceDefinition old) {
        return DefinitionWarnings.of(definition.spec(), old == null ? null : old.spec());
    }

    @Override
    public boolean isMarkedFirst() {
        return true;
    }

    /** A definition stays until its objects are gone. */
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
        return marked.withMetadata(metadata.withFinalizers(finalizers))
                .withStatus(marked.status().withConditions(conditions));
    }

    @Override
    public boolean mayBeRemoved(CustomResourceDefinition definition) {
        return definition.metadata().isBeingDeleted();
    }
}

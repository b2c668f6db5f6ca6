package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import io.kubelayers.nucleus.core.PersistentVolumeClaimStatusBuilder;
import io.kubelayers.nucleus.core.TypedLocalObjectReference;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldDiff;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a claim does beyond the ordinary: it begins Pending, its two fields for a source agree, and its spec stays but for
 * the size of a bound one (registry/core/persistentvolumeclaim/strategy.go, {@code ValidatePersistentVolumeClaimUpdate}).
 */
public final class PersistentVolumeClaimRules implements KindRules<PersistentVolumeClaim> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final String STORAGE = "storage";
    private static final String CLASS_ANNOTATION = "volume.beta.kubernetes.io/storage-class";
    private static final Quantity NOTHING = Quantity.of(0, Quantity.Format.DECIMAL_SI);

    @Override
    public Class<PersistentVolumeClaim> type() {
        return PersistentVolumeClaim.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
    }

    @Override
    public PersistentVolumeClaim defaulted(PersistentVolumeClaim claim) {
        return claim.spec().volumeMode() == null ? claim.withSpec(claim.spec().withVolumeMode("Filesystem")) : claim;
    }

    @Override
    public PersistentVolumeClaim prepareForCreate(PersistentVolumeClaim claim) {
        return claim.withSpec(withBothSources(withKnownSource(withLocalSource(claim.spec(), null))))
                .withStatus(PersistentVolumeClaimStatusBuilder.builder()
                        .phase(PersistentVolumeClaim.Phase.PENDING)
                        .build());
    }

    /** Of the two fields for a source, each stands for the other as far as it can ({@code NormalizeDataSources}). */
    static PersistentVolumeClaimSpec withBothSources(PersistentVolumeClaimSpec spec) {
        var source = spec.dataSource();
        var ref = spec.dataSourceRef();
        if (source != null && ref == null) {
            return spec.withDataSourceRef(new PersistentVolumeClaimSpec.TypedObjectReference(
                    source.apiGroup(), source.kind(), source.name(), null));
        }
        if (source == null
                && ref != null
                && (ref.namespace() == null || ref.namespace().isEmpty())) {
            return spec.withDataSource(new TypedLocalObjectReference(ref.apiGroup(), ref.kind(), ref.name()));
        }
        return spec;
    }

    @Override
    public PersistentVolumeClaim prepareForUpdate(PersistentVolumeClaim claim, PersistentVolumeClaim old) {
        var before = old.spec();
        var spec = withLocalSource(claim.spec(), before);
        boolean inUse = before.dataSource() != null || before.dataSourceRef() != null;
        return claim.withSpec(withBothSources(inUse ? spec : withKnownSource(spec)));
    }

    /** Sources in other namespaces are behind a gate that is off; who has any source is told that it can't change. */
    private static PersistentVolumeClaimSpec withLocalSource(
            PersistentVolumeClaimSpec spec, @Nullable PersistentVolumeClaimSpec old) {
        return isForeign(spec.dataSourceRef()) && (old == null || old.dataSourceRef() == null)
                ? spec.withDataSourceRef(null)
                : spec;
    }

    private static boolean isForeign(PersistentVolumeClaimSpec.@Nullable TypedObjectReference ref) {
        return ref != null && !text(ref.namespace()).isEmpty();
    }

    /** The older field for a source ignores what is neither a claim nor a snapshot, unless the newer one is there too. */
    private static PersistentVolumeClaimSpec withKnownSource(PersistentVolumeClaimSpec spec) {
        var source = spec.dataSource();
        if (source == null || spec.dataSourceRef() != null) {
            return spec;
        }
        var group = text(source.apiGroup());
        boolean known = source.kind().equals("PersistentVolumeClaim") && group.isEmpty()
                || source.kind().equals("VolumeSnapshot") && group.equals("snapshot.storage.k8s.io");
        return known ? spec : spec.withDataSource(null);
    }

    @Override
    public List<String> warnings(PersistentVolumeClaim claim) {
        var warnings = new ArrayList<String>();
        if (claim.metadata().annotations().containsKey(CLASS_ANNOTATION)) {
            warnings.add("metadata.annotations[" + CLASS_ANNOTATION
                    + "]: deprecated since v1.8; use \"storageClassName\" attribute instead");
        }
        warnings.addAll(ClaimWarnings.of(SPEC, claim.spec()));
        return warnings;
    }

    @Override
    public List<FieldError> validate(PersistentVolumeClaim claim) {
        var errors = new ArrayList<FieldError>();
        ClaimSpecRules.check(SPEC, claim.spec(), errors);
        return errors;
    }

    @Override
    public List<FieldError> validateUpdate(PersistentVolumeClaim claim, PersistentVolumeClaim old) {
        var errors = new ArrayList<FieldError>();
        ClaimSpecRules.check(SPEC, claim.spec(), old.spec(), errors);
        var before = old.spec();
        if (before.volumeName() == null) {
            before = before.withVolumeName(claim.spec().volumeName());
        }
        var now = withClassOf(claim, old, errors);
        if ("Bound".equals(claim.status().phase())) {
            now = withSizeOf(now, before).withVolumeAttributesClassName(before.volumeAttributesClassName());
        }
        if (!now.equals(before)) {
            errors.add(FieldError.forbidden(
                    SPEC,
                    "spec is immutable after creation except resources.requests and volumeAttributesClassName for bound"
                            + " claims\n" + FieldDiff.text(before, now)));
        }
        size(claim, old, errors);
        errors.addAll(ObjectMetaValidation.immutable(
                FieldPath.of("volumeMode"),
                claim.spec().volumeMode(),
                old.spec().volumeMode()));
        attributesClass(claim.spec().volumeAttributesClassName(), old, errors);
        return errors;
    }

    /** A class may be named where there was none, or as the annotation of old did. */
    private static PersistentVolumeClaimSpec withClassOf(
            PersistentVolumeClaim claim, PersistentVolumeClaim old, List<FieldError> errors) {
        var known = old.metadata().annotations().get(CLASS_ANNOTATION);
        var annotated = claim.metadata().annotations().get(CLASS_ANNOTATION);
        var name = claim.spec().storageClassName();
        boolean isNew = name != null && old.spec().storageClassName() == null;
        if (isNew && Objects.equals(name, known) && (annotated == null || annotated.equals(known))) {
            return claim.spec().withStorageClassName(null);
        }
        if (!text(annotated).equals(text(known))) {
            errors.add(FieldError.invalid(
                    FieldPath.of("metadata", "annotations", CLASS_ANNOTATION), text(annotated), "field is immutable"));
        }
        return isNew && (known == null || Objects.equals(name, known))
                ? claim.spec().withStorageClassName(null)
                : claim.spec();
    }

    private static PersistentVolumeClaimSpec withSizeOf(
            PersistentVolumeClaimSpec spec, PersistentVolumeClaimSpec before) {
        var size = before.resources().requests().get(STORAGE);
        if (size == null || spec.resources().requests().isEmpty()) {
            return spec;
        }
        Map<String, Quantity> requests = new TreeMap<>(spec.resources().requests());
        requests.put(STORAGE, size);
        return spec.withResources(spec.resources().withRequests(requests));
    }

    /** A claim can be made smaller again, as long as it has not got what it asked for. */
    private static void size(PersistentVolumeClaim claim, PersistentVolumeClaim old, List<FieldError> errors) {
        var now = claim.spec().resources().requests().getOrDefault(STORAGE, NOTHING);
        var before = old.spec().resources().requests().getOrDefault(STORAGE, NOTHING);
        var capacity = old.status().capacity().getOrDefault(STORAGE, NOTHING);
        if (now.compareTo(before) < 0 && now.compareTo(capacity) <= 0) {
            errors.add(FieldError.forbidden(
                    SPEC.child("resources", "requests", STORAGE), "field can not be less than status.capacity"));
        }
    }

    private static void attributesClass(@Nullable String now, PersistentVolumeClaim old, List<FieldError> errors) {
        if (old.status().currentVolumeAttributesClassName() == null
                || Objects.equals(now, old.spec().volumeAttributesClassName())) {
            return;
        }
        if (now == null || now.isEmpty()) {
            errors.add(FieldError.forbidden(
                    SPEC.child("volumeAttributesClassName"),
                    "update to " + (now == null ? "nil" : "empty string")
                            + " is forbidden when status.currentVolumeAttributesClassName is not nil"));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public List<FieldError> validateStatusUpdate(PersistentVolumeClaim claim, PersistentVolumeClaim old) {
        var errors = new ArrayList<FieldError>();
        if (claim.spec().accessModes().isEmpty()) {
            errors.add(FieldError.required(FieldPath.of("Spec", "accessModes"), ""));
        }
        claim.status().capacity().forEach((name, amount) -> {
            if (amount.value() < 0) {
                errors.add(FieldError.invalid(
                        FieldPath.of("status", "capacity").key(name),
                        amount.value(),
                        "must be a valid resource quantity"));
            }
        });
        ClaimResizeRules.check(FieldPath.of("status"), claim.status(), errors);
        return errors;
    }
}

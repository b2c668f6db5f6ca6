package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolume;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldDiff;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ObjectMetaValidation;
import io.kubelayers.nucleus.validation.ShownValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a volume does beyond the ordinary: it begins Pending, is a file system, and is kept when its claim goes, unless it
 * says otherwise (core/v1 defaults.go, registry/core/persistentvolume/strategy.go).
 */
public final class PersistentVolumeRules implements KindRules<PersistentVolume> {
    private static final FieldPath SPEC = FieldPath.of("spec");

    @Override
    public Class<PersistentVolume> type() {
        return PersistentVolume.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withAllAsNew().withMetadataAsNew();
    }

    @Override
    public PersistentVolume defaulted(PersistentVolume volume) {
        var spec = volume.spec();
        spec = spec.volumeMode() == null ? spec.withVolumeMode("Filesystem") : spec;
        spec = spec.persistentVolumeReclaimPolicy() == null ? spec.withPersistentVolumeReclaimPolicy("Retain") : spec;
        return spec == volume.spec() ? volume : volume.withSpec(spec);
    }

    @Override
    public PersistentVolume prepareForCreate(PersistentVolume volume) {
        return volume.withStatus(new PersistentVolume.Status(
                PersistentVolume.Phase.PENDING, null, null, volume.metadata().creationTimestamp()));
    }

    /** When the phase changed is told by the server, unless the writer knows better. */
    @Override
    public PersistentVolume prepareForStatusUpdate(PersistentVolume volume, PersistentVolume old, Instant now) {
        var since = volume.status().lastPhaseTransitionTime();
        var before = old.status().lastPhaseTransitionTime();
        if (Objects.equals(volume.status().phase(), old.status().phase())) {
            since = since == null ? before : since;
        } else if (since == null || since.equals(before)) {
            since = now;
        }
        return volume.withStatus(volume.status().withLastPhaseTransitionTime(since));
    }

    @Override
    public List<FieldError> validate(PersistentVolume volume) {
        var errors = new ArrayList<FieldError>();
        VolumeSpecRules.check(SPEC, volume.metadata().nameOrEmpty(), volume.spec(), errors);
        return errors;
    }

    @Override
    public List<String> warnings(PersistentVolume volume) {
        return VolumeWarnings.of(volume);
    }

    /** Where the data is does not change. */
    @Override
    public List<FieldError> validateUpdate(PersistentVolume volume, PersistentVolume old) {
        var errors = new ArrayList<>(validate(volume));
        var now = source(volume.spec());
        var before = source(old.spec());
        if (now.csi() != null && before.csi() != null && before.csi().controllerExpandSecretRef() == null) {
            now = now.withCsi(now.csi().withControllerExpandSecretRef(null));
        }
        if (!now.equals(before)) {
            errors.add(FieldError.forbidden(
                    SPEC.child("persistentvolumesource"),
                    "spec.persistentvolumesource is immutable after creation\n" + FieldDiff.text(before, now)));
        }
        errors.addAll(ObjectMetaValidation.immutable(
                FieldPath.of("volumeMode"),
                volume.spec().volumeMode(),
                old.spec().volumeMode()));
        nodeAffinity(volume.spec().nodeAffinity(), old.spec().nodeAffinity(), errors);
        if (old.spec().volumeAttributesClassName() != null && volume.spec().volumeAttributesClassName() == null) {
            errors.add(FieldError.forbidden(
                    SPEC.child("volumeAttributesClassName"), "update from non-nil value to nil is forbidden"));
        }
        return errors;
    }

    /** The spec with nothing but its source. */
    private static PersistentVolumeSpec source(PersistentVolumeSpec spec) {
        return spec.withCapacity(Map.of())
                .withAccessModes(List.of())
                .withClaimRef(null)
                .withPersistentVolumeReclaimPolicy(null)
                .withStorageClassName(null)
                .withMountOptions(List.of())
                .withVolumeMode(null)
                .withNodeAffinity(null)
                .withVolumeAttributesClassName(null);
    }

    private static void nodeAffinity(
            PersistentVolumeSpec.@Nullable VolumeNodeAffinity now,
            PersistentVolumeSpec.@Nullable VolumeNodeAffinity before,
            List<FieldError> errors) {
        if (before != null && !NodeLabels.areRenamed(before, now)) {
            errors.add(FieldError.invalid(
                    FieldPath.of("nodeAffinity"),
                    ShownValue.of(now),
                    "field is immutable, except for updating from beta label to GA"));
        }
    }
}

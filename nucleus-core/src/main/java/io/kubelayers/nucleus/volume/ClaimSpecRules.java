package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with the spec of a volume claim, also of one inside a pod or a StatefulSet ({@code
 * ValidatePersistentVolumeClaimSpec}).
 */
public final class ClaimSpecRules {
    private static final List<String> ACCESS_MODES =
            List.of("ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod");
    private static final List<String> VOLUME_MODES = List.of("Block", "Filesystem");

    private ClaimSpecRules() {}

    /** Adds what is wrong with a spec. */
    public static void check(FieldPath path, PersistentVolumeClaimSpec spec, List<FieldError> errors) {
        check(path, spec, null, errors);
    }

    /**
     * Adds what is wrong with a spec that takes the place of another.
     *
     * @param old where this names an API group, the group of a source may read anything, as there was no rule for it once
     */
    static void check(
            FieldPath path,
            PersistentVolumeClaimSpec spec,
            @Nullable PersistentVolumeClaimSpec old,
            List<FieldError> errors) {
        if (spec.accessModes().isEmpty()) {
            errors.add(FieldError.required(path.child("accessModes"), "at least 1 access mode is required"));
        }
        errors.addAll(LabelSelectors.validate(path.child("selector"), spec.selector()));
        accessModes(path.child("accessModes"), spec.accessModes(), errors);
        storage(path.child("resources").key("storage"), spec, errors);
        className(path.child("storageClassName"), spec.storageClassName(), errors);
        volumeMode(path.child("volumeMode"), spec.volumeMode(), errors);
        sources(path, spec, old != null && namesGroup(old), errors);
        className(path.child("volumeAttributesClassName"), spec.volumeAttributesClassName(), errors);
    }

    /** Adds what is wrong with a template: of its metadata, only labels and annotations may be set. */
    public static void template(
            FieldPath path, ObjectMeta metadata, PersistentVolumeClaimSpec spec, List<FieldError> errors) {
        var at = path.child("metadata");
        errors.addAll(MetaRules.annotations(at.child("annotations"), metadata.annotations()));
        errors.addAll(MetaRules.labels(at.child("labels"), metadata.labels()));
        unset(at.child("name"), metadata.name() != null, errors);
        unset(at.child("generateName"), metadata.generateName() != null, errors);
        unset(at.child("namespace"), metadata.namespace() != null, errors);
        unset(at.child("uID"), metadata.uid() != null, errors);
        unset(at.child("resourceVersion"), metadata.resourceVersion() != null, errors);
        unset(at.child("generation"), metadata.generation() != 0, errors);
        unset(at.child("creationTimestamp"), metadata.creationTimestamp() != null, errors);
        unset(at.child("deletionTimestamp"), metadata.deletionTimestamp() != null, errors);
        unset(at.child("deletionGracePeriodSeconds"), metadata.deletionGracePeriodSeconds() != null, errors);
        unset(at.child("ownerReferences"), !metadata.ownerReferences().isEmpty(), errors);
        unset(at.child("finalizers"), !metadata.finalizers().isEmpty(), errors);
        check(path.child("spec"), spec, errors);
    }

    private static void unset(FieldPath path, boolean set, List<FieldError> errors) {
        if (set) {
            errors.add(FieldError.forbidden(path, "cannot be set"));
        }
    }

    static void accessModes(FieldPath path, List<String> modes, List<FieldError> errors) {
        boolean other = false;
        for (var mode : modes) {
            if (!ACCESS_MODES.contains(mode)) {
                errors.add(FieldError.notSupported(path, mode, ACCESS_MODES));
            } else {
                other |= !mode.equals("ReadWriteOncePod");
            }
        }
        if (other && modes.contains("ReadWriteOncePod")) {
            errors.add(FieldError.forbidden(path, "may not use ReadWriteOncePod with other access modes"));
        }
    }

    private static void storage(FieldPath path, PersistentVolumeClaimSpec spec, List<FieldError> errors) {
        var storage = spec.resources().requests().get("storage");
        if (storage == null) {
            errors.add(FieldError.required(path, ""));
        } else if (storage.sign() <= 0) {
            errors.add(FieldError.invalid(path, storage.toString(), "must be greater than zero"));
        } else {
            ResourceRules.value(path, "storage", storage, errors);
        }
    }

    static void className(FieldPath path, @Nullable String name, List<FieldError> errors) {
        if (name != null && !name.isEmpty()) {
            MetaRules.invalid(path, name, Names.dnsSubdomain(name), errors);
        }
    }

    static void volumeMode(FieldPath path, @Nullable String mode, List<FieldError> errors) {
        if (mode != null && !VOLUME_MODES.contains(mode)) {
            errors.add(FieldError.notSupported(path, mode, VOLUME_MODES));
        }
    }

    private static boolean namesGroup(PersistentVolumeClaimSpec spec) {
        return spec.dataSource() != null && spec.dataSource().apiGroup() != null
                || spec.dataSourceRef() != null && spec.dataSourceRef().apiGroup() != null;
    }

    private static void sources(
            FieldPath path, PersistentVolumeClaimSpec spec, boolean anyGroup, List<FieldError> errors) {
        var source = spec.dataSource();
        var ref = spec.dataSourceRef();
        if (source != null) {
            source(path.child("dataSource"), source.apiGroup(), source.kind(), source.name(), anyGroup, errors);
        }
        if (ref != null) {
            var at = path.child("dataSourceRef");
            source(at, ref.apiGroup(), ref.kind(), ref.name(), anyGroup, errors);
            if (ref.namespace() != null && !ref.namespace().isEmpty()) {
                MetaRules.invalid(at.child("namespace"), ref.namespace(), Names.dnsLabel(ref.namespace()), errors);
            }
        }
        if (source == null || ref == null) {
            return;
        }
        if (ref.namespace() != null && !ref.namespace().isEmpty()) {
            errors.add(FieldError.invalid(
                    path,
                    path.child("dataSource").toString(),
                    "may not be specified when dataSourceRef.namespace is specified"));
        } else if (!Objects.equals(source.apiGroup(), ref.apiGroup())
                || !source.kind().equals(ref.kind())
                || !source.name().equals(ref.name())) {
            errors.add(FieldError.invalid(path, path.child("dataSource").toString(), "must match dataSourceRef"));
        }
    }

    private static void source(
            FieldPath path,
            @Nullable String group,
            String kind,
            String name,
            boolean anyGroup,
            List<FieldError> errors) {
        PluginRules.required(path, "name", name, errors);
        PluginRules.required(path, "kind", kind, errors);
        if ((group == null || group.isEmpty()) && !kind.equals("PersistentVolumeClaim")) {
            errors.add(FieldError.invalid(
                    path, kind, "must be 'PersistentVolumeClaim' when referencing the default apiGroup"));
        }
        if (group != null && !group.isEmpty() && !anyGroup) {
            MetaRules.invalid(path.child("apiGroup"), group, Names.dnsSubdomain(group), errors);
        }
    }
}

package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.affinity.NodeSelectorRules;
import io.kubelayers.nucleus.core.PersistentVolumeSpec;
import io.kubelayers.nucleus.core.PersistentVolumeSpec.SecretReference;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is wrong with the spec of a persistent volume, in upstream's words ({@code ValidatePersistentVolumeSpec}). */
public final class VolumeSpecRules {
    private static final List<String> RECLAIM_POLICIES = List.of("Delete", "Recycle", "Retain");
    private static final String INLINE = " in the context of inline volumes";

    private VolumeSpecRules() {}

    /** The spec of a volume of this name. */
    static void check(FieldPath path, String name, PersistentVolumeSpec spec, List<FieldError> errors) {
        accessModes(path, spec, errors);
        capacity(path.child("capacity"), spec.capacity(), errors);
        var policy = spec.persistentVolumeReclaimPolicy();
        if (policy != null && !RECLAIM_POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(path.child("persistentVolumeReclaimPolicy"), policy, RECLAIM_POLICIES));
        }
        nodeAffinity(path.child("nodeAffinity"), spec, errors);
        source(path, name, spec, errors);
        if (spec.hostPath() != null && isRoot(spec.hostPath().path()) && "Recycle".equals(policy)) {
            errors.add(FieldError.forbidden(
                    path.child("persistentVolumeReclaimPolicy"), "may not be 'recycle' for a hostPath mount of '/'"));
        }
        ClaimSpecRules.className(path.child("storageClassName"), spec.storageClassName(), errors);
        ClaimSpecRules.volumeMode(path.child("volumeMode"), spec.volumeMode(), errors);
        attributesClass(path, spec, errors);
    }

    /** The spec of a volume that stands inside another object: only a CSI source and how it is mounted. */
    public static void inline(FieldPath path, PersistentVolumeSpec spec, List<FieldError> errors) {
        refuse(path.child("claimRef"), spec.claimRef() != null, "may not be specified" + INLINE, errors);
        refuse(path.child("capacity"), !spec.capacity().isEmpty(), "may not be specified" + INLINE, errors);
        if (spec.csi() == null) {
            errors.add(FieldError.required(path.child("csi"), "has to be specified" + INLINE));
        }
        accessModes(path, spec, errors);
        var policy = spec.persistentVolumeReclaimPolicy();
        refuse(
                path.child("persistentVolumeReclaimPolicy"),
                policy != null && !policy.equals("Retain"),
                "may only be Retain" + INLINE,
                errors);
        refuse(path.child("nodeAffinity"), spec.nodeAffinity() != null, "may not be specified" + INLINE, errors);
        source(path, "", spec, errors);
        refuse(
                path.child("storageClassName"),
                spec.storageClassName() != null,
                "may not be specified" + INLINE,
                errors);
        refuse(
                path.child("volumeMode"),
                spec.volumeMode() != null && !spec.volumeMode().equals("Filesystem"),
                "may not specify volumeMode other than Filesystem" + INLINE,
                errors);
        attributesClass(path, spec, errors);
    }

    private static void refuse(FieldPath path, boolean set, String message, List<FieldError> errors) {
        if (set) {
            errors.add(FieldError.forbidden(path, message));
        }
    }

    private static void accessModes(FieldPath path, PersistentVolumeSpec spec, List<FieldError> errors) {
        if (spec.accessModes().isEmpty()) {
            errors.add(FieldError.required(path.child("accessModes"), ""));
        }
        ClaimSpecRules.accessModes(path.child("accessModes"), spec.accessModes(), errors);
    }

    private static void capacity(FieldPath path, Map<String, Quantity> capacity, List<FieldError> errors) {
        if (capacity.isEmpty()) {
            errors.add(FieldError.required(path, ""));
        }
        if (!capacity.containsKey("storage") || capacity.size() > 1) {
            errors.add(FieldError.notSupported(path, ShownValue.of(capacity), List.of("storage")));
        }
        capacity.forEach((name, amount) -> {
            if (amount.value() < 0) {
                errors.add(FieldError.invalid(path.key(name), amount.value(), "must be a valid resource quantity"));
            }
            if (amount.sign() <= 0) {
                errors.add(FieldError.invalid(path.key(name), amount.toString(), "must be greater than zero"));
            }
        });
    }

    private static void nodeAffinity(FieldPath path, PersistentVolumeSpec spec, List<FieldError> errors) {
        var affinity = spec.nodeAffinity();
        if (affinity != null && affinity.required() == null) {
            errors.add(FieldError.required(path.child("required"), "must specify required node constraints"));
        } else if (affinity != null && affinity.required() != null) {
            NodeSelectorRules.selector(path.child("required"), affinity.required(), errors);
        }
    }

    /** Whether the path leads to the root in the end, be it by dots or by steps up. */
    private static boolean isRoot(String path) {
        int depth = 0;
        for (var step : path.split("/")) {
            if (step.equals("..")) {
                depth = Math.max(0, depth - 1);
            } else if (!step.isEmpty() && !step.equals(".")) {
                depth++;
            }
        }
        return path.startsWith("/") && depth == 0;
    }

    private static void attributesClass(FieldPath path, PersistentVolumeSpec spec, List<FieldError> errors) {
        var name = spec.volumeAttributesClassName();
        if (name == null) {
            return;
        }
        if (name.isEmpty()) {
            errors.add(FieldError.required(path.child("volumeAttributesClassName"), "an empty string is disallowed"));
        } else {
            MetaRules.invalid(path.child("volumeAttributesClassName"), name, Names.dnsSubdomain(name), errors);
        }
        if (spec.csi() == null) {
            errors.add(
                    FieldError.required(path.child("csi"), "has to be specified when using volumeAttributesClassName"));
        }
    }

    private static void source(FieldPath at, String name, PersistentVolumeSpec spec, List<FieldError> all) {
        new SourceChoice(at, all)
                .or("hostPath", spec.hostPath(), PluginRules::hostPath)
                .or("gcePersistentDisk", "persistentDisk", spec.gcePersistentDisk(), PluginRules::gcePersistentDisk)
                .or("awsElasticBlockStore", spec.awsElasticBlockStore(), PluginRules::awsElasticBlockStore)
                .or("glusterfs", spec.glusterfs(), VolumeSpecRules::glusterfs)
                .or("flocker", spec.flocker(), PluginRules::flocker)
                .or("nfs", spec.nfs(), PluginRules::nfs)
                .or(
                        "rbd",
                        spec.rbd(),
                        (path, source, errors) -> PluginRules.rbd(path, source.monitors(), source.image(), errors))
                .or("quobyte", spec.quobyte(), PluginRules::quobyte)
                .or(
                        "cephFS",
                        "cephfs",
                        spec.cephfs(),
                        (path, source, errors) -> PluginRules.monitors(path, source.monitors(), errors))
                .or("iscsi", spec.iscsi(), (path, source, errors) -> IscsiRules.ofVolume(path, name, source, errors))
                .or("cinder", spec.cinder(), VolumeSpecRules::cinder)
                .or("fc", spec.fc(), PluginRules::fc)
                .always(
                        "flexVolume",
                        spec.flexVolume(),
                        (path, source, errors) ->
                                PluginRules.flexVolume(path, source.driver(), source.options(), errors))
                .or("azureFile", spec.azureFile(), VolumeSpecRules::azureFile)
                .or("vsphereVolume", spec.vsphereVolume(), PluginRules::vsphereVolume)
                .or("photonPersistentDisk", spec.photonPersistentDisk(), PluginRules::photonPersistentDisk)
                .or("portworxVolume", spec.portworxVolume(), PluginRules::portworxVolume)
                .or("azureDisk", spec.azureDisk(), PluginRules::azureDisk)
                .or(
                        "scaleIO",
                        spec.scaleIO(),
                        (path, source, errors) -> PluginRules.scaleIO(
                                path, source.gateway(), source.system(), source.volumeName(), errors))
                .or("local", spec.local(), (path, source, errors) -> {
                    PluginRules.required(path, "path", source.path(), errors);
                    FilePaths.noBacksteps(path.child("path"), source.path(), errors);
                    if (spec.nodeAffinity() == null) {
                        errors.add(
                                FieldError.required(at.child("nodeAffinity"), "Local volume requires node affinity"));
                    }
                })
                .or("storageos", spec.storageos(), VolumeSpecRules::storageos)
                .or("csi", spec.csi(), VolumeSpecRules::csi)
                .orNothing();
    }

    private static void glusterfs(
            FieldPath path, PersistentVolumeSpec.GlusterfsPersistentVolumeSource source, List<FieldError> errors) {
        PluginRules.glusterfs(path, source.endpoints(), source.path(), errors);
        var namespace = source.endpointsNamespace();
        if (namespace != null && namespace.isEmpty()) {
            errors.add(FieldError.invalid(
                    path.child("endpointsNamespace"),
                    namespace,
                    "if the endpointnamespace is set, it must be a valid namespace name"));
        } else if (namespace != null) {
            MetaRules.invalid(path.child("endpointsNamespace"), namespace, Names.dnsLabel(namespace), errors);
        }
    }

    private static void cinder(
            FieldPath path, PersistentVolumeSpec.CinderPersistentVolumeSource source, List<FieldError> errors) {
        PluginRules.required(path, "volumeID", source.volumeID(), errors);
        if (source.secretRef() != null) {
            PluginRules.required(
                    path.child("secretRef"), "name", source.secretRef().name(), errors);
            PluginRules.required(
                    path.child("secretRef"), "namespace", source.secretRef().namespace(), errors);
        }
    }

    private static void azureFile(
            FieldPath path, PersistentVolumeSpec.AzureFilePersistentVolumeSource source, List<FieldError> errors) {
        PluginRules.azureFile(path, source.secretName(), source.shareName(), errors);
        if (source.secretNamespace() != null && source.secretNamespace().isEmpty()) {
            errors.add(FieldError.required(path.child("secretNamespace"), ""));
        }
    }

    private static void storageos(
            FieldPath path, PersistentVolumeSpec.StorageOSPersistentVolumeSource source, List<FieldError> errors) {
        PluginRules.storageos(path, source.volumeName(), source.volumeNamespace(), errors);
        if (source.secretRef() != null) {
            PluginRules.required(
                    path.child("secretRef"), "name", source.secretRef().name(), errors);
            PluginRules.required(
                    path.child("secretRef"), "namespace", source.secretRef().namespace(), errors);
        }
    }

    private static void csi(
            FieldPath path, PersistentVolumeSpec.CSIPersistentVolumeSource source, List<FieldError> errors) {
        PluginRules.csiDriver(path.child("driver"), source.driver(), errors);
        PluginRules.required(path, "volumeHandle", source.volumeHandle(), errors);
        secret(path.child("controllerPublishSecretRef"), source.controllerPublishSecretRef(), errors);
        secret(path.child("controllerExpandSecretRef"), source.controllerExpandSecretRef(), errors);
        secret(path.child("nodePublishSecretRef"), source.nodePublishSecretRef(), errors);
        secret(path.child("nodeExpandSecretRef"), source.nodeExpandSecretRef(), errors);
    }

    private static void secret(FieldPath path, @Nullable SecretReference secret, List<FieldError> errors) {
        if (secret == null) {
            return;
        }
        if (secret.name() == null) {
            errors.add(FieldError.required(path.child("name"), ""));
        } else {
            MetaRules.invalid(path.child("name"), secret.name(), Names.dnsSubdomain(secret.name()), errors);
        }
        if (secret.namespace() == null) {
            errors.add(FieldError.required(path.child("namespace"), ""));
        } else {
            MetaRules.invalid(path.child("namespace"), secret.namespace(), Names.dnsLabel(secret.namespace()), errors);
        }
    }
}

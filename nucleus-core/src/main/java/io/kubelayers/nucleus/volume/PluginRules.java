package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.AWSElasticBlockStoreVolumeSource;
import io.kubelayers.nucleus.core.AzureDiskVolumeSource;
import io.kubelayers.nucleus.core.FCVolumeSource;
import io.kubelayers.nucleus.core.FlockerVolumeSource;
import io.kubelayers.nucleus.core.GCEPersistentDiskVolumeSource;
import io.kubelayers.nucleus.core.HostPathVolumeSource;
import io.kubelayers.nucleus.core.NFSVolumeSource;
import io.kubelayers.nucleus.core.PhotonPersistentDiskVolumeSource;
import io.kubelayers.nucleus.core.PortworxVolumeSource;
import io.kubelayers.nucleus.core.QuobyteVolumeSource;
import io.kubelayers.nucleus.core.VsphereVirtualDiskVolumeSource;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with sources of volumes that pods and persistent volumes share, in upstream's words
 * (core/validation/validation.go, {@code validateVolumeSource}, {@code ValidatePersistentVolumeSpec}).
 */
public final class PluginRules {
    private static final List<String> HOST_PATH_TYPES = List.of(
            "", "BlockDevice", "CharDevice", "Directory", "DirectoryOrCreate", "File", "FileOrCreate", "Socket");
    private static final List<String> CACHING = List.of("None", "ReadOnly", "ReadWrite");
    private static final List<String> DISKS = List.of("Dedicated", "Managed", "Shared");
    private static final int DRIVER_MAX = 63;
    private static final int TENANT_MAX = 64;

    private PluginRules() {}

    /** A text that must not be empty. */
    public static void required(FieldPath path, String field, @Nullable String value, List<FieldError> errors) {
        if (value == null || value.isEmpty()) {
            errors.add(FieldError.required(path.child(field), ""));
        }
    }

    public static void hostPath(FieldPath path, HostPathVolumeSource source, List<FieldError> errors) {
        required(path, "path", source.path(), errors);
        if (source.path().isEmpty()) {
            return;
        }
        FilePaths.noBacksteps(path.child("path"), source.path(), errors);
        if (source.type() != null && !HOST_PATH_TYPES.contains(source.type())) {
            errors.add(FieldError.notSupported(path.child("type"), source.type(), HOST_PATH_TYPES));
        }
    }

    public static void gcePersistentDisk(
            FieldPath path, GCEPersistentDiskVolumeSource source, List<FieldError> errors) {
        required(path, "pdName", source.pdName(), errors);
        partition(path, source.partition(), errors);
    }

    public static void awsElasticBlockStore(
            FieldPath path, AWSElasticBlockStoreVolumeSource source, List<FieldError> errors) {
        required(path, "volumeID", source.volumeID(), errors);
        partition(path, source.partition(), errors);
    }

    private static void partition(FieldPath path, int partition, List<FieldError> errors) {
        if (partition < 0 || partition > 255) {
            errors.add(FieldError.invalid(path.child("partition"), partition, "must be between 1 and 255, inclusive"));
        }
    }

    public static void nfs(FieldPath path, NFSVolumeSource source, List<FieldError> errors) {
        required(path, "server", source.server(), errors);
        required(path, "path", source.path(), errors);
        if (!source.path().startsWith("/")) {
            errors.add(FieldError.invalid(path.child("path"), source.path(), "must be an absolute path"));
        }
    }

    public static void flocker(FieldPath path, FlockerVolumeSource source, List<FieldError> errors) {
        var name = source.datasetName();
        if (name == null && source.datasetUUID() == null) {
            errors.add(FieldError.required(path, "one of datasetName and datasetUUID is required"));
        }
        if (name != null && source.datasetUUID() != null) {
            errors.add(FieldError.invalid(
                    path, "resource", "datasetName and datasetUUID can not be specified simultaneously"));
        }
        if (name != null && name.contains("/")) {
            errors.add(FieldError.invalid(path.child("datasetName"), name, "must not contain '/'"));
        }
    }

    public static void quobyte(FieldPath path, QuobyteVolumeSource source, List<FieldError> errors) {
        var pairs = "must be a host:port pair or multiple pairs separated by commas";
        if (source.registry().isEmpty()) {
            errors.add(FieldError.required(path.child("registry"), pairs));
        } else if (source.tenant() != null && source.tenant().length() > TENANT_MAX) {
            errors.add(FieldError.required(
                    path.child("tenant"), "must be a UUID and may not exceed a length of 64 characters"));
        } else {
            for (var pair : source.registry().split(",", -1)) {
                if (!isHostAndPort(pair)) {
                    errors.add(FieldError.invalid(path.child("registry"), source.registry(), pairs));
                }
            }
        }
        required(path, "volume", source.volume(), errors);
    }

    /** A host and a port with a colon between; a host with colons has brackets. */
    private static boolean isHostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        var host = colon < 0 ? "" : text.substring(0, colon);
        return colon >= 0 && (host.startsWith("[") ? host.indexOf(']') == host.length() - 1 : host.indexOf(':') < 0);
    }

    public static void fc(FieldPath path, FCVolumeSource source, List<FieldError> errors) {
        var names = source.targetWWNs();
        var at = path.child("targetWWNs");
        if (names.isEmpty() && source.wwids().isEmpty()) {
            errors.add(FieldError.required(at, "must specify either targetWWNs or wwids, but not both"));
        }
        if (!names.isEmpty() && !source.wwids().isEmpty()) {
            errors.add(FieldError.invalid(at, names, "targetWWNs and wwids can not be specified simultaneously"));
        }
        var lun = source.lun();
        if (!names.isEmpty() && lun == null) {
            errors.add(FieldError.required(path.child("lun"), "lun is required if targetWWNs is specified"));
        } else if (!names.isEmpty() && lun != null) {
            lun(path.child("lun"), lun, errors);
        }
    }

    static void lun(FieldPath path, int lun, List<FieldError> errors) {
        if (lun < 0 || lun > 255) {
            errors.add(FieldError.invalid(path, lun, "must be between 0 and 255, inclusive"));
        }
    }

    public static void vsphereVolume(FieldPath path, VsphereVirtualDiskVolumeSource source, List<FieldError> errors) {
        required(path, "volumePath", source.volumePath(), errors);
    }

    public static void photonPersistentDisk(
            FieldPath path, PhotonPersistentDiskVolumeSource source, List<FieldError> errors) {
        required(path, "pdID", source.pdID(), errors);
    }

    public static void portworxVolume(FieldPath path, PortworxVolumeSource source, List<FieldError> errors) {
        required(path, "volumeID", source.volumeID(), errors);
    }

    public static void azureDisk(FieldPath path, AzureDiskVolumeSource source, List<FieldError> errors) {
        required(path, "diskName", source.diskName(), errors);
        required(path, "diskURI", source.diskURI(), errors);
        var caching = source.cachingMode();
        if (caching != null && !CACHING.contains(caching)) {
            errors.add(FieldError.notSupported(path.child("cachingMode"), caching, CACHING));
        }
        var kind = source.kind();
        if (kind == null) {
            return;
        }
        if (!DISKS.contains(kind)) {
            errors.add(FieldError.notSupported(path.child("kind"), kind, DISKS));
        }
        if (kind.equals("Managed") && !source.diskURI().startsWith("/subscriptions/")) {
            errors.add(FieldError.notSupported(
                    path.child("diskURI"),
                    source.diskURI(),
                    List.of("/subscriptions/{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks"
                            + "/{disk-id}")));
        }
        if (!kind.equals("Managed") && !source.diskURI().startsWith("https://")) {
            errors.add(FieldError.notSupported(
                    path.child("diskURI"),
                    source.diskURI(),
                    List.of("https://{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd")));
        }
    }

    /** Images in a Ceph cluster; the names of its monitors are needed. */
    public static void rbd(FieldPath path, List<String> monitors, String image, List<FieldError> errors) {
        monitors(path, monitors, errors);
        required(path, "image", image, errors);
    }

    /** The monitors of a Ceph cluster. */
    public static void monitors(FieldPath path, List<String> monitors, List<FieldError> errors) {
        if (monitors.isEmpty()) {
            errors.add(FieldError.required(path.child("monitors"), ""));
        }
    }

    /** The endpoints and path of a Gluster volume. */
    public static void glusterfs(FieldPath path, String endpoints, String volume, List<FieldError> errors) {
        required(path, "endpoints", endpoints, errors);
        required(path, "path", volume, errors);
    }

    /** The driver of a flex volume, and options that it may have. */
    public static void flexVolume(FieldPath path, String driver, Map<String, String> options, List<FieldError> errors) {
        required(path, "driver", driver, errors);
        for (var key : options.keySet()) {
            int slash = key.indexOf('/');
            var domain = "." + (slash < 0 ? key : key.substring(0, slash)).toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                errors.add(FieldError.invalid(
                        path.child("options").key(key), key, "kubernetes.io and k8s.io namespaces are reserved"));
            }
        }
    }

    /** The secret and share of an Azure file share. */
    public static void azureFile(FieldPath path, String secret, String share, List<FieldError> errors) {
        required(path, "secretName", secret, errors);
        required(path, "shareName", share, errors);
    }

    /** Gateway, system and volume of ScaleIO. */
    public static void scaleIO(
            FieldPath path, String gateway, String system, @Nullable String volume, List<FieldError> errors) {
        required(path, "gateway", gateway, errors);
        required(path, "system", system, errors);
        required(path, "volumeName", volume, errors);
    }

    /** Volume and namespace of StorageOS. */
    public static void storageos(
            FieldPath path, @Nullable String volume, @Nullable String namespace, List<FieldError> errors) {
        required(path, "volumeName", volume, errors);
        if (volume != null) {
            MetaRules.invalid(path.child("volumeName"), volume, Names.dnsLabel(volume), errors);
        }
        if (namespace != null) {
            MetaRules.invalid(path.child("volumeNamespace"), namespace, Names.dnsLabel(namespace), errors);
        }
    }

    /** The name of a CSI driver, whose case does not matter. */
    public static void csiDriver(FieldPath path, String driver, List<FieldError> errors) {
        if (driver.isEmpty()) {
            errors.add(FieldError.required(path, ""));
            return;
        }
        if (driver.length() > DRIVER_MAX) {
            errors.add(FieldError.tooLong(path, DRIVER_MAX));
        }
        MetaRules.invalid(path, driver, Names.dnsSubdomain(driver.toLowerCase(Locale.ROOT)), errors);
    }
}

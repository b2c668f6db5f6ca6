package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A named piece of storage that the containers of one pod can mount. Exactly one source member is set; with none
 * set the server fills in an emptyDir.
 *
 * @param name DNS label, unique within the pod, by which mounts refer to this volume.
 * @param hostPath File or directory taken from the node's own file system.
 * @param emptyDir Scratch directory that starts empty and lives as long as the pod stays on its node.
 * @param gcePersistentDisk Google Compute Engine disk; deprecated, now served by the pd.csi.storage.gke.io CSI
 *     driver.
 * @param awsElasticBlockStore AWS EBS disk; deprecated, now served by the ebs.csi.aws.com CSI driver.
 * @param gitRepo Directory filled from a git checkout; deprecated, use an init container that clones into an
 *     emptyDir.
 * @param secret Files generated from the keys of a Secret.
 * @param nfs Export of an NFS server, mounted on the node.
 * @param iscsi Disk reached over iSCSI through the node's initiator.
 * @param glusterfs GlusterFS volume; deprecated and no longer supported by the kubelet.
 * @param persistentVolumeClaim Storage obtained through a claim in the pod's namespace.
 * @param rbd Ceph block device; deprecated and no longer supported in tree.
 * @param flexVolume Storage attached by an exec-based plugin; deprecated in favour of CSI drivers.
 * @param cinder OpenStack Cinder disk; deprecated, now served by the cinder.csi.openstack.org CSI driver.
 * @param cephfs Ceph file system; deprecated and no longer supported in tree.
 * @param flocker Flocker dataset; deprecated and no longer supported.
 * @param downwardAPI Files generated from fields of the pod itself.
 * @param fc Fibre Channel disk attached to the node.
 * @param azureFile Azure file share; deprecated, now served by the file.csi.azure.com CSI driver.
 * @param configMap Files generated from the keys of a ConfigMap.
 * @param vsphereVolume vSphere disk; deprecated, now served by the csi.vsphere.vmware.com CSI driver.
 * @param quobyte Quobyte volume; deprecated and no longer supported.
 * @param azureDisk Azure data disk; deprecated, now served by the disk.csi.azure.com CSI driver.
 * @param photonPersistentDisk Photon Controller disk; deprecated and no longer supported.
 * @param projected One directory assembled from several sources such as secrets, config maps and tokens.
 * @param portworxVolume Portworx volume; deprecated, now served by the pxd.portworx.com CSI driver.
 * @param scaleIO ScaleIO volume; deprecated and no longer supported.
 * @param storageos StorageOS volume; deprecated and no longer supported.
 * @param csi Inline volume provided by a CSI driver for the lifetime of the pod.
 * @param ephemeral Volume whose claim is created with the pod and removed with it.
 * @param image Content of an OCI image or artifact, mounted read-only.
 */
@RecordBuilder
public record Volume(
        @Required @Pb(1) String name,
        @Pb({2, 1}) @Nullable HostPathVolumeSource hostPath,
        @Pb({2, 2}) @Nullable EmptyDirVolumeSource emptyDir,
        @DeprecatedField @Pb({2, 3}) @Nullable GCEPersistentDiskVolumeSource gcePersistentDisk,
        @DeprecatedField @Pb({2, 4}) @Nullable AWSElasticBlockStoreVolumeSource awsElasticBlockStore,
        @DeprecatedField @Pb({2, 5}) @Nullable GitRepoVolumeSource gitRepo,
        @Pb({2, 6}) @Nullable SecretVolumeSource secret,
        @Pb({2, 7}) @Nullable NFSVolumeSource nfs,
        @Pb({2, 8}) @Nullable ISCSIVolumeSource iscsi,
        @DeprecatedField @Pb({2, 9}) @Nullable GlusterfsVolumeSource glusterfs,
        @Pb({2, 10}) @Nullable PersistentVolumeClaimVolumeSource persistentVolumeClaim,
        @DeprecatedField @Pb({2, 11}) @Nullable RBDVolumeSource rbd,
        @DeprecatedField @Pb({2, 12}) @Nullable FlexVolumeSource flexVolume,
        @DeprecatedField @Pb({2, 13}) @Nullable CinderVolumeSource cinder,
        @DeprecatedField @Pb({2, 14}) @Nullable CephFSVolumeSource cephfs,
        @DeprecatedField @Pb({2, 15}) @Nullable FlockerVolumeSource flocker,
        @Pb({2, 16}) @Nullable DownwardAPIVolumeSource downwardAPI,
        @Pb({2, 17}) @Nullable FCVolumeSource fc,
        @DeprecatedField @Pb({2, 18}) @Nullable AzureFileVolumeSource azureFile,
        @Pb({2, 19}) @Nullable ConfigMapVolumeSource configMap,
        @DeprecatedField @Pb({2, 20}) @Nullable VsphereVirtualDiskVolumeSource vsphereVolume,
        @DeprecatedField @Pb({2, 21}) @Nullable QuobyteVolumeSource quobyte,
        @DeprecatedField @Pb({2, 22}) @Nullable AzureDiskVolumeSource azureDisk,
        @DeprecatedField @Pb({2, 23}) @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk,
        @Pb({2, 26}) @Nullable ProjectedVolumeSource projected,
        @DeprecatedField @FeatureGate("CSIMigrationPortworx") @Pb({2, 24}) @Nullable
                PortworxVolumeSource portworxVolume,
        @DeprecatedField @Pb({2, 25}) @Nullable ScaleIOVolumeSource scaleIO,
        @DeprecatedField @Pb({2, 27}) @Nullable StorageOSVolumeSource storageos,
        @Pb({2, 28}) @Nullable CSIVolumeSource csi,
        @Pb({2, 29}) @Nullable EphemeralVolumeSource ephemeral,
        @FeatureGate("ImageVolume") @Pb({2, 30}) @Nullable ImageVolumeSource image)
        implements VolumeBuilder.With {
    public Volume {
        name = Absent.text(name);
    }

    /**
     * A pod volume that uses the storage bound to a claim.
     *
     * @param claimName Name of the PersistentVolumeClaim, in the pod's namespace.
     * @param readOnly True forces every mount of the volume to be read-only; defaults to false.
     */
    @RecordBuilder
    public record PersistentVolumeClaimVolumeSource(@Required @Pb(1) String claimName, @Pb(2) boolean readOnly)
            implements VolumePersistentVolumeClaimVolumeSourceBuilder.With {
        public PersistentVolumeClaimVolumeSource {
            claimName = Absent.text(claimName);
        }
    }

    /**
     * A directory that is created empty for a pod and erased when the pod leaves the node.
     *
     * @param medium Storage used: empty for the node's default disk, Memory for tmpfs, or a HugePages form.
     * @param sizeLimit Most bytes the directory may hold before the pod is evicted; null means no limit of its own.
     */
    @RecordBuilder
    public record EmptyDirVolumeSource(
            @EnumValues(value = StorageMedium.class, closed = false) @Pb(1) @Nullable String medium,
            @Pb(2) @Nullable Quantity sizeLimit)
            implements VolumeEmptyDirVolumeSourceBuilder.With {
        public EmptyDirVolumeSource {
            medium = Absent.optional(medium);
        }
    }

    /**
     * A GlusterFS volume mounted into a pod. Deprecated; the plugin has been removed.
     *
     * @param endpoints Name of the Endpoints object that lists the Gluster servers.
     * @param path Name of the Gluster volume.
     * @param readOnly True mounts the volume read-only; defaults to false.
     */
    @RecordBuilder
    public record GlusterfsVolumeSource(
            @Required @Pb(1) String endpoints, @Required @Pb(2) String path, @Pb(3) boolean readOnly)
            implements VolumeGlusterfsVolumeSourceBuilder.With {
        public GlusterfsVolumeSource {
            endpoints = Absent.text(endpoints);
            path = Absent.text(path);
        }
    }

    /**
     * A Ceph RADOS block device mounted into a pod. Deprecated; the plugin has been removed.
     *
     * @param monitors Addresses of the Ceph monitors.
     * @param image Name of the RADOS image.
     * @param fsType File system on the device; empty means ext4.
     * @param pool RADOS pool that holds the image; defaults to rbd.
     * @param user RADOS user to log in as; defaults to admin.
     * @param keyring Keyring file on the node; defaults to /etc/ceph/keyring, unused when secretRef is set.
     * @param secretRef Secret with the user's key, replaces the keyring file; null means the keyring is used.
     * @param readOnly True mounts the device read-only; defaults to false.
     */
    @RecordBuilder
    public record RBDVolumeSource(
            @Required @Atomic @Pb(1) List<String> monitors,
            @Required @Pb(2) String image,
            @Pb(3) @Nullable String fsType,
            @Default(value = "rbd", published = true) @Pb(4) @Nullable String pool,
            @Default(value = "admin", published = true) @Pb(5) @Nullable String user,
            @Default(value = "/etc/ceph/keyring", published = true) @Pb(6) @Nullable String keyring,
            @Pb(7) @Nullable LocalObjectReference secretRef,
            @Pb(8) boolean readOnly)
            implements VolumeRBDVolumeSourceBuilder.With {
        public RBDVolumeSource {
            monitors = Absent.list(monitors);
            image = Absent.text(image);
            fsType = Absent.optional(fsType);
            pool = Absent.optional(pool);
            user = Absent.optional(user);
            keyring = Absent.optional(keyring);
        }
    }

    /**
     * An OpenStack Cinder disk mounted into a pod. Deprecated; requests go to the Cinder CSI driver.
     *
     * @param volumeID Cinder identifier of the disk.
     * @param fsType File system on the disk; empty means ext4.
     * @param readOnly True mounts the disk read-only; defaults to false.
     * @param secretRef Secret with the parameters for reaching OpenStack; null means the driver's own
     *     configuration.
     */
    @RecordBuilder
    public record CinderVolumeSource(
            @Required @Pb(1) String volumeID,
            @Pb(2) @Nullable String fsType,
            @Pb(3) boolean readOnly,
            @Pb(4) @Nullable LocalObjectReference secretRef)
            implements VolumeCinderVolumeSourceBuilder.With {
        public CinderVolumeSource {
            volumeID = Absent.text(volumeID);
            fsType = Absent.optional(fsType);
        }
    }

    /**
     * A Ceph file system mounted into a pod. Deprecated; the plugin has been removed.
     *
     * @param monitors Addresses of the Ceph monitors.
     * @param path Directory of the Ceph tree to mount; empty means the root.
     * @param user Ceph user to log in as; empty means admin.
     * @param secretFile Key ring file on the node; empty means /etc/ceph/user.secret.
     * @param secretRef Secret with the user's key, takes precedence over secretFile; null means the file is used.
     * @param readOnly True mounts the file system read-only; defaults to false.
     */
    @RecordBuilder
    public record CephFSVolumeSource(
            @Required @Atomic @Pb(1) List<String> monitors,
            @Pb(2) @Nullable String path,
            @Pb(3) @Nullable String user,
            @Pb(4) @Nullable String secretFile,
            @Pb(5) @Nullable LocalObjectReference secretRef,
            @Pb(6) boolean readOnly)
            implements VolumeCephFSVolumeSourceBuilder.With {
        public CephFSVolumeSource {
            monitors = Absent.list(monitors);
            path = Absent.optional(path);
            user = Absent.optional(user);
            secretFile = Absent.optional(secretFile);
        }
    }

    /**
     * A pod volume attached by an exec-based FlexVolume plugin on the node. Deprecated in favour of CSI.
     *
     * @param driver Name of the plugin, usually in the form vendor/driver.
     * @param fsType File system to mount; empty leaves the choice to the plugin.
     * @param secretRef Secret whose values are handed to the plugin; null means none.
     * @param readOnly True mounts the volume read-only; defaults to false.
     * @param options Extra plugin-specific settings passed as key and value pairs.
     */
    @RecordBuilder
    public record FlexVolumeSource(
            @Required @Pb(1) String driver,
            @Pb(2) @Nullable String fsType,
            @Pb(3) @Nullable LocalObjectReference secretRef,
            @Pb(4) boolean readOnly,
            @Pb(5) Map<String, String> options)
            implements VolumeFlexVolumeSourceBuilder.With {
        public FlexVolumeSource {
            driver = Absent.text(driver);
            fsType = Absent.optional(fsType);
            options = Absent.map(options);
        }
    }

    /**
     * A directory filled with a git repository at a given revision. Deprecated and unsafe; clone in an init
     * container instead.
     *
     * @param repository URL of the repository.
     * @param revision Commit hash to check out; empty means the default branch.
     * @param directory Target directory inside the volume, a dot for the volume root; empty means a directory named
     *     after the repository.
     */
    @RecordBuilder
    public record GitRepoVolumeSource(
            @Required @Pb(1) String repository, @Pb(2) @Nullable String revision, @Pb(3) @Nullable String directory)
            implements VolumeGitRepoVolumeSourceBuilder.With {
        public GitRepoVolumeSource {
            repository = Absent.text(repository);
            revision = Absent.optional(revision);
            directory = Absent.optional(directory);
        }
    }

    /**
     * A pod volume whose files are the keys of a Secret.
     *
     * @param secretName Name of the Secret, in the pod's namespace.
     * @param items Keys to expose and their paths; empty exposes every key under its own name.
     * @param defaultMode Permission bits for files without their own, 0-511 decimal; defaults to 420 (octal 0644).
     * @param optional True lets the pod start when the Secret or a listed key is missing; null means false.
     */
    @RecordBuilder
    public record SecretVolumeSource(
            @Pb(1) @Nullable String secretName,
            @Atomic @Pb(2) List<KeyToPath> items,
            @Default("420") @Pb(3) @Nullable Integer defaultMode,
            @Pb(4) @Nullable Boolean optional)
            implements VolumeSecretVolumeSourceBuilder.With {
        public SecretVolumeSource {
            secretName = Absent.optional(secretName);
            items = Absent.list(items);
        }
    }

    /**
     * An iSCSI disk mounted into a pod. It can be shared read-only, or be writable from one node.
     *
     * @param targetPortal Portal address as host or host:port; the port may be left out when it is 860 or 3260.
     * @param iqn Qualified name of the iSCSI target.
     * @param lun Logical unit number on the target.
     * @param iscsiInterface Initiator interface to use; defaults to default, meaning plain TCP.
     * @param fsType File system on the disk; empty means ext4.
     * @param readOnly True mounts the disk read-only; defaults to false.
     * @param portals Further portal addresses for multipath access, in the same form as targetPortal.
     * @param chapAuthDiscovery True requires CHAP authentication during target discovery.
     * @param chapAuthSession True requires CHAP authentication for the session.
     * @param secretRef Secret with the CHAP credentials; null means none.
     * @param initiatorName Initiator name to present instead of the node's own; null keeps the node's name.
     */
    @RecordBuilder
    public record ISCSIVolumeSource(
            @Required @Pb(1) String targetPortal,
            @Required @Pb(2) String iqn,
            @Required @Pb(3) int lun,
            @Default(value = "default", published = true) @Pb(4) @Nullable String iscsiInterface,
            @Pb(5) @Nullable String fsType,
            @Pb(6) boolean readOnly,
            @Atomic @Pb(7) List<String> portals,
            @Pb(8) boolean chapAuthDiscovery,
            @Pb(11) boolean chapAuthSession,
            @Pb(10) @Nullable LocalObjectReference secretRef,
            @Pb(12) @Nullable String initiatorName)
            implements VolumeISCSIVolumeSourceBuilder.With {
        public ISCSIVolumeSource {
            targetPortal = Absent.text(targetPortal);
            iqn = Absent.text(iqn);
            iscsiInterface = Absent.optional(iscsiInterface);
            fsType = Absent.optional(fsType);
            portals = Absent.list(portals);
        }
    }

    /**
     * An Azure file share mounted into a pod. Deprecated; requests go to the Azure File CSI driver.
     *
     * @param secretName Secret with the name and key of the storage account.
     * @param shareName Name of the file share.
     * @param readOnly True mounts the share read-only; defaults to false.
     */
    @RecordBuilder
    public record AzureFileVolumeSource(
            @Required @Pb(1) String secretName, @Required @Pb(2) String shareName, @Pb(3) boolean readOnly)
            implements VolumeAzureFileVolumeSourceBuilder.With {
        public AzureFileVolumeSource {
            secretName = Absent.text(secretName);
            shareName = Absent.text(shareName);
        }
    }

    /**
     * A ScaleIO volume mounted into a pod. Deprecated; the plugin has been removed.
     *
     * @param gateway Host address of the ScaleIO API gateway.
     * @param system Name of the storage system configured in ScaleIO.
     * @param secretRef Secret with the login data; without it the login fails.
     * @param sslEnabled True talks to the gateway over TLS; defaults to false.
     * @param protectionDomain ScaleIO protection domain that holds the storage.
     * @param storagePool Storage pool inside the protection domain.
     * @param storageMode ThickProvisioned or ThinProvisioned; defaults to ThinProvisioned.
     * @param volumeName Name of an existing ScaleIO volume.
     * @param fsType File system on the volume; defaults to xfs.
     * @param readOnly True mounts the volume read-only; defaults to false.
     */
    @RecordBuilder
    public record ScaleIOVolumeSource(
            @Required @Pb(1) String gateway,
            @Required @Pb(2) String system,
            @Required @Pb(3) @Nullable LocalObjectReference secretRef,
            @Pb(4) boolean sslEnabled,
            @Pb(5) @Nullable String protectionDomain,
            @Pb(6) @Nullable String storagePool,
            @Default(value = "ThinProvisioned", published = true) @Pb(7) @Nullable String storageMode,
            @Pb(8) @Nullable String volumeName,
            @Default(value = "xfs", published = true) @Pb(9) @Nullable String fsType,
            @Pb(10) boolean readOnly)
            implements VolumeScaleIOVolumeSourceBuilder.With {
        public ScaleIOVolumeSource {
            gateway = Absent.text(gateway);
            system = Absent.text(system);
            protectionDomain = Absent.optional(protectionDomain);
            storagePool = Absent.optional(storagePool);
            storageMode = Absent.optional(storageMode);
            volumeName = Absent.optional(volumeName);
            fsType = Absent.optional(fsType);
        }
    }

    /**
     * A StorageOS volume mounted into a pod. Deprecated; the plugin has been removed.
     *
     * @param volumeName Name of the volume, unique within its StorageOS namespace.
     * @param volumeNamespace StorageOS namespace of the volume; empty means one named after the pod's namespace.
     * @param fsType File system on the volume; empty means ext4.
     * @param readOnly True mounts the volume read-only; defaults to false.
     * @param secretRef Secret with the StorageOS API login; null means built-in values are tried.
     */
    @RecordBuilder
    public record StorageOSVolumeSource(
            @Pb(1) @Nullable String volumeName,
            @Pb(2) @Nullable String volumeNamespace,
            @Pb(3) @Nullable String fsType,
            @Pb(4) boolean readOnly,
            @Pb(5) @Nullable LocalObjectReference secretRef)
            implements VolumeStorageOSVolumeSourceBuilder.With {
        public StorageOSVolumeSource {
            volumeName = Absent.optional(volumeName);
            volumeNamespace = Absent.optional(volumeNamespace);
            fsType = Absent.optional(fsType);
        }
    }

    /**
     * A pod volume whose files are the keys of a ConfigMap.
     *
     * @param name Name of the ConfigMap, in the pod's namespace.
     * @param items Keys to expose and their paths; empty exposes every key under its own name.
     * @param defaultMode Permission bits for files without their own, 0-511 decimal; defaults to 420 (octal 0644).
     * @param optional True lets the pod start when the ConfigMap or a listed key is missing; null means false.
     */
    @RecordBuilder
    public record ConfigMapVolumeSource(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
            @Atomic @Pb(2) List<KeyToPath> items,
            @Default("420") @Pb(3) @Nullable Integer defaultMode,
            @Pb(4) @Nullable Boolean optional)
            implements VolumeConfigMapVolumeSourceBuilder.With {
        public ConfigMapVolumeSource {
            name = Absent.optional(name);
            items = Absent.list(items);
        }
    }

    /**
     * A pod volume that merges files from several sources into one directory.
     *
     * @param sources Sources to merge, one per entry.
     * @param defaultMode Permission bits for files without their own, 0-511 decimal; defaults to 420 (octal 0644).
     */
    @RecordBuilder
    public record ProjectedVolumeSource(
            @Written @Atomic @Pb(1) List<VolumeProjection> sources,
            @Default("420") @Pb(2) @Nullable Integer defaultMode)
            implements VolumeProjectedVolumeSourceBuilder.With {
        public ProjectedVolumeSource {
            sources = Absent.list(sources);
        }
    }

    /**
     * A pod volume that a CSI driver creates inline, with the lifetime of the pod.
     *
     * @param driver Name of the CSI driver, which must support inline volumes.
     * @param readOnly True mounts the volume read-only; null means false.
     * @param fsType File system to mount; null leaves the choice to the driver.
     * @param volumeAttributes Driver-specific properties of the volume.
     * @param nodePublishSecretRef Secret for the node publish and unpublish calls, in the pod's namespace; null
     *     means none.
     */
    @RecordBuilder
    public record CSIVolumeSource(
            @Required @Pb(1) String driver,
            @Pb(2) @Nullable Boolean readOnly,
            @Pb(3) @Nullable String fsType,
            @Pb(4) Map<String, String> volumeAttributes,
            @Pb(5) @Nullable LocalObjectReference nodePublishSecretRef)
            implements VolumeCSIVolumeSourceBuilder.With {
        public CSIVolumeSource {
            driver = Absent.text(driver);
            volumeAttributes = Absent.map(volumeAttributes);
        }
    }

    /**
     * A pod volume with the content of an OCI image or artifact.
     *
     * @param reference Image or artifact to mount, in the form used for container images; empty only in templates
     *     completed elsewhere.
     * @param pullPolicy When to pull; defaults to Always for a latest or missing tag, otherwise IfNotPresent.
     */
    @RecordBuilder
    public record ImageVolumeSource(
            @Pb(1) @Nullable String reference, @EnumValues(PullPolicy.class) @Pb(2) @Nullable String pullPolicy)
            implements VolumeImageVolumeSourceBuilder.With {
        public ImageVolumeSource {
            reference = Absent.optional(reference);
            pullPolicy = Absent.optional(pullPolicy);
        }
    }

    /** The values of {@code StorageMedium} known upstream; others may occur. */
    public static final class StorageMedium {
        public static final String MEMORY = "Memory";
        public static final String HUGE_PAGES = "HugePages";
        public static final String HUGE_PAGES_ = "HugePages-";

        private StorageMedium() {}
    }
}

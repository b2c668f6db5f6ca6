package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Granular;
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
 * What a persistent volume offers and where its data lives. Exactly one source member is set and it cannot change
 * later.
 *
 * @param capacity Size of the volume under the single key storage, in bytes.
 * @param gcePersistentDisk Google Compute Engine disk; deprecated, now served by the pd.csi.storage.gke.io CSI
 *     driver.
 * @param awsElasticBlockStore AWS EBS disk; deprecated, now served by the ebs.csi.aws.com CSI driver.
 * @param hostPath Directory on a node; meant for single-node test clusters, since data does not follow the pod.
 * @param glusterfs GlusterFS volume; deprecated and no longer supported by the kubelet.
 * @param nfs Export of an NFS server, mounted on the node.
 * @param rbd Ceph block device; deprecated and no longer supported in tree.
 * @param iscsi Disk reached over iSCSI through the node's initiator.
 * @param cinder OpenStack Cinder disk; deprecated, now served by the cinder.csi.openstack.org CSI driver.
 * @param cephfs Ceph file system; deprecated and no longer supported in tree.
 * @param fc Fibre Channel disk attached to the node.
 * @param flocker Flocker dataset; deprecated and no longer supported.
 * @param flexVolume Storage attached by an exec-based plugin; deprecated in favour of CSI drivers.
 * @param azureFile Azure file share; deprecated, now served by the file.csi.azure.com CSI driver.
 * @param vsphereVolume vSphere disk; deprecated, now served by the csi.vsphere.vmware.com CSI driver.
 * @param quobyte Quobyte volume; deprecated and no longer supported.
 * @param azureDisk Azure data disk; deprecated, now served by the disk.csi.azure.com CSI driver.
 * @param photonPersistentDisk Photon Controller disk; deprecated and no longer supported.
 * @param portworxVolume Portworx volume; deprecated, now served by the pxd.portworx.com CSI driver.
 * @param scaleIO ScaleIO volume; deprecated and no longer supported.
 * @param local Disk or directory of one particular node; requires nodeAffinity on the volume.
 * @param storageos StorageOS volume; deprecated and no longer supported.
 * @param csi Storage handled by an external CSI driver.
 * @param accessModes Ways in which the volume may be mounted; at least one is required.
 * @param claimRef Claim that this volume is bound to or reserved for; null while unclaimed.
 * @param persistentVolumeReclaimPolicy What happens once the claim is gone; Retain for manual volumes, provisioned
 *     ones follow their class.
 * @param storageClassName StorageClass the volume belongs to; empty means no class.
 * @param mountOptions Options handed to the mount command; they are not checked, a bad one makes mounting fail.
 * @param volumeMode Filesystem or Block; defaults to Filesystem and cannot change.
 * @param nodeAffinity Nodes from which the volume is reachable; null means any node.
 * @param volumeAttributesClassName VolumeAttributesClass applied to the volume, CSI only; null means none, an empty
 *     string is invalid.
 */
@RecordBuilder
public record PersistentVolumeSpec(
        @Pb(1) Map<String, Quantity> capacity,
        @DeprecatedField @Pb({2, 1}) @Nullable GCEPersistentDiskVolumeSource gcePersistentDisk,
        @DeprecatedField @Pb({2, 2}) @Nullable AWSElasticBlockStoreVolumeSource awsElasticBlockStore,
        @Pb({2, 3}) @Nullable HostPathVolumeSource hostPath,
        @DeprecatedField @Pb({2, 4}) @Nullable GlusterfsPersistentVolumeSource glusterfs,
        @Pb({2, 5}) @Nullable NFSVolumeSource nfs,
        @DeprecatedField @Pb({2, 6}) @Nullable RBDPersistentVolumeSource rbd,
        @Pb({2, 7}) @Nullable ISCSIPersistentVolumeSource iscsi,
        @DeprecatedField @Pb({2, 8}) @Nullable CinderPersistentVolumeSource cinder,
        @DeprecatedField @Pb({2, 9}) @Nullable CephFSPersistentVolumeSource cephfs,
        @Pb({2, 10}) @Nullable FCVolumeSource fc,
        @DeprecatedField @Pb({2, 11}) @Nullable FlockerVolumeSource flocker,
        @DeprecatedField @Pb({2, 12}) @Nullable FlexPersistentVolumeSource flexVolume,
        @DeprecatedField @Pb({2, 13}) @Nullable AzureFilePersistentVolumeSource azureFile,
        @DeprecatedField @Pb({2, 14}) @Nullable VsphereVirtualDiskVolumeSource vsphereVolume,
        @DeprecatedField @Pb({2, 15}) @Nullable QuobyteVolumeSource quobyte,
        @DeprecatedField @Pb({2, 16}) @Nullable AzureDiskVolumeSource azureDisk,
        @DeprecatedField @Pb({2, 17}) @Nullable PhotonPersistentDiskVolumeSource photonPersistentDisk,
        @DeprecatedField @FeatureGate("CSIMigrationPortworx") @Pb({2, 18}) @Nullable
                PortworxVolumeSource portworxVolume,
        @DeprecatedField @Pb({2, 19}) @Nullable ScaleIOPersistentVolumeSource scaleIO,
        @Pb({2, 20}) @Nullable LocalVolumeSource local,
        @DeprecatedField @Pb({2, 21}) @Nullable StorageOSPersistentVolumeSource storageos,
        @Pb({2, 22}) @Nullable CSIPersistentVolumeSource csi,
        @Atomic @EnumValues(PersistentVolumeAccessMode.class) @Pb(3) List<String> accessModes,
        @Granular @Pb(4) @Nullable ObjectReference claimRef,
        @EnumValues(PersistentVolumeReclaimPolicy.class) @Pb(5) @Nullable String persistentVolumeReclaimPolicy,
        @Pb(6) @Nullable String storageClassName,
        @Atomic @Pb(7) List<String> mountOptions,
        @EnumValues(PersistentVolumeMode.class) @Pb(8) @Nullable String volumeMode,
        @FeatureGate("MutablePVNodeAffinity") @Pb(9) @Nullable VolumeNodeAffinity nodeAffinity,
        @FeatureGate("VolumeAttributesClass") @Pb(10) @Nullable String volumeAttributesClassName)
        implements PersistentVolumeSpecBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final PersistentVolumeSpec EMPTY = new PersistentVolumeSpec(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, null, null, null, null, null, null);

    public PersistentVolumeSpec {
        capacity = Absent.map(capacity);
        accessModes = Absent.list(accessModes);
        persistentVolumeReclaimPolicy = Absent.optional(persistentVolumeReclaimPolicy);
        storageClassName = Absent.optional(storageClassName);
        mountOptions = Absent.list(mountOptions);
    }

    /**
     * The limit on which nodes can reach a persistent volume.
     *
     * @param required Selector that a node must match for pods using the volume to run there.
     */
    @RecordBuilder
    public record VolumeNodeAffinity(@Pb(1) @Nullable NodeSelector required)
            implements PersistentVolumeSpecVolumeNodeAffinityBuilder.With {}

    /**
     * A GlusterFS volume behind a persistent volume. Deprecated; the plugin has been removed.
     *
     * @param endpoints Name of the Endpoints object that lists the Gluster servers.
     * @param path Name of the Gluster volume.
     * @param readOnly True mounts the volume read-only; defaults to false.
     * @param endpointsNamespace Namespace of the Endpoints object; null means the namespace of the bound claim.
     */
    @RecordBuilder
    public record GlusterfsPersistentVolumeSource(
            @Required @Pb(1) String endpoints,
            @Required @Pb(2) String path,
            @Pb(3) boolean readOnly,
            @Pb(4) @Nullable String endpointsNamespace)
            implements PersistentVolumeSpecGlusterfsPersistentVolumeSourceBuilder.With {
        public GlusterfsPersistentVolumeSource {
            endpoints = Absent.text(endpoints);
            path = Absent.text(path);
        }
    }

    /**
     * A Ceph RADOS block device behind a persistent volume. Deprecated; the plugin has been removed.
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
    public record RBDPersistentVolumeSource(
            @Required @Atomic @Pb(1) List<String> monitors,
            @Required @Pb(2) String image,
            @Pb(3) @Nullable String fsType,
            @Default(value = "rbd", published = true) @Pb(4) @Nullable String pool,
            @Default(value = "admin", published = true) @Pb(5) @Nullable String user,
            @Default(value = "/etc/ceph/keyring", published = true) @Pb(6) @Nullable String keyring,
            @Pb(7) @Nullable SecretReference secretRef,
            @Pb(8) boolean readOnly)
            implements PersistentVolumeSpecRBDPersistentVolumeSourceBuilder.With {
        public RBDPersistentVolumeSource {
            monitors = Absent.list(monitors);
            image = Absent.text(image);
            fsType = Absent.optional(fsType);
            pool = Absent.optional(pool);
            user = Absent.optional(user);
            keyring = Absent.optional(keyring);
        }
    }

    /**
     * An OpenStack Cinder disk behind a persistent volume. Deprecated; requests go to the Cinder CSI driver.
     *
     * @param volumeID Cinder identifier of the disk.
     * @param fsType File system on the disk; empty means ext4.
     * @param readOnly True mounts the disk read-only; defaults to false.
     * @param secretRef Secret with the parameters for reaching OpenStack; null means the driver's own
     *     configuration.
     */
    @RecordBuilder
    public record CinderPersistentVolumeSource(
            @Required @Pb(1) String volumeID,
            @Pb(2) @Nullable String fsType,
            @Pb(3) boolean readOnly,
            @Pb(4) @Nullable SecretReference secretRef)
            implements PersistentVolumeSpecCinderPersistentVolumeSourceBuilder.With {
        public CinderPersistentVolumeSource {
            volumeID = Absent.text(volumeID);
            fsType = Absent.optional(fsType);
        }
    }

    /**
     * A reference to a Secret by name and namespace.
     *
     * @param name Name of the Secret.
     * @param namespace Namespace of the Secret.
     */
    @Atomic
    @RecordBuilder
    public record SecretReference(@Pb(1) @Nullable String name, @Pb(2) @Nullable String namespace)
            implements PersistentVolumeSpecSecretReferenceBuilder.With {
        public SecretReference {
            name = Absent.optional(name);
            namespace = Absent.optional(namespace);
        }
    }

    /**
     * A Ceph file system behind a persistent volume. Deprecated; the plugin has been removed.
     *
     * @param monitors Addresses of the Ceph monitors.
     * @param path Directory of the Ceph tree to mount; empty means the root.
     * @param user Ceph user to log in as; empty means admin.
     * @param secretFile Key ring file on the node; empty means /etc/ceph/user.secret.
     * @param secretRef Secret with the user's key, takes precedence over secretFile; null means the file is used.
     * @param readOnly True mounts the file system read-only; defaults to false.
     */
    @RecordBuilder
    public record CephFSPersistentVolumeSource(
            @Required @Atomic @Pb(1) List<String> monitors,
            @Pb(2) @Nullable String path,
            @Pb(3) @Nullable String user,
            @Pb(4) @Nullable String secretFile,
            @Pb(5) @Nullable SecretReference secretRef,
            @Pb(6) boolean readOnly)
            implements PersistentVolumeSpecCephFSPersistentVolumeSourceBuilder.With {
        public CephFSPersistentVolumeSource {
            monitors = Absent.list(monitors);
            path = Absent.optional(path);
            user = Absent.optional(user);
            secretFile = Absent.optional(secretFile);
        }
    }

    /**
     * A persistent volume attached by an exec-based FlexVolume plugin. Deprecated in favour of CSI.
     *
     * @param driver Name of the plugin, usually in the form vendor/driver.
     * @param fsType File system to mount; empty leaves the choice to the plugin.
     * @param secretRef Secret whose values are handed to the plugin; null means none.
     * @param readOnly True mounts the volume read-only; defaults to false.
     * @param options Extra plugin-specific settings passed as key and value pairs.
     */
    @RecordBuilder
    public record FlexPersistentVolumeSource(
            @Required @Pb(1) String driver,
            @Pb(2) @Nullable String fsType,
            @Pb(3) @Nullable SecretReference secretRef,
            @Pb(4) boolean readOnly,
            @Pb(5) Map<String, String> options)
            implements PersistentVolumeSpecFlexPersistentVolumeSourceBuilder.With {
        public FlexPersistentVolumeSource {
            driver = Absent.text(driver);
            fsType = Absent.optional(fsType);
            options = Absent.map(options);
        }
    }

    /**
     * An iSCSI disk behind a persistent volume.
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
    public record ISCSIPersistentVolumeSource(
            @Required @Pb(1) String targetPortal,
            @Required @Pb(2) String iqn,
            @Required @Pb(3) int lun,
            @Default(value = "default", published = true) @Pb(4) @Nullable String iscsiInterface,
            @Pb(5) @Nullable String fsType,
            @Pb(6) boolean readOnly,
            @Atomic @Pb(7) List<String> portals,
            @Pb(8) boolean chapAuthDiscovery,
            @Pb(11) boolean chapAuthSession,
            @Pb(10) @Nullable SecretReference secretRef,
            @Pb(12) @Nullable String initiatorName)
            implements PersistentVolumeSpecISCSIPersistentVolumeSourceBuilder.With {
        public ISCSIPersistentVolumeSource {
            targetPortal = Absent.text(targetPortal);
            iqn = Absent.text(iqn);
            iscsiInterface = Absent.optional(iscsiInterface);
            fsType = Absent.optional(fsType);
            portals = Absent.list(portals);
        }
    }

    /**
     * An Azure file share behind a persistent volume. Deprecated; requests go to the Azure File CSI driver.
     *
     * @param secretName Secret with the name and key of the storage account.
     * @param shareName Name of the file share.
     * @param readOnly True mounts the share read-only; defaults to false.
     * @param secretNamespace Namespace of the Secret; null means the namespace of the bound claim.
     */
    @RecordBuilder
    public record AzureFilePersistentVolumeSource(
            @Required @Pb(1) String secretName,
            @Required @Pb(2) String shareName,
            @Pb(3) boolean readOnly,
            @Written @Pb(4) @Nullable String secretNamespace)
            implements PersistentVolumeSpecAzureFilePersistentVolumeSourceBuilder.With {
        public AzureFilePersistentVolumeSource {
            secretName = Absent.text(secretName);
            shareName = Absent.text(shareName);
        }
    }

    /**
     * A ScaleIO volume behind a persistent volume. Deprecated; the plugin has been removed.
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
    public record ScaleIOPersistentVolumeSource(
            @Required @Pb(1) String gateway,
            @Required @Pb(2) String system,
            @Required @Pb(3) @Nullable SecretReference secretRef,
            @Pb(4) boolean sslEnabled,
            @Pb(5) @Nullable String protectionDomain,
            @Pb(6) @Nullable String storagePool,
            @Default(value = "ThinProvisioned", published = true) @Pb(7) @Nullable String storageMode,
            @Pb(8) @Nullable String volumeName,
            @Default(value = "xfs", published = true) @Pb(9) @Nullable String fsType,
            @Pb(10) boolean readOnly)
            implements PersistentVolumeSpecScaleIOPersistentVolumeSourceBuilder.With {
        public ScaleIOPersistentVolumeSource {
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
     * A StorageOS volume behind a persistent volume. Deprecated; the plugin has been removed.
     *
     * @param volumeName Name of the volume, unique within its StorageOS namespace.
     * @param volumeNamespace StorageOS namespace of the volume; empty means one named after the pod's namespace.
     * @param fsType File system on the volume; empty means ext4.
     * @param readOnly True mounts the volume read-only; defaults to false.
     * @param secretRef Secret with the StorageOS API login; null means built-in values are tried.
     */
    @RecordBuilder
    public record StorageOSPersistentVolumeSource(
            @Pb(1) @Nullable String volumeName,
            @Pb(2) @Nullable String volumeNamespace,
            @Pb(3) @Nullable String fsType,
            @Pb(4) boolean readOnly,
            @Pb(5) @Nullable ObjectReference secretRef)
            implements PersistentVolumeSpecStorageOSPersistentVolumeSourceBuilder.With {
        public StorageOSPersistentVolumeSource {
            volumeName = Absent.optional(volumeName);
            volumeNamespace = Absent.optional(volumeNamespace);
            fsType = Absent.optional(fsType);
        }
    }

    /**
     * A disk, partition or directory attached to one particular node.
     *
     * @param path Path on the node to a directory or a block device.
     * @param fsType File system to create on an unformatted block device; null lets the system choose one.
     */
    @RecordBuilder
    public record LocalVolumeSource(@Required @Pb(1) String path, @Pb(2) @Nullable String fsType)
            implements PersistentVolumeSpecLocalVolumeSourceBuilder.With {
        public LocalVolumeSource {
            path = Absent.text(path);
        }
    }

    /**
     * A persistent volume managed by an external CSI driver.
     *
     * @param driver Name of the CSI driver.
     * @param volumeHandle Identifier by which the driver knows the volume; cannot change.
     * @param readOnly True publishes the volume read-only to the node; defaults to false.
     * @param fsType File system to mount; empty leaves the choice to the driver.
     * @param volumeAttributes Driver-specific properties of the volume.
     * @param controllerPublishSecretRef Secret for attach and detach calls; null means none.
     * @param nodeStageSecretRef Secret for the node stage call; null means none.
     * @param nodePublishSecretRef Secret for the node publish call; null means none.
     * @param controllerExpandSecretRef Secret for the controller expand call; null means none.
     * @param nodeExpandSecretRef Secret for the node expand call; null means none.
     */
    @RecordBuilder
    public record CSIPersistentVolumeSource(
            @Required @Pb(1) String driver,
            @Required @Pb(2) String volumeHandle,
            @Pb(3) boolean readOnly,
            @Pb(4) @Nullable String fsType,
            @Pb(5) Map<String, String> volumeAttributes,
            @Pb(6) @Nullable SecretReference controllerPublishSecretRef,
            @Pb(7) @Nullable SecretReference nodeStageSecretRef,
            @Pb(8) @Nullable SecretReference nodePublishSecretRef,
            @Pb(9) @Nullable SecretReference controllerExpandSecretRef,
            @Pb(10) @Nullable SecretReference nodeExpandSecretRef)
            implements PersistentVolumeSpecCSIPersistentVolumeSourceBuilder.With {
        public CSIPersistentVolumeSource {
            driver = Absent.text(driver);
            volumeHandle = Absent.text(volumeHandle);
            fsType = Absent.optional(fsType);
            volumeAttributes = Absent.map(volumeAttributes);
        }
    }
}

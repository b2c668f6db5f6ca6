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
 * TODO-DOC.
 *
 * @param capacity TODO-DOC
 * @param gcePersistentDisk TODO-DOC
 * @param awsElasticBlockStore TODO-DOC
 * @param hostPath TODO-DOC
 * @param glusterfs TODO-DOC
 * @param nfs TODO-DOC
 * @param rbd TODO-DOC
 * @param iscsi TODO-DOC
 * @param cinder TODO-DOC
 * @param cephfs TODO-DOC
 * @param fc TODO-DOC
 * @param flocker TODO-DOC
 * @param flexVolume TODO-DOC
 * @param azureFile TODO-DOC
 * @param vsphereVolume TODO-DOC
 * @param quobyte TODO-DOC
 * @param azureDisk TODO-DOC
 * @param photonPersistentDisk TODO-DOC
 * @param portworxVolume TODO-DOC
 * @param scaleIO TODO-DOC
 * @param local TODO-DOC
 * @param storageos TODO-DOC
 * @param csi TODO-DOC
 * @param accessModes TODO-DOC
 * @param claimRef TODO-DOC
 * @param persistentVolumeReclaimPolicy TODO-DOC
 * @param storageClassName TODO-DOC
 * @param mountOptions TODO-DOC
 * @param volumeMode TODO-DOC
 * @param nodeAffinity TODO-DOC
 * @param volumeAttributesClassName TODO-DOC
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
    @DeprecatedField @FeatureGate("CSIMigrationPortworx") @Pb({2, 18}) @Nullable PortworxVolumeSource portworxVolume,
    @DeprecatedField @Pb({2, 19}) @Nullable ScaleIOPersistentVolumeSource scaleIO,
    @Pb({2, 20}) @Nullable LocalVolumeSource local,
    @DeprecatedField @Pb({2, 21}) @Nullable StorageOSPersistentVolumeSource storageos,
    @Pb({2, 22}) @Nullable CSIPersistentVolumeSource csi,
    @Atomic @EnumValues(PersistentVolumeAccessMode.class) @Pb(3) List<String> accessModes,
    @Pb(4) @Nullable ObjectReference claimRef,
    @EnumValues(PersistentVolumeReclaimPolicy.class) @Pb(5) @Nullable String persistentVolumeReclaimPolicy,
    @Pb(6) @Nullable String storageClassName,
    @Atomic @Pb(7) List<String> mountOptions,
    @EnumValues(PersistentVolumeMode.class) @Pb(8) @Nullable String volumeMode,
    @FeatureGate("MutablePVNodeAffinity") @Pb(9) @Nullable VolumeNodeAffinity nodeAffinity,
    @FeatureGate("VolumeAttributesClass") @Pb(10) @Nullable String volumeAttributesClassName)
    implements PersistentVolumeSpecBuilder.With {
    /** The value of a field that was not set. */
    public static final PersistentVolumeSpec EMPTY = new PersistentVolumeSpec(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public PersistentVolumeSpec {
        capacity = Absent.map(capacity);
        accessModes = Absent.list(accessModes);
        persistentVolumeReclaimPolicy = Absent.optional(persistentVolumeReclaimPolicy);
        storageClassName = Absent.optional(storageClassName);
        mountOptions = Absent.list(mountOptions);
    }


    /**
     * TODO-DOC.
     *
     * @param required TODO-DOC
     */
    @RecordBuilder
    public record VolumeNodeAffinity(
        @Pb(1) @Nullable NodeSelector required)
        implements PersistentVolumeSpecVolumeNodeAffinityBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param endpoints TODO-DOC
     * @param path TODO-DOC
     * @param readOnly TODO-DOC
     * @param endpointsNamespace TODO-DOC
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
     * TODO-DOC.
     *
     * @param monitors TODO-DOC
     * @param image TODO-DOC
     * @param fsType TODO-DOC
     * @param pool TODO-DOC
     * @param user TODO-DOC
     * @param keyring TODO-DOC
     * @param secretRef TODO-DOC
     * @param readOnly TODO-DOC
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
     * TODO-DOC.
     *
     * @param volumeID TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
     * @param secretRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param namespace TODO-DOC
     */
    @Atomic
    @RecordBuilder
    public record SecretReference(
        @Pb(1) @Nullable String name,
        @Pb(2) @Nullable String namespace)
        implements PersistentVolumeSpecSecretReferenceBuilder.With {
        public SecretReference {
            name = Absent.optional(name);
            namespace = Absent.optional(namespace);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param monitors TODO-DOC
     * @param path TODO-DOC
     * @param user TODO-DOC
     * @param secretFile TODO-DOC
     * @param secretRef TODO-DOC
     * @param readOnly TODO-DOC
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
     * TODO-DOC.
     *
     * @param driver TODO-DOC
     * @param fsType TODO-DOC
     * @param secretRef TODO-DOC
     * @param readOnly TODO-DOC
     * @param options TODO-DOC
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
     * TODO-DOC.
     *
     * @param targetPortal TODO-DOC
     * @param iqn TODO-DOC
     * @param lun TODO-DOC
     * @param iscsiInterface TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
     * @param portals TODO-DOC
     * @param chapAuthDiscovery TODO-DOC
     * @param chapAuthSession TODO-DOC
     * @param secretRef TODO-DOC
     * @param initiatorName TODO-DOC
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
     * TODO-DOC.
     *
     * @param secretName TODO-DOC
     * @param shareName TODO-DOC
     * @param readOnly TODO-DOC
     * @param secretNamespace TODO-DOC
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
     * TODO-DOC.
     *
     * @param gateway TODO-DOC
     * @param system TODO-DOC
     * @param secretRef TODO-DOC
     * @param sslEnabled TODO-DOC
     * @param protectionDomain TODO-DOC
     * @param storagePool TODO-DOC
     * @param storageMode TODO-DOC
     * @param volumeName TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
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
     * TODO-DOC.
     *
     * @param volumeName TODO-DOC
     * @param volumeNamespace TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
     * @param secretRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param path TODO-DOC
     * @param fsType TODO-DOC
     */
    @RecordBuilder
    public record LocalVolumeSource(
        @Required @Pb(1) String path,
        @Pb(2) @Nullable String fsType)
        implements PersistentVolumeSpecLocalVolumeSourceBuilder.With {
        public LocalVolumeSource {
            path = Absent.text(path);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param driver TODO-DOC
     * @param volumeHandle TODO-DOC
     * @param readOnly TODO-DOC
     * @param fsType TODO-DOC
     * @param volumeAttributes TODO-DOC
     * @param controllerPublishSecretRef TODO-DOC
     * @param nodeStageSecretRef TODO-DOC
     * @param nodePublishSecretRef TODO-DOC
     * @param controllerExpandSecretRef TODO-DOC
     * @param nodeExpandSecretRef TODO-DOC
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

package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param hostPath TODO-DOC
 * @param emptyDir TODO-DOC
 * @param gcePersistentDisk TODO-DOC
 * @param awsElasticBlockStore TODO-DOC
 * @param gitRepo TODO-DOC
 * @param secret TODO-DOC
 * @param nfs TODO-DOC
 * @param iscsi TODO-DOC
 * @param glusterfs TODO-DOC
 * @param persistentVolumeClaim TODO-DOC
 * @param rbd TODO-DOC
 * @param flexVolume TODO-DOC
 * @param cinder TODO-DOC
 * @param cephfs TODO-DOC
 * @param flocker TODO-DOC
 * @param downwardAPI TODO-DOC
 * @param fc TODO-DOC
 * @param azureFile TODO-DOC
 * @param configMap TODO-DOC
 * @param vsphereVolume TODO-DOC
 * @param quobyte TODO-DOC
 * @param azureDisk TODO-DOC
 * @param photonPersistentDisk TODO-DOC
 * @param projected TODO-DOC
 * @param portworxVolume TODO-DOC
 * @param scaleIO TODO-DOC
 * @param storageos TODO-DOC
 * @param csi TODO-DOC
 * @param ephemeral TODO-DOC
 * @param image TODO-DOC
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
    @DeprecatedField @FeatureGate("CSIMigrationPortworx") @Pb({2, 24}) @Nullable PortworxVolumeSource portworxVolume,
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
     * TODO-DOC.
     *
     * @param claimName TODO-DOC
     * @param readOnly TODO-DOC
     */
    @RecordBuilder
    public record PersistentVolumeClaimVolumeSource(
        @Required @Pb(1) String claimName,
        @Pb(2) boolean readOnly)
        implements VolumePersistentVolumeClaimVolumeSourceBuilder.With {
        public PersistentVolumeClaimVolumeSource {
            claimName = Absent.text(claimName);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param medium TODO-DOC
     * @param sizeLimit TODO-DOC
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
     * TODO-DOC.
     *
     * @param endpoints TODO-DOC
     * @param path TODO-DOC
     * @param readOnly TODO-DOC
     */
    @RecordBuilder
    public record GlusterfsVolumeSource(
        @Required @Pb(1) String endpoints,
        @Required @Pb(2) String path,
        @Pb(3) boolean readOnly)
        implements VolumeGlusterfsVolumeSourceBuilder.With {
        public GlusterfsVolumeSource {
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
     * TODO-DOC.
     *
     * @param volumeID TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
     * @param secretRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param driver TODO-DOC
     * @param fsType TODO-DOC
     * @param secretRef TODO-DOC
     * @param readOnly TODO-DOC
     * @param options TODO-DOC
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
     * TODO-DOC.
     *
     * @param repository TODO-DOC
     * @param revision TODO-DOC
     * @param directory TODO-DOC
     */
    @RecordBuilder
    public record GitRepoVolumeSource(
        @Required @Pb(1) String repository,
        @Pb(2) @Nullable String revision,
        @Pb(3) @Nullable String directory)
        implements VolumeGitRepoVolumeSourceBuilder.With {
        public GitRepoVolumeSource {
            repository = Absent.text(repository);
            revision = Absent.optional(revision);
            directory = Absent.optional(directory);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param secretName TODO-DOC
     * @param items TODO-DOC
     * @param defaultMode TODO-DOC
     * @param optional TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param items TODO-DOC
     * @param optional TODO-DOC
     */
    @RecordBuilder
    public record SecretProjection(
        @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
        @Atomic @Pb(2) List<KeyToPath> items,
        @Pb(4) @Nullable Boolean optional)
        implements VolumeSecretProjectionBuilder.With {
        public SecretProjection {
            name = Absent.optional(name);
            items = Absent.list(items);
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
     * TODO-DOC.
     *
     * @param secretName TODO-DOC
     * @param shareName TODO-DOC
     * @param readOnly TODO-DOC
     */
    @RecordBuilder
    public record AzureFileVolumeSource(
        @Required @Pb(1) String secretName,
        @Required @Pb(2) String shareName,
        @Pb(3) boolean readOnly)
        implements VolumeAzureFileVolumeSourceBuilder.With {
        public AzureFileVolumeSource {
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
     * TODO-DOC.
     *
     * @param volumeName TODO-DOC
     * @param volumeNamespace TODO-DOC
     * @param fsType TODO-DOC
     * @param readOnly TODO-DOC
     * @param secretRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param items TODO-DOC
     * @param defaultMode TODO-DOC
     * @param optional TODO-DOC
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
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param items TODO-DOC
     * @param optional TODO-DOC
     */
    @RecordBuilder
    public record ConfigMapProjection(
        @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
        @Atomic @Pb(2) List<KeyToPath> items,
        @Pb(4) @Nullable Boolean optional)
        implements VolumeConfigMapProjectionBuilder.With {
        public ConfigMapProjection {
            name = Absent.optional(name);
            items = Absent.list(items);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param audience TODO-DOC
     * @param expirationSeconds TODO-DOC
     * @param path TODO-DOC
     */
    @RecordBuilder
    public record ServiceAccountTokenProjection(
        @Pb(1) @Nullable String audience,
        @Default("3600") @Pb(2) @Nullable Long expirationSeconds,
        @Required @Pb(3) String path)
        implements VolumeServiceAccountTokenProjectionBuilder.With {
        public ServiceAccountTokenProjection {
            audience = Absent.optional(audience);
            path = Absent.text(path);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param signerName TODO-DOC
     * @param labelSelector TODO-DOC
     * @param optional TODO-DOC
     * @param path TODO-DOC
     */
    @RecordBuilder
    public record ClusterTrustBundleProjection(
        @Pb(1) @Nullable String name,
        @Pb(2) @Nullable String signerName,
        @Pb(3) @Nullable LabelSelector labelSelector,
        @Pb(5) @Nullable Boolean optional,
        @Required @Pb(4) String path)
        implements VolumeClusterTrustBundleProjectionBuilder.With {
        public ClusterTrustBundleProjection {
            path = Absent.text(path);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param signerName TODO-DOC
     * @param keyType TODO-DOC
     * @param maxExpirationSeconds TODO-DOC
     * @param credentialBundlePath TODO-DOC
     * @param keyPath TODO-DOC
     * @param certificateChainPath TODO-DOC
     * @param userAnnotations TODO-DOC
     */
    @RecordBuilder
    public record PodCertificateProjection(
        @Required @OmitEmpty @Pb(1) @Nullable String signerName,
        @Required @OmitEmpty @Pb(2) @Nullable String keyType,
        @Pb(3) @Nullable Integer maxExpirationSeconds,
        @Pb(4) @Nullable String credentialBundlePath,
        @Pb(5) @Nullable String keyPath,
        @Pb(6) @Nullable String certificateChainPath,
        @Pb(7) Map<String, String> userAnnotations)
        implements VolumePodCertificateProjectionBuilder.With {
        public PodCertificateProjection {
            signerName = Absent.optional(signerName);
            keyType = Absent.optional(keyType);
            credentialBundlePath = Absent.optional(credentialBundlePath);
            keyPath = Absent.optional(keyPath);
            certificateChainPath = Absent.optional(certificateChainPath);
            userAnnotations = Absent.map(userAnnotations);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param sources TODO-DOC
     * @param defaultMode TODO-DOC
     */
    @RecordBuilder
    public record ProjectedVolumeSource(
        @Written @Atomic @Pb(1) List<Projection> sources,
        @Default("420") @Pb(2) @Nullable Integer defaultMode)
        implements VolumeProjectedVolumeSourceBuilder.With {
        public ProjectedVolumeSource {
            sources = Absent.list(sources);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param secret TODO-DOC
     * @param downwardAPI TODO-DOC
     * @param configMap TODO-DOC
     * @param serviceAccountToken TODO-DOC
     * @param clusterTrustBundle TODO-DOC
     * @param podCertificate TODO-DOC
     */
    @RecordBuilder
    public record Projection(
        @Pb(1) @Nullable SecretProjection secret,
        @Pb(2) @Nullable DownwardAPIProjection downwardAPI,
        @Pb(3) @Nullable ConfigMapProjection configMap,
        @Pb(4) @Nullable ServiceAccountTokenProjection serviceAccountToken,
        @FeatureGate("ClusterTrustBundleProjection") @Pb(5) @Nullable ClusterTrustBundleProjection clusterTrustBundle,
        @FeatureGate("PodCertificateProjection") @Pb(6) @Nullable PodCertificateProjection podCertificate)
        implements VolumeProjectionBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param key TODO-DOC
     * @param path TODO-DOC
     * @param mode TODO-DOC
     */
    @RecordBuilder
    public record KeyToPath(
        @Required @Pb(1) String key,
        @Required @Pb(2) String path,
        @Pb(3) @Nullable Integer mode)
        implements VolumeKeyToPathBuilder.With {
        public KeyToPath {
            key = Absent.text(key);
            path = Absent.text(path);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param driver TODO-DOC
     * @param readOnly TODO-DOC
     * @param fsType TODO-DOC
     * @param volumeAttributes TODO-DOC
     * @param nodePublishSecretRef TODO-DOC
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
     * TODO-DOC.
     *
     * @param volumeClaimTemplate TODO-DOC
     */
    @RecordBuilder
    public record EphemeralVolumeSource(
        @Pb(1) @Nullable PersistentVolumeClaimTemplate volumeClaimTemplate)
        implements VolumeEphemeralVolumeSourceBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param metadata the usual object metadata
     * @param spec TODO-DOC
     */
    @RecordBuilder
    public record PersistentVolumeClaimTemplate(
        @Written @Pb(1) ObjectMeta metadata,
        @Required @Pb(2) PersistentVolumeClaimSpec spec)
        implements VolumePersistentVolumeClaimTemplateBuilder.With {
        public PersistentVolumeClaimTemplate {
            metadata = Absent.or(metadata, ObjectMeta.EMPTY);
            spec = Absent.or(spec, PersistentVolumeClaimSpec.EMPTY);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param items TODO-DOC
     * @param defaultMode TODO-DOC
     */
    @RecordBuilder
    public record DownwardAPIVolumeSource(
        @Atomic @Pb(1) List<DownwardAPIVolumeFile> items,
        @Default("420") @Pb(2) @Nullable Integer defaultMode)
        implements VolumeDownwardAPIVolumeSourceBuilder.With {
        public DownwardAPIVolumeSource {
            items = Absent.list(items);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param path TODO-DOC
     * @param fieldRef TODO-DOC
     * @param resourceFieldRef TODO-DOC
     * @param mode TODO-DOC
     */
    @RecordBuilder
    public record DownwardAPIVolumeFile(
        @Required @Pb(1) String path,
        @Pb(2) @Nullable ObjectFieldSelector fieldRef,
        @Pb(3) @Nullable ResourceFieldSelector resourceFieldRef,
        @Pb(4) @Nullable Integer mode)
        implements VolumeDownwardAPIVolumeFileBuilder.With {
        public DownwardAPIVolumeFile {
            path = Absent.text(path);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param items TODO-DOC
     */
    @RecordBuilder
    public record DownwardAPIProjection(
        @Atomic @Pb(1) List<DownwardAPIVolumeFile> items)
        implements VolumeDownwardAPIProjectionBuilder.With {
        public DownwardAPIProjection {
            items = Absent.list(items);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param reference TODO-DOC
     * @param pullPolicy TODO-DOC
     */
    @RecordBuilder
    public record ImageVolumeSource(
        @Pb(1) @Nullable String reference,
        @EnumValues(PullPolicy.class) @Pb(2) @Nullable String pullPolicy)
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

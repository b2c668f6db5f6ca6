package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One source of a projected volume; exactly one member is set.
 *
 * @param secret Files from the keys of a Secret.
 * @param downwardAPI Files from fields of the pod.
 * @param configMap Files from the keys of a ConfigMap.
 * @param serviceAccountToken File with a token of the pod's service account.
 * @param clusterTrustBundle File with CA certificates from ClusterTrustBundle objects.
 * @param podCertificate Files with a key and certificate issued for the pod.
 */
@RecordBuilder
public record VolumeProjection(
        @Pb(1) @Nullable SecretProjection secret,
        @Pb(2) @Nullable DownwardAPIProjection downwardAPI,
        @Pb(3) @Nullable ConfigMapProjection configMap,
        @Pb(4) @Nullable ServiceAccountTokenProjection serviceAccountToken,
        @FeatureGate("ClusterTrustBundleProjection") @Pb(5) @Nullable ClusterTrustBundleProjection clusterTrustBundle,
        @FeatureGate("PodCertificateProjection") @Pb(6) @Nullable PodCertificateProjection podCertificate)
        implements VolumeProjectionBuilder.With {
    /**
     * The part of a projected volume that comes from a Secret.
     *
     * @param name Name of the Secret, in the pod's namespace.
     * @param items Keys to expose and their paths; empty exposes every key under its own name.
     * @param optional True tolerates a missing Secret or key; null means false.
     */
    @RecordBuilder
    public record SecretProjection(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
            @Atomic @Pb(2) List<KeyToPath> items,
            @Pb(4) @Nullable Boolean optional)
            implements VolumeProjectionSecretProjectionBuilder.With {
        public SecretProjection {
            name = Absent.optional(name);
            items = Absent.list(items);
        }
    }

    /**
     * The part of a projected volume that comes from a ConfigMap.
     *
     * @param name Name of the ConfigMap, in the pod's namespace.
     * @param items Keys to expose and their paths; empty exposes every key under its own name.
     * @param optional True tolerates a missing ConfigMap or key; null means false.
     */
    @RecordBuilder
    public record ConfigMapProjection(
            @Default(value = "", published = true) @Pb({1, 1}) @Nullable String name,
            @Atomic @Pb(2) List<KeyToPath> items,
            @Pb(4) @Nullable Boolean optional)
            implements VolumeProjectionConfigMapProjectionBuilder.With {
        public ConfigMapProjection {
            name = Absent.optional(name);
            items = Absent.list(items);
        }
    }

    /**
     * The part of a projected volume that holds fields of the pod itself.
     *
     * @param items Files to create.
     */
    @RecordBuilder
    public record DownwardAPIProjection(@Atomic @Pb(1) List<DownwardAPIVolumeSource.DownwardAPIVolumeFile> items)
            implements VolumeProjectionDownwardAPIProjectionBuilder.With {
        public DownwardAPIProjection {
            items = Absent.list(items);
        }
    }

    /**
     * The part of a projected volume that holds a short-lived service account token, renewed by the kubelet.
     *
     * @param audience Recipient the token is meant for; empty means the API server.
     * @param expirationSeconds Requested lifetime in seconds, at least 600; defaults to 3600.
     * @param path Relative path of the token file inside the volume.
     */
    @RecordBuilder
    public record ServiceAccountTokenProjection(
            @Pb(1) @Nullable String audience,
            @Default("3600") @Pb(2) @Nullable Long expirationSeconds,
            @Required @Pb(3) String path)
            implements VolumeProjectionServiceAccountTokenProjectionBuilder.With {
        public ServiceAccountTokenProjection {
            audience = Absent.optional(audience);
            path = Absent.text(path);
        }
    }

    /**
     * The part of a projected volume that holds CA certificates from ClusterTrustBundle objects. Either one bundle
     * is named or bundles of one signer are selected.
     *
     * @param name Name of a single bundle; null when signerName is used.
     * @param signerName Signer whose bundles are merged; null when name is used.
     * @param labelSelector Filter on the signer's bundles; null matches none, an empty selector matches all.
     * @param optional True tolerates a missing bundle or an empty match; null means false.
     * @param path Relative path of the PEM file inside the volume.
     */
    @RecordBuilder
    public record ClusterTrustBundleProjection(
            @Pb(1) @Nullable String name,
            @Pb(2) @Nullable String signerName,
            @Pb(3) @Nullable LabelSelector labelSelector,
            @Pb(5) @Nullable Boolean optional,
            @Required @Pb(4) String path)
            implements VolumeProjectionClusterTrustBundleProjectionBuilder.With {
        public ClusterTrustBundleProjection {
            path = Absent.text(path);
        }
    }

    /**
     * The part of a projected volume that holds a private key and a certificate issued for the pod, both renewed by
     * the kubelet.
     *
     * @param signerName Signer that the certificate request is sent to.
     * @param keyType Kind of key to generate, such as RSA3072, ECDSAP256 or ED25519.
     * @param maxExpirationSeconds Longest accepted certificate lifetime in seconds, 3600 to 7862400; null means
     *     86400.
     * @param credentialBundlePath Relative path of one PEM file with the key followed by the certificate chain;
     *     preferred over two files.
     * @param keyPath Relative path of a PEM file with the private key only.
     * @param certificateChainPath Relative path of a PEM file with the certificate chain only.
     * @param userAnnotations Extra values passed to the signer unverified with each request.
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
            implements VolumeProjectionPodCertificateProjectionBuilder.With {
        public PodCertificateProjection {
            signerName = Absent.optional(signerName);
            keyType = Absent.optional(keyType);
            credentialBundlePath = Absent.optional(credentialBundlePath);
            keyPath = Absent.optional(keyPath);
            certificateChainPath = Absent.optional(certificateChainPath);
            userAnnotations = Absent.map(userAnnotations);
        }
    }
}

package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.KeyToPath;
import io.kubelayers.nucleus.core.Volume;
import io.kubelayers.nucleus.core.VolumeProjection;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.validation.DomainNames;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.validation.SignerNames;
import io.kubelayers.nucleus.volume.FilePaths;
import io.kubelayers.nucleus.volume.PluginRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with volumes put together of several sources ({@code validateProjectionSources}). */
final class ProjectedChecks {
    private static final List<String> KEY_TYPES =
            List.of("RSA3072", "RSA4096", "ECDSAP256", "ECDSAP384", "ECDSAP521", "ED25519");
    private static final long TOKEN_MIN = 600;
    private static final long TOKEN_MAX = 1L << 32;
    private static final int CERTIFICATE_MIN = 3600;
    private static final int CERTIFICATE_MAX = 7862400;
    private static final int KUBERNETES_CERTIFICATE_MAX = 86400;

    private final FieldPath volume;
    private final List<FieldError> errors;
    private final Set<String> paths = new HashSet<>();

    private ProjectedChecks(FieldPath volume, List<FieldError> errors) {
        this.volume = volume;
        this.errors = errors;
    }

    static void check(FieldPath path, Volume.ProjectedVolumeSource source, List<FieldError> errors) {
        KeyFileChecks.mode(path.child("defaultMode"), source.defaultMode(), errors);
        var checks = new ProjectedChecks(path, errors);
        for (int i = 0; i < source.sources().size(); i++) {
            checks.source(path.child("sources").index(i), source.sources().get(i));
        }
    }

    private void source(FieldPath at, VolumeProjection source) {
        int sources = 0;
        if (source.secret() != null) {
            sources++;
            var secret = source.secret();
            keys(at.child("secret"), secret.name(), secret.items());
        }
        if (source.configMap() != null) {
            sources++;
            var configMap = source.configMap();
            keys(at.child("configMap"), configMap.name(), configMap.items());
        }
        if (source.downwardAPI() != null) {
            sources++;
            for (var file : source.downwardAPI().items()) {
                KeyFileChecks.file(at.child("downwardAPI"), file, errors);
                once(file.path(), file.path());
            }
        }
        if (source.serviceAccountToken() != null) {
            sources++;
            token(at.child("serviceAccountToken"), source.serviceAccountToken());
        }
        if (source.clusterTrustBundle() != null) {
            sources++;
            bundle(at.child("clusterTrustBundle"), source.clusterTrustBundle());
        }
        if (source.podCertificate() != null) {
            sources++;
            certificate(at.child("podCertificate"), source.podCertificate());
        }
        if (sources > 1) {
            errors.add(FieldError.forbidden(at, "may not specify more than 1 volume type per source"));
        }
    }

    private void keys(FieldPath path, @Nullable String name, List<KeyToPath> items) {
        PluginRules.required(path, "name", name, errors);
        for (int i = 0; i < items.size(); i++) {
            KeyFileChecks.item(path.child("items").index(i), items.get(i), errors);
            once(items.get(i).path(), name == null ? "" : name);
        }
    }

    private void once(String path, String shown) {
        if (!path.isEmpty() && !paths.add(path)) {
            errors.add(FieldError.invalid(volume, shown, "conflicting duplicate paths"));
        }
    }

    private void token(FieldPath path, VolumeProjection.ServiceAccountTokenProjection token) {
        long seconds = token.expirationSeconds() == null ? 0 : token.expirationSeconds();
        if (seconds < TOKEN_MIN) {
            errors.add(FieldError.invalid(
                    path.child("expirationSeconds"), seconds, "may not specify a duration less than 10 minutes"));
        }
        if (seconds > TOKEN_MAX) {
            errors.add(FieldError.invalid(
                    path.child("expirationSeconds"), seconds, "may not specify a duration larger than 2^32 seconds"));
        }
        if (token.path().isEmpty()) {
            errors.add(FieldError.required(volume.child("path"), ""));
        } else {
            FilePaths.notReserved(volume.child("path"), token.path(), errors);
        }
    }

    private void bundle(FieldPath path, VolumeProjection.ClusterTrustBundleProjection bundle) {
        var name = bundle.name();
        var signer = bundle.signerName();
        if (name != null && signer != null) {
            errors.add(FieldError.invalid(path, ShownValue.of(bundle), "only one of name and signerName may be used"));
        } else if (name != null) {
            bundleName(path.child("name"), name);
            if (bundle.labelSelector() != null) {
                errors.add(FieldError.invalid(
                        path.child("labelSelector"),
                        ShownValue.of(bundle.labelSelector()),
                        "labelSelector must be unset if name is specified"));
            }
        } else if (signer != null) {
            if (signer.isEmpty()) {
                errors.add(FieldError.required(path.child("signerName"), "must be a valid signer name"));
            }
            SignerNames.check(path.child("signerName"), signer, errors);
            errors.addAll(LabelSelectors.validate(path.child("labelSelector"), bundle.labelSelector()));
        } else {
            errors.add(FieldError.required(path, "either name or signerName must be specified"));
        }
        PluginRules.required(path, "path", bundle.path(), errors);
        FilePaths.notReserved(path.child("path"), bundle.path(), errors);
        if (!paths.add(bundle.path())) {
            errors.add(FieldError.invalid(volume, bundle.path(), "conflicting duplicate paths"));
        }
    }

    /** A name of its own, or that of a signer with colons, and a name. */
    private void bundleName(FieldPath path, String name) {
        if (name.isEmpty()) {
            errors.add(FieldError.required(path, "must be a valid object name"));
        }
        int colon = name.lastIndexOf(':');
        var own = colon < 0 ? name : name.substring(colon + 1);
        for (var complaint : Names.dnsSubdomain(own)) {
            errors.add(FieldError.invalid(path, name, "not a valid clustertrustbundlename: " + complaint));
        }
    }

    private void certificate(FieldPath path, VolumeProjection.PodCertificateProjection certificate) {
        var signer = certificate.signerName() == null ? "" : certificate.signerName();
        SignerNames.check(path.child("signerName"), signer, errors);
        for (var key : certificate.userAnnotations().keySet()) {
            errors.addAll(DomainNames.prefixedKey(path.child("userAnnotations"), key));
        }
        var keyType = certificate.keyType() == null ? "" : certificate.keyType();
        PodSpecChecks.choiceIfSet(path.child("keyType"), keyType, KEY_TYPES, errors);
        lifetime(path.child("maxExpirationSeconds"), signer, certificate.maxExpirationSeconds());
        boolean bundle = file(path, "credentialBundlePath", certificate.credentialBundlePath());
        boolean key = file(path, "keyPath", certificate.keyPath());
        boolean chain = file(path, "certificateChainPath", certificate.certificateChainPath());
        if (!bundle && !key && !chain) {
            errors.add(FieldError.required(
                    path, "specify at least one of credentialBundlePath, keyPath, and certificateChainPath"));
        }
    }

    private void lifetime(FieldPath path, String signer, @Nullable Integer seconds) {
        if (seconds == null) {
            return;
        }
        if (seconds < CERTIFICATE_MIN) {
            errors.add(FieldError.invalid(
                    path, seconds, "if provided, maxExpirationSeconds must be >= " + CERTIFICATE_MIN));
        }
        int most = signer.startsWith("kubernetes.io/") ? KUBERNETES_CERTIFICATE_MAX : CERTIFICATE_MAX;
        if (seconds > most) {
            errors.add(FieldError.invalid(path, seconds, "if provided, maxExpirationSeconds must be <= " + most));
        }
    }

    private boolean file(FieldPath path, String field, @Nullable String file) {
        if (file == null) {
            return false;
        }
        FilePaths.notReserved(path.child(field), file, errors);
        once(file, file);
        return true;
    }
}

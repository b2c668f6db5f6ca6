package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Bytes;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a signer for an X.509 certificate; someone approves it, then the signer fills it in.
 *
 * @param metadata the usual object metadata
 * @param spec The request; cannot change.
 * @param status Decision and issued certificate.
 */
@Kind(
        group = "certificates.k8s.io",
        version = "v1",
        plural = "certificatesigningrequests",
        scope = Scope.CLUSTER,
        shortNames = "csr",
        fieldSelectors = "spec.signerName",
        subresources = {
            @Subresource(
                    name = "approval",
                    verbs = {"get", "patch", "update"}),
            @Subresource(
                    name = "status",
                    verbs = {"get", "patch", "update"})
        },
        columns = {
            @Column(name = "Name", format = "name"),
            @Column(name = "Age"),
            @Column(name = "SignerName"),
            @Column(name = "Requestor"),
            @Column(name = "RequestedDuration"),
            @Column(name = "Condition")
        })
@RecordBuilder
public record CertificateSigningRequest(
        @Written @Pb(1) ObjectMeta metadata, @Required @Immutable @Pb(2) Spec spec, @Written @Pb(3) Status status)
        implements KubernetesObject, CertificateSigningRequestBuilder.With {
    public CertificateSigningRequest {
        metadata = Absent.or(metadata, ObjectMeta.EMPTY);
        spec = Absent.or(spec, Spec.EMPTY);
        status = Absent.or(status, Status.EMPTY);
    }

    @Override
    public CertificateSigningRequest withMetadata(ObjectMeta metadata) {
        return CertificateSigningRequestBuilder.With.super.withMetadata(metadata);
    }

    /**
     * The request for a certificate, plus who made it.
     *
     * @param request PEM block of type CERTIFICATE REQUEST, sent as base64.
     * @param signerName Signer asked, as domain and path.
     * @param expirationSeconds Wanted lifetime in seconds, at least 600; a signer may ignore it, null leaves it
     *     open.
     * @param usages Wanted key usages, such as client auth; each once.
     * @param username Name of the asking user; set by the server.
     * @param uid Identifier of the asking user; set by the server.
     * @param groups Groups of the asking user; set by the server.
     * @param extra Further attributes of the asking user; set by the server.
     */
    @TypeName("CertificateSigningRequestSpec")
    @RecordBuilder
    public record Spec(
            @Required @Pb(1) Bytes request,
            @Required @Pb(7) String signerName,
            @Pb(8) @Nullable Integer expirationSeconds,
            @Atomic @EnumValues(KeyUsage.class) @Pb(5) List<String> usages,
            @Immutable @Pb(2) @Nullable String username,
            @Immutable @Pb(3) @Nullable String uid,
            @Atomic @Immutable @Pb(4) List<String> groups,
            @Immutable @Pb(6) Map<String, List<String>> extra)
            implements CertificateSigningRequestSpecBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Spec EMPTY = new Spec(null, null, null, null, null, null, null, null);

        public Spec {
            request = Absent.or(request, Bytes.EMPTY);
            signerName = Absent.text(signerName);
            usages = Absent.list(usages);
            username = Absent.optional(username);
            uid = Absent.optional(uid);
            groups = Absent.list(groups);
            extra = Absent.map(extra);
        }
    }

    /**
     * Decision on a certificate request and its outcome.
     *
     * @param conditions Approved, Denied or Failed marks; empty while undecided.
     * @param certificate Issued chain as PEM, sent as base64; empty until signed, then fixed.
     */
    @TypeName("CertificateSigningRequestStatus")
    @RecordBuilder
    public record Status(
            @ListMap("type") @Pb(1) List<Condition> conditions, @Immutable("once-set") @Pb(2) Bytes certificate)
            implements CertificateSigningRequestStatusBuilder.With {
        /** The value of a field that was not set. */
        @SuppressWarnings("NullAway") // the constructor fills in what is absent
        public static final Status EMPTY = new Status(null, null);

        public Status {
            conditions = Absent.list(conditions);
            certificate = Absent.or(certificate, Bytes.EMPTY);
        }
    }

    /**
     * One decision or result on a certificate request.
     *
     * @param type Approved, Denied or Failed; the first two exclude each other.
     * @param status Whether it holds; must be True for these types.
     * @param reason Camel case word why; may be empty.
     * @param message Readable detail; may be empty.
     * @param lastUpdateTime When the condition was last written.
     * @param lastTransitionTime When status last changed.
     */
    @TypeName("CertificateSigningRequestCondition")
    @RecordBuilder
    public record Condition(
            @Required @EnumValues(value = RequestConditionType.class, closed = false) @Pb(1) String type,
            @Required @EnumValues(value = ConditionStatus.class, closed = false) @Pb(6) String status,
            @Pb(2) @Nullable String reason,
            @Pb(3) @Nullable String message,
            @Written @Pb(4) @Nullable Instant lastUpdateTime,
            @Written @Pb(5) @Nullable Instant lastTransitionTime)
            implements CertificateSigningRequestConditionBuilder.With {
        public Condition {
            type = Absent.text(type);
            status = Absent.text(status);
            reason = Absent.optional(reason);
            message = Absent.optional(message);
        }
    }

    /** The values of {@code KeyUsage}. */
    public static final class KeyUsage {
        public static final String SIGNING = "signing";
        public static final String DIGITAL_SIGNATURE = "digital signature";
        public static final String CONTENT_COMMITMENT = "content commitment";
        public static final String KEY_ENCIPHERMENT = "key encipherment";
        public static final String KEY_AGREEMENT = "key agreement";
        public static final String DATA_ENCIPHERMENT = "data encipherment";
        public static final String CERT_SIGN = "cert sign";
        public static final String CRL_SIGN = "crl sign";
        public static final String ENCIPHER_ONLY = "encipher only";
        public static final String DECIPHER_ONLY = "decipher only";
        public static final String ANY = "any";
        public static final String SERVER_AUTH = "server auth";
        public static final String CLIENT_AUTH = "client auth";
        public static final String CODE_SIGNING = "code signing";
        public static final String EMAIL_PROTECTION = "email protection";
        public static final String S_MIME = "s/mime";
        public static final String IPSEC_END_SYSTEM = "ipsec end system";
        public static final String IPSEC_TUNNEL = "ipsec tunnel";
        public static final String IPSEC_USER = "ipsec user";
        public static final String TIMESTAMPING = "timestamping";
        public static final String OCSP_SIGNING = "ocsp signing";
        public static final String MICROSOFT_SGC = "microsoft sgc";
        public static final String NETSCAPE_SGC = "netscape sgc";

        private KeyUsage() {}
    }

    /** The values of {@code RequestConditionType} known upstream; others may occur. */
    public static final class RequestConditionType {
        public static final String APPROVED = "Approved";
        public static final String DENIED = "Denied";
        public static final String FAILED = "Failed";

        private RequestConditionType() {}
    }
}

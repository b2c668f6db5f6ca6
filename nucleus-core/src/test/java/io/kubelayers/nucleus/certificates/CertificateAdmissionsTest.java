package io.kubelayers.nucleus.certificates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.value.Bytes;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CertificateAdmissionsTest {
    /** {@code openssl req -new -subj "/O=system:masters/O=dev/CN=jane"}. */
    private static final String REQUEST =
            """
            -----BEGIN CERTIFICATE REQUEST-----
            MIHyMIGYAgEAMDYxFzAVBgNVBAoMDnN5c3RlbTptYXN0ZXJzMQwwCgYDVQQKDANk
            ZXYxDTALBgNVBAMMBGphbmUwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAASkwLPf
            lpMF4c+3ZX7MVxXby19Ek+10xzeVV9R+OUUFyIOkPjaVrQ5aevp6DIqYdErBd9gw
            a+rM+TiQiQrpPITpoAAwCgYIKoZIzj0EAwIDSQAwRgIhAOxevKJlTV3hHtM1l56Y
            cTK9BtCUvZC6QTjzGhhMR8PcAiEA45YfbZ02RHdvHtBfLYsj+i4Q8kdNjbzK2R3t
            2/1jcj0=
            -----END CERTIFICATE REQUEST-----
            """;

    private static CertificateSigningRequest asked(String signer, String request) {
        return CertificateSigningRequestBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("csr").build())
                .spec(CertificateSigningRequestSpecBuilder.builder()
                        .signerName(signer)
                        .request(Bytes.utf8(request))
                        .build())
                .build();
    }

    private static AdmissionRequest request(
            Operation operation,
            String subresource,
            CertificateSigningRequest object,
            @Nullable CertificateSigningRequest old) {
        return new AdmissionRequest(
                operation,
                ResourceType.of(CertificateSigningRequest.class),
                subresource,
                "",
                "csr",
                object,
                old,
                Users.user("jane"),
                false);
    }

    /** Allows what is asked about that name of a signer. */
    private static Authorizer allowing(String verb, String signer) {
        return access -> access.verb().equals(verb)
                        && access.resource().equals("signers")
                        && access.name().equals(signer)
                ? AccessDecision.allow("test", "")
                : AccessDecision.noOpinion("test", "");
    }

    @Test
    void whoMayApproveForTheSignerOrItsDomainApproves() {
        var csr = asked("example.com/mine", "");
        var request = request(Operation.UPDATE, "approval", csr, csr);
        new CertificateApproval(allowing("approve", "example.com/mine")).validate(request);
        new CertificateApproval(allowing("approve", "example.com/*")).validate(request);
        assertThatThrownBy(() -> new CertificateApproval(allowing("sign", "example.com/mine")).validate(request))
                .hasMessage("certificatesigningrequests.certificates.k8s.io \"csr\" is forbidden: user not permitted to"
                        + " approve requests with signerName \"example.com/mine\"");
    }

    @Test
    void whoMaySignForTheSignerWritesTheCertificate() {
        var csr = asked("example.com/mine", "");
        var signed = csr.withStatus(csr.status().withCertificate(Bytes.utf8("certificate")));
        var plugin = new CertificateSigning(allowing("sign", "other.com/*"));
        plugin.validate(request(Operation.UPDATE, "status", csr, csr));
        assertThatThrownBy(() -> plugin.validate(request(Operation.UPDATE, "status", signed, csr)))
                .hasMessageEndingWith("user not permitted to sign requests with signerName \"example.com/mine\"");
        new CertificateSigning(allowing("sign", "example.com/*"))
                .validate(request(Operation.UPDATE, "status", signed, csr));
    }

    @Test
    void nobodyAsksToBecomeAMaster() {
        var plugin = new CertificateSubjectRestriction();
        var client = request(Operation.CREATE, "", asked("kubernetes.io/kube-apiserver-client", REQUEST), null);
        assertThat(plugin.handles(client)).isTrue();
        assertThatThrownBy(() -> plugin.validate(client))
                .hasMessageEndingWith(
                        "use of kubernetes.io/kube-apiserver-client signer with system:masters group is not allowed");
        assertThat(plugin.handles(request(Operation.CREATE, "", asked("example.com/mine", REQUEST), null)))
                .isFalse();
    }

    @Test
    void theSubjectOfARequestIsRead() {
        assertThat(RequestedSubject.organizations(REQUEST.getBytes(StandardCharsets.US_ASCII)))
                .containsExactly("system:masters", "dev");
        var broken = REQUEST.replaceFirst("(?s)\n.{64}\n", "\nMIH\n");
        assertThatThrownBy(() -> RequestedSubject.organizations(broken.getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

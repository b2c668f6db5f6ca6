package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import java.util.List;

/**
 * Nobody asks the signer of API clients for a certificate of group {@code system:masters}
 * ({@code plugin/pkg/admission/certificates/subjectrestriction}).
 */
public final class CertificateSubjectRestriction implements AdmissionPlugin.Validating {
    private static final String CLIENT_SIGNER = "kubernetes.io/kube-apiserver-client";
    private static final String MASTERS = "system:masters";

    @Override
    public String name() {
        return "CertificateSubjectRestriction";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && request.concerns(CertificateSigningRequest.class)
                && request.object() instanceof CertificateSigningRequest asked
                && asked.spec().signerName().equals(CLIENT_SIGNER);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!(request.object() instanceof CertificateSigningRequest asked)) {
            throw request.forbidden("expected type CertificateSigningRequest");
        }
        if (organizations(request, asked).contains(MASTERS)) {
            throw request.forbidden("use of " + CLIENT_SIGNER + " signer with " + MASTERS + " group is not allowed");
        }
    }

    private static List<String> organizations(AdmissionRequest request, CertificateSigningRequest asked) {
        try {
            return RequestedSubject.organizations(asked.spec().request().toArray());
        } catch (IllegalArgumentException unreadable) {
            throw request.forbidden("failed to parse CSR: " + unreadable.getMessage());
        }
    }
}

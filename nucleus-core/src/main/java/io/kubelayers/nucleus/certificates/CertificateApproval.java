package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;

/**
 * Only who may approve for the signer approves or denies a request for a certificate
 * ({@code plugin/pkg/admission/certificates/approval}).
 */
public final class CertificateApproval implements AdmissionPlugin.Validating {
    private final Authorizer authorizer;

    public CertificateApproval(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return "CertificateApproval";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.UPDATE
                && request.subresource().equals("approval")
                && request.type().is(CertificateSigningRequest.class);
    }

    /** Asks for the signer of the stored request: the one sent might name another. */
    @Override
    public void validate(AdmissionRequest request) {
        if (!(request.oldObject() instanceof CertificateSigningRequest asked)) {
            throw request.forbidden("expected type CertificateSigningRequest");
        }
        var signer = asked.spec().signerName();
        if (!SignerPermission.holds(authorizer, request.user(), "approve", signer)) {
            throw request.forbidden("user not permitted to approve requests with signerName \"" + signer + "\"");
        }
    }
}

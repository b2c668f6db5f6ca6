package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import java.util.Objects;

/**
 * Only who may sign for the signer writes a certificate, or conditions, into the status of a request
 * ({@code plugin/pkg/admission/certificates/signing}).
 */
public final class CertificateSigning implements AdmissionPlugin.Validating {
    private final Authorizer authorizer;

    public CertificateSigning(Authorizer authorizer) {
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return "CertificateSigning";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.UPDATE
                && request.subresource().equals("status")
                && request.type().is(CertificateSigningRequest.class);
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (!(request.oldObject() instanceof CertificateSigningRequest before)
                || !(request.object() instanceof CertificateSigningRequest after)) {
            throw request.forbidden("expected type CertificateSigningRequest");
        }
        if (Objects.equals(before.status().certificate(), after.status().certificate())
                && before.status().conditions().equals(after.status().conditions())) {
            return;
        }
        var signer = before.spec().signerName();
        if (!SignerPermission.holds(authorizer, request.user(), "sign", signer)) {
            throw request.forbidden("user not permitted to sign requests with signerName \"" + signer + "\"");
        }
    }
}

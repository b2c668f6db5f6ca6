package io.kubelayers.nucleus.certificates;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.meta.KubernetesObject;

/** A certificate request says who made it: the server writes it there (registry {@code certificates/strategy.go}). */
public final class CertificateRequester implements AdmissionPlugin.Mutating {
    @Override
    public String name() {
        return "CertificateRequester";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == AdmissionRequest.Operation.CREATE
                && request.concerns(CertificateSigningRequest.class);
    }

    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        if (!(request.object() instanceof CertificateSigningRequest asked)) {
            throw new IllegalArgumentException("not a certificate signing request: " + request.type());
        }
        var user = request.user();
        return asked.withSpec(CertificateSigningRequestSpecBuilder.builder(asked.spec())
                .username(user.username())
                .uid(user.uid())
                .groups(user.groups())
                .extra(user.extra())
                .build());
    }
}

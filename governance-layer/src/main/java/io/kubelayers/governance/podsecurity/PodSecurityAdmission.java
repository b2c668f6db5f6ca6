package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.admission.AdmissionNotes;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;

/** Admission plugin PodSecurity: holds pods to the policy that their namespace's labels ask for. */
public final class PodSecurityAdmission implements AdmissionPlugin.Validating {
    private static final String AUDIT_PREFIX = "pod-security.kubernetes.io/";

    private final Informers informers;
    private final PodSecurityReview review;

    public PodSecurityAdmission(Informers informers, PodSecurityReview review) {
        this.informers = informers;
        this.review = review;
    }

    @Override
    public String name() {
        return "PodSecurity";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        if (request.object() == null
                || (request.operation() != Operation.CREATE && request.operation() != Operation.UPDATE)) {
            return false;
        }
        if (request.type().is(Pod.class)) {
            return PodSecurityReview.looksAtPod(request);
        }
        return request.subresource().isEmpty()
                && (request.type().is(Namespace.class)
                        || EmbeddedPod.TEMPLATE_KINDS.stream().anyMatch(request.type()::is));
    }

    @Override
    public void validate(AdmissionRequest request) {
        validate(request, AdmissionNotes.NONE);
    }

    @Override
    public void validate(AdmissionRequest request, AdmissionNotes notes) {
        var decision = decide(request);
        decision.auditAnnotations().forEach((key, value) -> notes.annotate(AUDIT_PREFIX + key, value));
        decision.warnings().forEach(notes::warn);
        if (!decision.allowed()) {
            throw refusal(request, decision);
        }
    }

    static ApiException refusal(AdmissionRequest request, PodSecurityDecision decision) {
        var type = request.type();
        var refusal = decision.invalidLabels().isEmpty()
                ? ApiErrors.forbidden(
                        new ApiErrors.Resource(type.group(), type.plural()), request.name(), decision.explain())
                : ApiErrors.invalid("", "Namespace", request.name(), decision.invalidLabels());
        return refusal.because(decision);
    }

    private PodSecurityDecision decide(AdmissionRequest request) {
        if (request.type().is(Namespace.class)) {
            return review.namespace(request, () -> informers.lister(Pod.class).list(request.name()));
        }
        boolean isPod = request.type().is(Pod.class);
        if (isPod && !(request.object() instanceof Pod)) {
            throw ApiErrors.badRequest("failed to decode pod");
        }
        var namespace = informers.lister(Namespace.class).get("", request.namespace());
        if (namespace.isEmpty()) {
            var name = "\"" + request.namespace() + "\"";
            var missing = "failed to lookup namespace " + name;
            if (isPod) {
                throw ApiErrors.internal(missing);
            }
            return PodSecurityDecision.noting(
                    PodSecurityDecision.ERROR, missing + ": namespaces " + name + " not found");
        }
        var labels = namespace.get().metadata().labels();
        return isPod ? review.pod(request, labels) : review.template(request, labels);
    }
}

package io.kubelayers.nucleus.namespace;

import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.authorization.LocalSubjectAccessReview;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Objects;
import java.util.Set;

/**
 * Nothing is created in a namespace that does not exist or is going away, and the namespaces that the cluster itself needs
 * can't be deleted (plugin/pkg/admission/namespace/lifecycle).
 */
public final class NamespaceLifecycle implements AdmissionPlugin.Mutating, AdmissionPlugin.Validating {
    /** Finalizer in the spec of every namespace: content first. */
    public static final String FINALIZER = "kubernetes";

    private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

    private final Informers informers;

    public NamespaceLifecycle(Informers informers) {
        this.informers = informers;
    }

    @Override
    public String name() {
        return "NamespaceLifecycle";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return request.operation() == Operation.CREATE
                        && request.type().namespaced()
                        && !request.type().is(LocalSubjectAccessReview.class) // whether it is there is not told
                || request.operation() == Operation.DELETE && request.concerns(Namespace.class);
    }

    /** Looked at before any other plugin, which would miss things in a namespace that is not there. */
    @Override
    public KubernetesObject mutate(AdmissionRequest request) {
        validate(request);
        return Objects.requireNonNull(request.object(), "object");
    }

    @Override
    public void validate(AdmissionRequest request) {
        if (request.operation() == Operation.DELETE) {
            if (IMMORTAL.contains(request.name())) {
                throw ApiErrors.forbidden(
                        new ApiErrors.Resource("", "namespaces"), request.name(), "this namespace may not be deleted");
            }
            return;
        }
        var namespace = informers
                .lister(Namespace.class)
                .get("", request.namespace())
                .orElseThrow(() -> ApiErrors.notFound(new ApiErrors.Resource("", "namespaces"), request.namespace()));
        if (namespace.metadata().isBeingDeleted()
                || Namespace.Phase.TERMINATING.equals(namespace.status().phase())) {
            throw request.forbidden("unable to create new content in namespace " + request.namespace()
                            + " because it is being terminated")
                    .cause(
                            "NamespaceTerminating",
                            "namespace " + request.namespace() + " is being terminated",
                            "metadata.namespace");
        }
    }
}

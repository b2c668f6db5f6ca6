package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.admission.AdmissionRequest;
import io.kubelayers.nucleus.admission.AdmissionRequest.Operation;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.Locale;
import java.util.Optional;

/**
 * Refuses roles and bindings that would give somebody rights the writer does not hold.
 *
 * <p>Upstream has this check inside the storage of the four kinds, not among the admission plugins.
 */
public final class EscalationAdmission implements AdmissionPlugin.Validating {
    private static final String GROUP = "rbac.authorization.k8s.io";

    private final RbacEvaluator rbac;
    private final Authorizer authorizer;

    /**
     * The check of a cluster.
     *
     * @param authorizer who says whether somebody may escalate or bind
     */
    public EscalationAdmission(Informers informers, Authorizer authorizer) {
        this.rbac = RbacEvaluator.of(new StoredPolicy(informers));
        this.authorizer = authorizer;
    }

    @Override
    public String name() {
        return "RBACEscalation";
    }

    @Override
    public boolean handles(AdmissionRequest request) {
        return (request.operation() == Operation.CREATE || request.operation() == Operation.UPDATE)
                && (request.concerns(Role.class)
                        || request.concerns(ClusterRole.class)
                        || request.concerns(RoleBinding.class)
                        || request.concerns(ClusterRoleBinding.class));
    }

    @Override
    public void validate(AdmissionRequest request) {
        try {
            var decision = decide(request);
            if (!decision.allowed()) {
                var resource = new ApiErrors.Resource(GROUP, request.type().plural());
                throw ApiErrors.forbidden(resource, request.name(), decision.error())
                        .because(decision);
            }
        } catch (RoleNotFoundException missing) {
            var kind = missing.ref().kind().toLowerCase(Locale.ROOT);
            throw ApiErrors.notFound(
                    new ApiErrors.Resource(GROUP, kind), missing.ref().name());
        }
    }

    private EscalationDecision decide(AdmissionRequest request) {
        var check = EscalationCheck.of(rbac, request.user(), authorizer);
        var object = request.object();
        if (object instanceof Role role) {
            return check.write(role, old(request, Role.class));
        }
        if (object instanceof ClusterRole role) {
            return check.write(role, old(request, ClusterRole.class));
        }
        if (object instanceof RoleBinding binding) {
            return check.write(binding, old(request, RoleBinding.class));
        }
        if (object instanceof ClusterRoleBinding binding) {
            return check.write(binding, old(request, ClusterRoleBinding.class));
        }
        throw new IllegalArgumentException(
                "not a role or binding: " + request.type().kind());
    }

    private static <T extends KubernetesObject> Optional<T> old(AdmissionRequest request, Class<T> kind) {
        return Optional.ofNullable(request.oldObject()).map(kind::cast);
    }
}

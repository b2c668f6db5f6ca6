package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link AccessRequest}. RBAC only ever allows or has no opinion; it never denies.
 *
 * @param request what was asked
 * @param grant the rule that allows it; null if none does
 * @param errors roles that bindings of the user refer to but which don't exist; only looked for when not allowed
 * @param policy the roles and bindings it was decided on, which near misses are looked for in
 */
public record RbacDecision(AccessRequest request, @Nullable Grant grant, List<String> errors, PolicyView policy)
        implements AccessDecision {
    public RbacDecision {
        errors = List.copyOf(errors);
    }

    @Override
    public Verdict verdict() {
        return grant != null ? Verdict.ALLOW : Verdict.NO_OPINION;
    }

    /**
     * Upstream's reason: {@code RBAC: allowed by …}, {@code RBAC: role… not found} where a role that might have granted
     * the request is missing, otherwise empty.
     */
    @Override
    public String reason() {
        if (grant != null) {
            return "RBAC: allowed by " + grant.describe();
        }
        return errors.isEmpty() ? "" : "RBAC: " + GoText.aggregate(errors);
    }

    /** What nearly allowed the request, nearest first; empty if it is allowed. Searches the whole policy. */
    public List<NearMiss> nearMisses() {
        return allowed() ? List.of() : NearMisses.of(request, policy);
    }

    /** The reason if allowed; otherwise the refusal as the server words it, with the reason if there is one. */
    @Override
    public String explain() {
        if (allowed()) {
            return reason();
        }
        return errors.isEmpty() ? refusal() : refusal() + ": " + reason();
    }

    private String refusal() {
        var asked = "User " + GoText.quote(Subjects.nameOf(request.user())) + " cannot " + request.verb();
        if (!request.resourceRequest()) {
            return asked + " path " + GoText.quote(request.path());
        }
        var resource =
                request.subresource().isEmpty() ? request.resource() : request.resource() + "/" + request.subresource();
        var scope = request.namespace().isEmpty()
                ? "at the cluster scope"
                : "in the namespace " + GoText.quote(request.namespace());
        return asked + " resource " + GoText.quote(resource) + " in API group " + GoText.quote(request.apiGroup()) + " "
                + scope;
    }

    @Override
    public Finding finding() {
        var subject = "user/" + Subjects.nameOf(request.user());
        if (grant != null) {
            return Finding.pass("rbac.authorize", subject, explain()).because(grant.finding());
        }
        var root = Finding.fail("rbac.authorize", subject, explain())
                .input("groups", request.user().groups());
        for (var miss : nearMisses()) {
            root = root.because(miss.finding());
        }
        return root;
    }
}

package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an {@link AccessRequest}. RBAC only ever allows or has no opinion; it never denies.
 *
 * @param request what was asked
 * @param grant the rule that allows it; null if none does
 * @param errors roles that bindings of the requester refer to but which don't exist; only looked for when not allowed
 * @param policy the roles and bindings it was decided on, which near misses are looked for in
 */
public record AccessDecision(AccessRequest request, @Nullable Grant grant, List<String> errors, RbacPolicy policy)
        implements Explained {
    public AccessDecision {
        errors = List.copyOf(errors);
    }

    public boolean allowed() {
        return grant != null;
    }

    /**
     * Upstream's reason: {@code RBAC: allowed by …}, {@code RBAC: role… not found} where a role that might have granted
     * the request is missing, otherwise empty.
     */
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
        return errors.isEmpty() ? request.refusal() : request.refusal() + ": " + reason();
    }

    @Override
    public Finding finding() {
        var subject = "user/" + request.requester().name();
        if (grant != null) {
            return Finding.pass("rbac.authorize", subject, explain()).because(grant.finding());
        }
        var root = Finding.fail("rbac.authorize", subject, explain())
                .input("groups", request.requester().groups());
        for (var miss : nearMisses()) {
            root = root.because(miss.finding());
        }
        return root;
    }
}

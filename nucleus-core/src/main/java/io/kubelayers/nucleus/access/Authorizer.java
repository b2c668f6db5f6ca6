package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/** Answers whether a request may go on. Must be safe for use by many threads. */
@FunctionalInterface
public interface Authorizer {
    AccessDecision authorize(AccessRequest request);

    /** Members of system:masters may do everything. */
    static Authorizer masters() {
        return request -> request.user().groups().contains(Users.MASTERS)
                ? AccessDecision.allow("masters", "member of group " + Users.MASTERS)
                : AccessDecision.noOpinion("masters", "");
    }

    /** Everybody may do everything. */
    static Authorizer alwaysAllow() {
        return request -> AccessDecision.allow("AlwaysAllow", "");
    }

    /** Asks in order; the first that allows or denies decides (apiserver {@code authorization/union}). */
    static Authorizer union(List<Authorizer> authorizers) {
        var all = List.copyOf(authorizers);
        return request -> {
            var reasons = new ArrayList<String>();
            var findings = new ArrayList<Finding>();
            for (var authorizer : all) {
                var decision = authorizer.authorize(request);
                if (decision.verdict() != AccessDecision.Verdict.NO_OPINION) {
                    return decision;
                }
                if (!decision.reason().isEmpty()) {
                    reasons.add(decision.reason());
                }
                findings.add(decision.finding());
            }
            var reason = String.join("\n", reasons);
            return new AccessDecision(
                    AccessDecision.Verdict.NO_OPINION,
                    reason,
                    Finding.fail("authorization", "", "no authorizer allows it").because(findings));
        };
    }
}

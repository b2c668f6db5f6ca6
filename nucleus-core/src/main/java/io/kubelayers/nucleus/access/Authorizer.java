package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/** Answers whether a request may go on. Must be safe for use by many threads. */
@FunctionalInterface
public interface Authorizer {
    AccessDecision authorize(AccessRequest request);

    /** Upstream's name of the mode, such as {@code RBAC}; empty for one that is not known by a name. */
    default String name() {
        return "";
    }

    /** Members of system:masters may do everything. */
    static Authorizer masters() {
        return request -> request.user().groups().contains(Users.MASTERS)
                ? AccessDecision.allow("masters", "member of group " + Users.MASTERS)
                : AccessDecision.of(
                        AccessDecision.Verdict.NO_OPINION,
                        "",
                        Finding.fail("masters", "", "not a member of group " + Users.MASTERS));
    }

    /** Everybody may do everything. */
    static Authorizer alwaysAllow() {
        return request -> AccessDecision.of(
                AccessDecision.Verdict.ALLOW, "", Finding.pass("AlwaysAllow", "", "everybody may do everything"));
    }

    /** Asks in order; the first that allows or denies decides (apiserver {@code authorization/union}). */
    static Authorizer union(List<Authorizer> authorizers) {
        var all = List.copyOf(authorizers);
        return request -> {
            var answers = new ArrayList<AccessDecision>();
            for (var authorizer : all) {
                var decision = authorizer.authorize(request);
                if (decision.verdict() != AccessDecision.Verdict.NO_OPINION) {
                    return decision;
                }
                answers.add(decision);
            }
            return new NobodyAllows(answers);
        };
    }
}

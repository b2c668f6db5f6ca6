package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.access.AccessDecision;

/**
 * Assertions about an authorizer's answer.
 *
 * <pre>{@code
 * assertThat(rbac.authorize(request)).isAllowed().because("RoleBinding \"dev\"");
 * }</pre>
 */
public final class AccessAssert extends DecisionAssert<AccessAssert, AccessDecision> {
    AccessAssert(AccessDecision decision) {
        super(decision, AccessAssert.class);
    }

    /** The request may go on. */
    public AccessAssert isAllowed() {
        return isAllowed("the request is allowed");
    }

    AccessAssert isAllowed(String wish) {
        if (!actual.allowed()) {
            throw mismatch(Mismatch.expected(wish).but("nothing allows it").why(actual));
        }
        return this;
    }

    /** The request may not go on: it is denied, or nobody has an opinion. */
    public AccessAssert isRefused() {
        return isRefused("the request is refused");
    }

    AccessAssert isRefused(String wish) {
        if (actual.allowed()) {
            var reason = actual.reason();
            throw mismatch(Mismatch.expected(wish)
                    .but("it is allowed" + (reason.isEmpty() ? "" : ": " + reason))
                    .why(actual));
        }
        return this;
    }
}

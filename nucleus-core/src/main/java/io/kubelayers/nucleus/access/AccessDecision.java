package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * An authorizer's answer.
 *
 * @param verdict allow, deny, or no opinion, which leaves the answer to the next authorizer
 * @param reason upstream's reason text; may be empty
 * @param finding why
 */
public record AccessDecision(Verdict verdict, String reason, Finding finding) implements Explained {
    /** What an authorizer may say. */
    public enum Verdict {
        ALLOW,
        /** Refused for good: no later authorizer is asked. */
        DENY,
        /** Not known here; when all say so the request is refused. */
        NO_OPINION
    }

    public static AccessDecision allow(String code, String reason) {
        return new AccessDecision(Verdict.ALLOW, reason, Finding.pass(code, "", reason));
    }

    public static AccessDecision noOpinion(String code, String reason) {
        return new AccessDecision(Verdict.NO_OPINION, reason, Finding.fail(code, "", reason));
    }

    public boolean allowed() {
        return verdict == Verdict.ALLOW;
    }

    @Override
    public String explain() {
        return reason;
    }
}

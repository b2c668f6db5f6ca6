package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * An authorizer's answer.
 *
 * <p>Every request asks for one and few people ask why, so an authorizer may bring a decision of its own that looks for
 * its {@link #finding} only when asked.
 */
public interface AccessDecision extends Explained {
    /** What an authorizer may say. */
    enum Verdict {
        ALLOW,
        /** Refused for good: no later authorizer is asked. */
        DENY,
        /** Not known here; when all say so the request is refused. */
        NO_OPINION
    }

    /** Allow, deny, or no opinion, which leaves the answer to the next authorizer. */
    Verdict verdict();

    /** Upstream's reason text; may be empty. */
    String reason();

    default boolean allowed() {
        return verdict() == Verdict.ALLOW;
    }

    @Override
    default String explain() {
        return reason();
    }

    static AccessDecision of(Verdict verdict, String reason, Finding finding) {
        return new PlainDecision(verdict, reason, finding);
    }

    static AccessDecision allow(String code, String reason) {
        return of(Verdict.ALLOW, reason, Finding.pass(code, "", reason));
    }

    static AccessDecision noOpinion(String code, String reason) {
        return of(Verdict.NO_OPINION, reason, Finding.fail(code, "", reason));
    }
}

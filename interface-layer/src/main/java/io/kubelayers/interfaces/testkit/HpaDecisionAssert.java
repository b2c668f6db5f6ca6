package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.autoscaling.horizontal.HpaDecision;

/** Assertions about what an autoscaler decided. */
public final class HpaDecisionAssert extends DecisionAssert<HpaDecisionAssert, HpaDecision> {
    HpaDecisionAssert(HpaDecision decision) {
        super(decision, HpaDecisionAssert.class);
    }

    /** The target gets, or keeps, that many replicas. */
    public HpaDecisionAssert recommends(int replicas) {
        return recommends("the autoscaler", replicas);
    }

    HpaDecisionAssert recommends(String autoscaler, int replicas) {
        if (actual.replicas() != replicas) {
            var found = actual.scaleTo() == null ? "it leaves " : "it recommends ";
            throw mismatch(Mismatch.expected(autoscaler + " recommends " + replicas + " replicas")
                    .but(found + actual.replicas() + ": " + actual.explain())
                    .why(actual));
        }
        return this;
    }

    /** The number of replicas stays. */
    public HpaDecisionAssert doesNotScale() {
        return recommends(actual.currentReplicas());
    }
}

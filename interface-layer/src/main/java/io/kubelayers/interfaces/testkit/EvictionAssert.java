package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.disruption.EvictionDecision;
import io.kubelayers.governance.disruption.EvictionMath;
import io.kubelayers.governance.disruption.PodDisruptionBudget;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;

/**
 * Assertions about an eviction.
 *
 * <pre>{@code
 * assertThat(cluster).eviction("shop/web-0").isRefused().because(budget("web"));
 * }</pre>
 */
public final class EvictionAssert extends DecisionAssert<EvictionAssert, EvictionDecision> {
    EvictionAssert(EvictionDecision decision) {
        super(decision, EvictionAssert.class);
    }

    static EvictionAssert of(Cluster cluster, Pod pod) {
        var budgets =
                cluster.lister(PodDisruptionBudget.class).list(pod.metadata().namespaceOrEmpty());
        return new EvictionAssert(EvictionMath.decide(pod, budgets, cluster.now()));
    }

    /** The pod may go now. */
    public EvictionAssert isGranted() {
        if (!actual.granted()) {
            throw mismatch(Mismatch.expected("pod " + actual.pod() + " may be evicted")
                    .but(actual.explain())
                    .why(actual));
        }
        return this;
    }

    /** The pod may not go now. */
    public EvictionAssert isRefused() {
        if (actual.granted()) {
            throw mismatch(Mismatch.expected("pod " + actual.pod() + " may not be evicted")
                    .but("it may go: " + actual.explain())
                    .why(actual));
        }
        return this;
    }
}

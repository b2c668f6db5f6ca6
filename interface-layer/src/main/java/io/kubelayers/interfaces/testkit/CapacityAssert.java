package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Capacity;

/**
 * Assertions about how many replicas fit.
 *
 * <pre>{@code
 * assertThat(cluster).roomFor(web).isAtLeast(20);
 * assertThat(Scheduling.on(nodes, pods).capacityFor(web, 100)).isExactly(6).stoppedBy("Insufficient cpu");
 * }</pre>
 */
public final class CapacityAssert extends DecisionAssert<CapacityAssert, Capacity> {
    CapacityAssert(Capacity capacity) {
        super(capacity, CapacityAssert.class);
    }

    /** So many fit, or more. */
    public CapacityAssert isAtLeast(int replicas) {
        return check(actual.replicas() >= replicas, "room for at least " + replicas);
    }

    /** No more than so many fit. */
    public CapacityAssert isAtMost(int replicas) {
        return check(actual.replicas() <= replicas, "room for at most " + replicas);
    }

    /** So many fit. */
    public CapacityAssert isExactly(int replicas) {
        return check(actual.replicas() == replicas, "room for " + replicas);
    }

    private CapacityAssert check(boolean holds, String wish) {
        if (!holds) {
            throw mismatch(explained(Mismatch.expected(wish + " of pod " + actual.pod())
                    .but(actual.replicas() + (actual.replicas() == 1 ? " fits" : " fit") + ", by node "
                            + actual.byNode())));
        }
        return this;
    }

    /** One more does not fit, for a reason that contains these words. */
    public CapacityAssert stoppedBy(String words) {
        var next = actual.next();
        if (next == null || !next.message().contains(words)) {
            throw mismatch(explained(Mismatch.expected("the next is stopped by \"" + words + "\"")
                    .but(next == null ? "it was not asked about: counting stopped before" : next.message())));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        var next = actual.next();
        return next == null ? mismatch : mismatch.why(PlacementReasons.of(next));
    }
}

package io.kubelayers.interfaces.testkit;

import io.kubelayers.governance.disruption.DrainOptions;
import io.kubelayers.governance.disruption.DrainTrial;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.errors.ApiException;
import java.time.Duration;

/**
 * Assertions about the drain of a node, tried on a fork on virtual time.
 *
 * <pre>{@code
 * assertThat(cluster).drain("node-1").completesWithin(Duration.ofMinutes(2));
 * assertThat(cluster).drain("node-2").isBlocked().because(budget("db"));
 * }</pre>
 */
public final class DrainAssert extends DecisionAssert<DrainAssert, DrainTrial> {
    private static final Duration LONG = Duration.ofMinutes(30);

    DrainAssert(DrainTrial trial) {
        super(trial, DrainAssert.class);
    }

    static DrainAssert of(Cluster cluster, String node) {
        try {
            return new DrainAssert(DrainTrial.of(cluster, node, DrainOptions.USUAL.withForce(true), LONG));
        } catch (ApiException e) {
            throw new AssertionError(
                    Mismatch.expected("there is a node " + node)
                            .but(e.explain())
                            .text(),
                    e);
        }
    }

    /** All pods leave the node within half an hour, and no budget is broken on the way. */
    public DrainAssert completes() {
        return completesWithin(LONG);
    }

    /** All pods leave the node within this time. */
    public DrainAssert completesWithin(Duration time) {
        var drained = actual.drained();
        if (drained == null || drained.compareTo(time) > 0) {
            throw mismatch(Mismatch.expected("node " + actual.node() + " is drained within " + time.toSeconds() + "s")
                    .but(actual.explain())
                    .why(actual));
        }
        return this;
    }

    /** Some pods can't leave the node within half an hour. */
    public DrainAssert isBlocked() {
        if (actual.completes()) {
            throw mismatch(Mismatch.expected("node " + actual.node() + " cannot be drained")
                    .but(actual.explain())
                    .why(actual));
        }
        return this;
    }
}

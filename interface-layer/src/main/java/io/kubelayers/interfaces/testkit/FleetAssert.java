package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.Fleet;

/**
 * Assertions about how many nodes are needed.
 *
 * <pre>{@code
 * assertThat(Scheduling.on(nodes, pods).smallestFleet(shapes, more, 50)).isAtMost(12).uses("large", 2);
 * }</pre>
 */
public final class FleetAssert extends DecisionAssert<FleetAssert, Fleet> {
    FleetAssert(Fleet fleet) {
        super(fleet, FleetAssert.class);
    }

    /** Some number of nodes is enough. */
    public FleetAssert isEnough() {
        return check(actual.fits(), "some set of nodes is enough");
    }

    /** So many nodes are enough. */
    public FleetAssert isAtMost(int nodes) {
        return check(
                actual.fits() && actual.size() <= nodes, nodes + (nodes == 1 ? " node is" : " nodes are") + " enough");
    }

    /** The set has so many nodes of that shape. */
    public FleetAssert uses(String shape, int nodes) {
        return check(actual.nodes().getOrDefault(shape, 0) == nodes, nodes + " " + shape + " among the nodes");
    }

    private FleetAssert check(boolean holds, String wish) {
        if (!holds) {
            throw mismatch(explained(Mismatch.expected(wish).but(actual.explain())));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        return actual.fits() ? mismatch : mismatch.why(PlacementReasons.ofFirst(actual.unscheduled()));
    }
}

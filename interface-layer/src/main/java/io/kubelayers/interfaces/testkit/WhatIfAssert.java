package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.scheduling.WhatIf;

/**
 * Assertions about a row of changes that are only thought.
 *
 * <pre>{@code
 * assertThat(Scheduling.on(nodes, pods).whatIf().draining("old-1", "old-2")).allScheduled();
 * }</pre>
 */
public final class WhatIfAssert extends DecisionAssert<WhatIfAssert, WhatIf> {
    WhatIfAssert(WhatIf whatIf) {
        super(whatIf, WhatIfAssert.class);
    }

    /** Every pod that has to find a node finds one. */
    public WhatIfAssert allScheduled() {
        var unscheduled = actual.unscheduled();
        if (!unscheduled.isEmpty()) {
            throw mismatch(explained(Mismatch.expected("every pod finds a node")
                    .but(actual.explain() + "; none for " + unscheduled.get(0))));
        }
        return this;
    }

    @Override
    Mismatch explained(Mismatch mismatch) {
        var unscheduled = actual.unscheduled();
        return unscheduled.isEmpty() ? mismatch : mismatch.why(PlacementReasons.ofFirst(unscheduled));
    }
}

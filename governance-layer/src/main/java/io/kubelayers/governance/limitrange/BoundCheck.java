package io.kubelayers.governance.limitrange;

import io.kubelayers.nucleus.explain.Finding;

/**
 * One bound of a LimitRange, held against one container, pod or claim.
 *
 * @param subject what was checked: {@code container/web}, {@code pod} or {@code claim}
 * @param bound the bound: {@code max cpu 2}
 * @param violation upstream's words; empty if the bound is kept
 */
public record BoundCheck(String subject, String bound, String violation) {
    public boolean met() {
        return violation.isEmpty();
    }

    Finding finding() {
        return met()
                ? Finding.pass("limitrange.bound", subject, bound)
                : Finding.fail("limitrange.bound", subject, violation).input("bound", bound);
    }
}

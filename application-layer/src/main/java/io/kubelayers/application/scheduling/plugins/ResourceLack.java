package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.ScalarResource;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.ResourceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a node lacks for a pod. Upstream: {@code fitsRequest} of {@code plugins/noderesources/fit.go}.
 *
 * @param reasons as upstream words them, empty if nothing is lacking
 * @param resolvable whether the node would have it if it were empty
 */
record ResourceLack(List<String> reasons, boolean resolvable) {
    private static final ResourceLack NONE = new ResourceLack(List.of(), true);
    private static final String TOO_MANY_PODS = "Too many pods";

    static ResourceLack of(Resources wanted, NodeInfo node, Set<String> ignored, Set<String> ignoredGroups) {
        boolean crowded = node.podCount() + 1 > node.allocatable().pods();
        if (wanted.isEmpty()) {
            return crowded ? new ResourceLack(List.of(TOO_MANY_PODS), true) : NONE;
        }
        if (!crowded && fits(wanted, node)) {
            return NONE;
        }
        var reasons = new ArrayList<String>();
        if (crowded) {
            reasons.add(TOO_MANY_PODS);
        }
        boolean resolvable = true;
        for (var resource : List.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE)) {
            resolvable &= check(resource, wanted, node, reasons);
        }
        for (var resource : wanted.scalarNames()) {
            boolean skipped = ScalarResource.isExtended(resource)
                    && (ignored.contains(resource) || ignoredGroups.contains(ScalarResource.group(resource)));
            resolvable &= skipped || check(resource, wanted, node, reasons);
        }
        return reasons.isEmpty() ? NONE : new ResourceLack(reasons, resolvable);
    }

    /** The usual case, without looking anything up by name: nothing but the three common resources, and enough of them. */
    private static boolean fits(Resources wanted, NodeInfo node) {
        var has = node.allocatable();
        var used = node.requested();
        return !wanted.hasScalars()
                && fits(wanted.milliCpu(), has.milliCpu(), used.milliCpu())
                && fits(wanted.memory(), has.memory(), used.memory())
                && fits(wanted.ephemeralStorage(), has.ephemeralStorage(), used.ephemeralStorage());
    }

    private static boolean fits(long wanted, long has, long used) {
        return wanted <= 0 || wanted <= has - used; // asking for nothing fits even where too much is used
    }

    /** Adds the reason if there is one; false if the empty node lacks it too. */
    private static boolean check(String resource, Resources wanted, NodeInfo node, List<String> reasons) {
        long want = wanted.get(resource);
        long has = node.allocatable().get(resource);
        if (fits(want, has, node.requested().get(resource))) {
            return true;
        }
        reasons.add("Insufficient " + resource);
        return want <= has;
    }

    boolean isNone() {
        return reasons.isEmpty();
    }

    Status status() {
        if (reasons.isEmpty()) {
            return Status.success();
        }
        var texts = reasons.toArray(new String[0]);
        return resolvable ? Status.unschedulable(texts) : Status.unresolvable(texts);
    }
}

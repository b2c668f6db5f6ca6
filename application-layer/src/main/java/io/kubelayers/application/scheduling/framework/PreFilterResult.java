package io.kubelayers.application.scheduling.framework;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link PreFilterPlugin} answers.
 *
 * @param status success, skip (its Filter is left out this cycle) or a rejection of the pod on all nodes
 * @param nodeNames the only nodes worth looking at, or null for all; names that do not exist are ignored
 */
public record PreFilterResult(Status status, @Nullable SortedSet<String> nodeNames) {
    private static final PreFilterResult ALL = new PreFilterResult(Status.success(), null);
    private static final PreFilterResult SKIP = new PreFilterResult(Status.skip(), null);

    public PreFilterResult {
        nodeNames = nodeNames == null ? null : ImmutableSortedSet.copyOf(nodeNames);
    }

    /** Go on with every node. */
    public static PreFilterResult all() {
        return ALL;
    }

    /** Go on with these nodes only. */
    public static PreFilterResult only(Collection<String> nodeNames) {
        return new PreFilterResult(Status.success(), ImmutableSortedSet.copyOf(nodeNames));
    }

    /** This plugin has nothing to filter for this pod. */
    public static PreFilterResult skip() {
        return SKIP;
    }

    /** The pod fits no node, or the plugin failed. */
    public static PreFilterResult rejected(Status status) {
        return new PreFilterResult(status, null);
    }
}

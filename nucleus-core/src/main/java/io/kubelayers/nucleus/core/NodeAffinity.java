package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules for placing a pod on certain nodes.
 *
 * @param requiredDuringSchedulingIgnoredDuringExecution Selector that a node must match for the pod to be placed
 *     there; null means any node.
 * @param preferredDuringSchedulingIgnoredDuringExecution Weighted terms that raise the score of a matching node.
 */
@RecordBuilder
public record NodeAffinity(
        @Pb(1) @Nullable NodeSelector requiredDuringSchedulingIgnoredDuringExecution,
        @Atomic @Pb(2) List<PreferredSchedulingTerm> preferredDuringSchedulingIgnoredDuringExecution)
        implements NodeAffinityBuilder.With {
    public NodeAffinity {
        preferredDuringSchedulingIgnoredDuringExecution = Absent.list(preferredDuringSchedulingIgnoredDuringExecution);
    }
}

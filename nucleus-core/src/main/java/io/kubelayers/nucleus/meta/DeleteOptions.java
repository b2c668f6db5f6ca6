package io.kubelayers.nucleus.meta;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.DeprecatedField;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a delete call, sent as its body or query.
 *
 * @param gracePeriodSeconds Seconds until removal; 0 is immediate, null uses the default of the object.
 * @param preconditions What must hold for the delete to proceed, else it fails with a conflict.
 * @param orphanDependents Former switch to keep dependents; use propagationPolicy, not both.
 * @param propagationPolicy What happens to dependents: Orphan, Background or Foreground; null uses the default of
 *     the kind.
 * @param dryRun Holds only All to run every check without storing anything; empty is a real delete.
 * @param ignoreStoreReadErrorWithClusterBreakingPotential True to remove an object the server can no longer decode,
 *     skipping finalizers and checks.
 */
@ApiType(version = "v1")
@RecordBuilder
public record DeleteOptions(
        @Pb(1) @Nullable Long gracePeriodSeconds,
        @Pb(2) @Nullable Preconditions preconditions,
        @DeprecatedField @Pb(3) @Nullable Boolean orphanDependents,
        @EnumValues(value = DeletionPropagation.class, closed = false) @Pb(4) @Nullable String propagationPolicy,
        @Atomic @Pb(5) List<String> dryRun,
        @Pb(6) @Nullable Boolean ignoreStoreReadErrorWithClusterBreakingPotential)
        implements DeleteOptionsBuilder.With {
    public DeleteOptions {
        dryRun = Absent.list(dryRun);
    }

    /** The values of {@code DeletionPropagation} known upstream; others may occur. */
    public static final class DeletionPropagation {
        public static final String ORPHAN = "Orphan";
        public static final String BACKGROUND = "Background";
        public static final String FOREGROUND = "Foreground";

        private DeletionPropagation() {}
    }
}

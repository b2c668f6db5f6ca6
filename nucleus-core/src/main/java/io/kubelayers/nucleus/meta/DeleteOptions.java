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
 * TODO-DOC.
 *
 * @param gracePeriodSeconds TODO-DOC
 * @param preconditions TODO-DOC
 * @param orphanDependents TODO-DOC
 * @param propagationPolicy TODO-DOC
 * @param dryRun TODO-DOC
 * @param ignoreStoreReadErrorWithClusterBreakingPotential TODO-DOC
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

package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param maxSkew TODO-DOC
 * @param topologyKey TODO-DOC
 * @param whenUnsatisfiable TODO-DOC
 * @param labelSelector TODO-DOC
 * @param minDomains TODO-DOC
 * @param nodeAffinityPolicy TODO-DOC
 * @param nodeTaintsPolicy TODO-DOC
 * @param matchLabelKeys TODO-DOC
 */
@RecordBuilder
public record TopologySpreadConstraint(
    @Required @Pb(1) int maxSkew,
    @Required @Pb(2) String topologyKey,
    @Required @EnumValues(UnsatisfiableConstraintAction.class) @Pb(3) String whenUnsatisfiable,
    @Pb(4) @Nullable LabelSelector labelSelector,
    @Pb(5) @Nullable Integer minDomains,
    @EnumValues(NodeInclusionPolicy.class) @Pb(6) @Nullable String nodeAffinityPolicy,
    @EnumValues(NodeInclusionPolicy.class) @Pb(7) @Nullable String nodeTaintsPolicy,
    @Atomic @FeatureGate("MatchLabelKeysInPodTopologySpread") @Pb(8) List<String> matchLabelKeys)
    implements TopologySpreadConstraintBuilder.With {
    public TopologySpreadConstraint {
        topologyKey = Absent.text(topologyKey);
        whenUnsatisfiable = Absent.text(whenUnsatisfiable);
        matchLabelKeys = Absent.list(matchLabelKeys);
    }


    /** The values of {@code UnsatisfiableConstraintAction}. */
    public static final class UnsatisfiableConstraintAction {
        public static final String DO_NOT_SCHEDULE = "DoNotSchedule";
        public static final String SCHEDULE_ANYWAY = "ScheduleAnyway";

        private UnsatisfiableConstraintAction() {}
    }

    /** The values of {@code NodeInclusionPolicy}. */
    public static final class NodeInclusionPolicy {
        public static final String IGNORE = "Ignore";
        public static final String HONOR = "Honor";

        private NodeInclusionPolicy() {}
    }
}

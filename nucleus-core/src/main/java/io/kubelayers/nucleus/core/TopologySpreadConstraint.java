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
 * A rule that keeps matching pods evenly spread over topology domains such as zones.
 *
 * @param maxSkew Largest accepted difference in matching pods between domains; at least 1.
 * @param topologyKey Node label whose equal values define one domain.
 * @param whenUnsatisfiable DoNotSchedule makes the rule strict, ScheduleAnyway only affects the node score.
 * @param labelSelector Pods that are counted; null counts none.
 * @param minDomains Fewest domains to spread over, only with DoNotSchedule; null means 1.
 * @param nodeAffinityPolicy Whether node affinity and selector limit the counted nodes; null means Honor.
 * @param nodeTaintsPolicy Whether untolerated taints exclude nodes from counting; null means Ignore.
 * @param matchLabelKeys Label keys whose values in the new pod must equal those of counted pods; needs
 *     labelSelector.
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

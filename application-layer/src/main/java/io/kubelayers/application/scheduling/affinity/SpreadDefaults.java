package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.core.TopologySpreadConstraint.UnsatisfiableConstraintAction;
import io.kubelayers.nucleus.core.TopologySpreadConstraintBuilder;
import java.util.List;

/**
 * The constraints of pods that have none: {@code defaultingType} and {@code defaultConstraints} of
 * {@code PodTopologySpreadArgs}.
 *
 * @param constraints without selectors; each pod's services and owner give them
 * @param bySystem true for upstream's own, which tolerate nodes without a zone
 */
public record SpreadDefaults(List<TopologySpreadConstraint> constraints, boolean bySystem) {
    public SpreadDefaults {
        constraints = List.copyOf(constraints);
    }

    /** Upstream's: prefer to spread over hosts with a skew of 3 and over zones with a skew of 5. */
    public static SpreadDefaults system() {
        return new SpreadDefaults(
                List.of(soft(SpreadConstraint.HOSTNAME, 3), soft("topology.kubernetes.io/zone", 5)), true);
    }

    /** One's own; none at all if the list is empty. */
    public static SpreadDefaults list(List<TopologySpreadConstraint> constraints) {
        return new SpreadDefaults(constraints, false);
    }

    private static TopologySpreadConstraint soft(String key, int maxSkew) {
        return TopologySpreadConstraintBuilder.builder()
                .maxSkew(maxSkew)
                .topologyKey(key)
                .whenUnsatisfiable(UnsatisfiableConstraintAction.SCHEDULE_ANYWAY)
                .build();
    }
}

package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The claims of a StatefulSet's pods: made before their pods, and kept or let go as the retention policy says. */
final class StatefulClaims {
    private final StatefulSet set;
    private final Map<String, PersistentVolumeClaim> claims = new HashMap<>();
    private final List<StatefulSetAction> actions;

    StatefulClaims(StatefulSet set, List<PersistentVolumeClaim> claims, List<StatefulSetAction> actions) {
        this.set = set;
        this.actions = actions;
        claims.forEach(claim -> this.claims.put(claim.metadata().nameOrEmpty(), claim));
    }

    /** Whether a claim that a new pod would take is still to go with an earlier pod. */
    boolean areStale(Place place) {
        var retention = new ClaimRetention(set, place.pod(), false);
        for (var wanted : StatefulPod.claims(set, place.ordinal())) {
            var claim = claims.get(wanted.metadata().nameOrEmpty());
            if (claim != null && retention.blocksNewPod(claim)) {
                return true;
            }
        }
        return false;
    }

    /** Makes those that are missing. */
    void create(Place place) {
        var retention = new ClaimRetention(set, place.pod(), false);
        for (var wanted : StatefulPod.claims(set, place.ordinal())) {
            var claim = claims.get(wanted.metadata().nameOrEmpty());
            if (claim == null) {
                actions.add(new StatefulSetAction.CreateClaim(retention.apply(wanted), place.name()));
            } else if (!place.exists() && retention.isElsewhere(claim)) {
                actions.add(new StatefulSetAction.TellConflict(claim));
            }
        }
    }

    /**
     * Gives them the owners that they should have.
     *
     * @param condemned whether the pod is beyond the wanted number
     */
    void fix(Place place, boolean condemned) {
        var retention = new ClaimRetention(set, place.pod(), condemned);
        for (var template : set.spec().volumeClaimTemplates()) {
            var claim = claims.get(StatefulPod.claimName(set, template, place.ordinal()));
            if (claim == null || claim.metadata().deletionTimestamp() != null) {
                continue;
            }
            var owned = retention.apply(claim);
            if (!owned.equals(claim)) {
                if (retention.isElsewhere(claim)) {
                    actions.add(new StatefulSetAction.TellConflict(claim));
                }
                actions.add(new StatefulSetAction.UpdateClaim(owned));
            }
        }
    }
}

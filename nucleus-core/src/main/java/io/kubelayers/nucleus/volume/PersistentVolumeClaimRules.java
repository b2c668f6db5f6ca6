package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.server.KindRules;

/** What a claim does beyond the ordinary: it begins Pending (registry/core/persistentvolumeclaim/strategy.go). */
public final class PersistentVolumeClaimRules implements KindRules<PersistentVolumeClaim> {
    @Override
    public Class<PersistentVolumeClaim> type() {
        return PersistentVolumeClaim.class;
    }

    @Override
    public PersistentVolumeClaim prepareForCreate(PersistentVolumeClaim claim) {
        return claim.withStatus(claim.status().withPhase(PersistentVolumeClaim.Phase.PENDING));
    }
}

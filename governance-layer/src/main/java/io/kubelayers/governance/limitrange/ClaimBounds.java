package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The bounds of a LimitRange on the storage that a claim requests. */
final class ClaimBounds {
    private ClaimBounds() {}

    static List<BoundCheck> check(PersistentVolumeClaim claim, LimitRange range) {
        var checks = new ArrayList<BoundCheck>();
        for (var item : range.spec().limits()) {
            if (item.type().equals(LimitType.PERSISTENT_VOLUME_CLAIM)) {
                var requests = claim.spec().resources().requests();
                new Bounds(item, "claim", requests, Map.of(), checks).checkRequests();
            }
        }
        return checks;
    }
}

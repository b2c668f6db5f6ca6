package io.kubelayers.nucleus.resource;

import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * Desired devices of a claim.
 *
 * @param devices Requests, constraints and settings for devices.
 */
@RecordBuilder
public record ResourceClaimSpec(@Written @Pb(1) DeviceClaim devices) implements ResourceClaimSpecBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ResourceClaimSpec EMPTY = new ResourceClaimSpec(null);

    public ResourceClaimSpec {
        devices = Absent.or(devices, DeviceClaim.EMPTY);
    }
}

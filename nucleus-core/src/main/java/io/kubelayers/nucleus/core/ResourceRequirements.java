package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The compute resources that a container or pod reserves and may use.
 *
 * @param limits Upper bound for each resource name; a missing key means no bound.
 * @param requests Amount reserved for scheduling by resource name; a missing key takes the limit when one is set.
 * @param claims Device claims of the pod that the container uses; not valid at pod level.
 */
@RecordBuilder
public record ResourceRequirements(
        @Pb(1) Map<String, Quantity> limits,
        @Pb(2) Map<String, Quantity> requests,
        @ListMap("name") @Immutable @FeatureGate("DynamicResourceAllocation") @Pb(3) List<ResourceClaim> claims)
        implements ResourceRequirementsBuilder.With {
    /** The value of a field that was not set. */
    @SuppressWarnings("NullAway") // the constructor fills in what is absent
    public static final ResourceRequirements EMPTY = new ResourceRequirements(null, null, null);

    public ResourceRequirements {
        limits = Absent.map(limits);
        requests = Absent.map(requests);
        claims = Absent.list(claims);
    }

    /**
     * A container's use of one resource claim of its pod.
     *
     * @param name Name of an entry in the pod's resourceClaims.
     * @param request Single request inside the claim to use; empty means everything in the claim.
     */
    @RecordBuilder
    public record ResourceClaim(@Required @Pb(1) String name, @Pb(2) @Nullable String request)
            implements ResourceRequirementsResourceClaimBuilder.With {
        public ResourceClaim {
            name = Absent.text(name);
            request = Absent.optional(request);
        }
    }
}

package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A reference to a resource limit or request of a container, in the downward API.
 *
 * @param containerName Container to read from; required in volumes, empty in variables means the own container.
 * @param resource Value to read, such as limits.cpu or requests.memory.
 * @param divisor Unit of the output, for instance 1m or 1Mi; zero or absent means 1, results round up.
 */
@Atomic
@RecordBuilder
public record ResourceFieldSelector(
        @Pb(1) @Nullable String containerName, @Required @Pb(2) String resource, @Written @Pb(3) Quantity divisor)
        implements ResourceFieldSelectorBuilder.With {
    public ResourceFieldSelector {
        containerName = Absent.optional(containerName);
        resource = Absent.text(resource);
        divisor = Absent.or(divisor, Quantity.ZERO);
    }
}

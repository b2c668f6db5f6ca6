package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param containerName TODO-DOC
 * @param resource TODO-DOC
 * @param divisor TODO-DOC
 */
@Atomic
@RecordBuilder
public record ResourceFieldSelector(
    @Pb(1) @Nullable String containerName,
    @Required @Pb(2) String resource,
    @Pb(3) Quantity divisor)
    implements ResourceFieldSelectorBuilder.With {
    public ResourceFieldSelector {
        containerName = Absent.optional(containerName);
        resource = Absent.text(resource);
        divisor = Absent.or(divisor, Quantity.ZERO);
    }

}

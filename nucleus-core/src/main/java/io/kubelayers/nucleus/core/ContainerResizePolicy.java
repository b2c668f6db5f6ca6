package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * TODO-DOC.
 *
 * @param resourceName TODO-DOC
 * @param restartPolicy TODO-DOC
 */
@RecordBuilder
public record ContainerResizePolicy(
    @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String resourceName,
    @Required @EnumValues(value = ResourceResizeRestartPolicy.class, closed = false) @Pb(2) String restartPolicy)
    implements ContainerResizePolicyBuilder.With {
    public ContainerResizePolicy {
        resourceName = Absent.text(resourceName);
        restartPolicy = Absent.text(restartPolicy);
    }


    /** The values of {@code ResourceResizeRestartPolicy} known upstream; others may occur. */
    public static final class ResourceResizeRestartPolicy {
        public static final String NOT_REQUIRED = "NotRequired";
        public static final String RESTART_CONTAINER = "RestartContainer";

        private ResourceResizeRestartPolicy() {}
    }
}

package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The rule on whether resizing one resource restarts the container.
 *
 * @param resourceName Resource that the rule covers, cpu or memory.
 * @param restartPolicy NotRequired to resize in place, RestartContainer to restart.
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

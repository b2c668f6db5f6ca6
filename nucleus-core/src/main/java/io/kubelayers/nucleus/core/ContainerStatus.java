package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.FeatureGate;
import io.kubelayers.nucleus.api.ListMap;
import io.kubelayers.nucleus.api.MergeKey;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param name TODO-DOC
 * @param state TODO-DOC
 * @param lastState TODO-DOC
 * @param ready TODO-DOC
 * @param restartCount TODO-DOC
 * @param image TODO-DOC
 * @param imageID TODO-DOC
 * @param containerID TODO-DOC
 * @param started TODO-DOC
 * @param allocatedResources TODO-DOC
 * @param resources TODO-DOC
 * @param volumeMounts TODO-DOC
 * @param user TODO-DOC
 * @param allocatedResourcesStatus TODO-DOC
 * @param stopSignal TODO-DOC
 */
@RecordBuilder
public record ContainerStatus(
    @Required @Pb(1) String name,
    @Written @Pb(2) ContainerState state,
    @Written @Pb(3) ContainerState lastState,
    @Required @Pb(4) boolean ready,
    @Required @Pb(5) int restartCount,
    @Required @Pb(6) String image,
    @Required @Pb(7) String imageID,
    @Pb(8) @Nullable String containerID,
    @Pb(9) @Nullable Boolean started,
    @FeatureGate("InPlacePodVerticalScalingAllocatedStatus") @Pb(10) Map<String, Quantity> allocatedResources,
    @FeatureGate("InPlacePodVerticalScaling") @Pb(11) @Nullable ResourceRequirements resources,
    @ListMap("mountPath") @MergeKey("mountPath") @Pb(12) List<VolumeMountStatus> volumeMounts,
    @FeatureGate("SupplementalGroupsPolicy") @Pb(13) @Nullable ContainerUser user,
    @ListMap("name") @MergeKey("name") @FeatureGate("ResourceHealthStatus") @Pb(14) List<ResourceStatus> allocatedResourcesStatus,
    @FeatureGate("ContainerStopSignals") @EnumValues(Signal.class) @Pb(15) @Nullable String stopSignal)
    implements ContainerStatusBuilder.With {
    public ContainerStatus {
        name = Absent.text(name);
        state = Absent.or(state, ContainerState.EMPTY);
        lastState = Absent.or(lastState, ContainerState.EMPTY);
        image = Absent.text(image);
        imageID = Absent.text(imageID);
        containerID = Absent.optional(containerID);
        allocatedResources = Absent.map(allocatedResources);
        volumeMounts = Absent.list(volumeMounts);
        allocatedResourcesStatus = Absent.list(allocatedResourcesStatus);
    }


    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param resources TODO-DOC
     */
    @RecordBuilder
    public record ResourceStatus(
        @Required @EnumValues(value = ResourceName.class, closed = false) @Pb(1) String name,
        @ListMap("resourceID") @Pb(2) List<ResourceHealth> resources)
        implements ContainerStatusResourceStatusBuilder.With {
        public ResourceStatus {
            name = Absent.text(name);
            resources = Absent.list(resources);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param resourceID TODO-DOC
     * @param health TODO-DOC
     */
    @RecordBuilder
    public record ResourceHealth(
        @Required @Pb(1) String resourceID,
        @EnumValues(value = ResourceHealthStatus.class, closed = false) @Pb(2) @Nullable String health)
        implements ContainerStatusResourceHealthBuilder.With {
        public ResourceHealth {
            resourceID = Absent.text(resourceID);
            health = Absent.optional(health);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param linux TODO-DOC
     */
    @RecordBuilder
    public record ContainerUser(
        @Pb(1) @Nullable LinuxContainerUser linux)
        implements ContainerStatusContainerUserBuilder.With {
    }

    /**
     * TODO-DOC.
     *
     * @param uid TODO-DOC
     * @param gid TODO-DOC
     * @param supplementalGroups TODO-DOC
     */
    @RecordBuilder
    public record LinuxContainerUser(
        @Required @Pb(1) long uid,
        @Required @Pb(2) long gid,
        @Atomic @Pb(3) List<Long> supplementalGroups)
        implements ContainerStatusLinuxContainerUserBuilder.With {
        public LinuxContainerUser {
            supplementalGroups = Absent.list(supplementalGroups);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param name TODO-DOC
     * @param mountPath TODO-DOC
     * @param readOnly TODO-DOC
     * @param recursiveReadOnly TODO-DOC
     */
    @RecordBuilder
    public record VolumeMountStatus(
        @Required @Pb(1) String name,
        @Required @Pb(2) String mountPath,
        @Pb(3) boolean readOnly,
        @EnumValues(value = RecursiveReadOnlyMode.class, closed = false) @Pb(4) @Nullable String recursiveReadOnly)
        implements ContainerStatusVolumeMountStatusBuilder.With {
        public VolumeMountStatus {
            name = Absent.text(name);
            mountPath = Absent.text(mountPath);
        }

    }

    /** The values of {@code ResourceHealthStatus} known upstream; others may occur. */
    public static final class ResourceHealthStatus {
        public static final String HEALTHY = "Healthy";
        public static final String UNHEALTHY = "Unhealthy";
        public static final String UNKNOWN = "Unknown";

        private ResourceHealthStatus() {}
    }
}

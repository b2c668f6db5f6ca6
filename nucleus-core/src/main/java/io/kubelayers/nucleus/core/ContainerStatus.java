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
 * The observed state of one container of a pod.
 *
 * @param name Name of the container in the pod specification.
 * @param state Current state.
 * @param lastState State of the previous run; empty when the container never restarted.
 * @param ready True when the container runs and passes its readiness probe.
 * @param restartCount Number of restarts so far; may drop when old containers are cleaned up.
 * @param image Image reference the runtime reports, which can differ from the specification.
 * @param imageID Runtime identifier of the image in use.
 * @param containerID Runtime identifier of the container, as type://id; empty before creation.
 * @param started True once the container runs and its startup probe, if any, has passed; null means unknown.
 * @param allocatedResources Resource requests the node has granted, by resource name.
 * @param resources Requests and limits actually in force on the running container.
 * @param volumeMounts Volumes mounted in the container and how.
 * @param user User identity under which the first process was started.
 * @param allocatedResourcesStatus Health of the devices assigned to the container.
 * @param stopSignal Signal that the runtime will send to stop the container.
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
        @ListMap("name") @MergeKey("name") @FeatureGate("ResourceHealthStatus") @Pb(14)
                List<ResourceStatus> allocatedResourcesStatus,
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
     * The health of the devices of one resource assigned to a container.
     *
     * @param name Resource name, or claim:name/request for a dynamic claim.
     * @param resources Health of each assigned device, keyed by device.
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
     * The health of one assigned device.
     *
     * @param resourceID Identifier of the device, unique within its resource and node.
     * @param health Healthy, Unhealthy or Unknown.
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
     * The user identity of a container's first process.
     *
     * @param linux Identity on Linux; null on other systems.
     */
    @RecordBuilder
    public record ContainerUser(@Pb(1) @Nullable LinuxContainerUser linux)
            implements ContainerStatusContainerUserBuilder.With {}

    /**
     * The Linux user and groups of a container's first process.
     *
     * @param uid User ID the process started with.
     * @param gid Primary group ID the process started with.
     * @param supplementalGroups Further group IDs of the process.
     */
    @RecordBuilder
    public record LinuxContainerUser(
            @Required @Pb(1) long uid, @Required @Pb(2) long gid, @Atomic @Pb(3) List<Long> supplementalGroups)
            implements ContainerStatusLinuxContainerUserBuilder.With {
        public LinuxContainerUser {
            supplementalGroups = Absent.list(supplementalGroups);
        }
    }

    /**
     * The way a volume is really mounted in a container.
     *
     * @param name Name of the volume mount in the specification.
     * @param mountPath Path of the mount inside the container.
     * @param readOnly True when the mount is read-only.
     * @param recursiveReadOnly Effective mode for nested mounts, Disabled or Enabled; null when the mount is
     *     writable.
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

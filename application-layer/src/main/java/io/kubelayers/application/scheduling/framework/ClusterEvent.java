package io.kubelayers.application.scheduling.framework;

/**
 * Something that happened in the cluster and may make a waiting pod schedulable. Upstream: {@code ClusterEvent} of
 * {@code kube-scheduler/framework/types.go}.
 *
 * @param resource what it happened to
 * @param action what happened, as narrow as it can be told
 */
public record ClusterEvent(Resource resource, Action action) {
    /** Upstream's {@code UnschedulableTimeout}: a pod waited so long that it is simply tried again. */
    public static final ClusterEvent UNSCHEDULABLE_TIMEOUT = new ClusterEvent(Resource.ANY, Action.ALL);

    /** What an event is about. */
    public enum Resource {
        ANY,
        /** A pod that has a node. */
        ASSIGNED_POD,
        /** The waiting pod itself. */
        TARGET_POD,
        /** Another pod that waits. */
        UNSCHEDULED_POD,
        NODE,
        PERSISTENT_VOLUME,
        PERSISTENT_VOLUME_CLAIM,
        CSI_NODE,
        CSI_DRIVER,
        CSI_STORAGE_CAPACITY,
        STORAGE_CLASS,
        VOLUME_ATTACHMENT,
        RESOURCE_CLAIM,
        RESOURCE_SLICE,
        DEVICE_CLASS
    }

    /** What happened. */
    public enum Action {
        ALL,
        ADD,
        DELETE,
        /** A change none of the narrower ones tells. */
        UPDATE,
        UPDATE_NODE_ALLOCATABLE,
        UPDATE_NODE_LABEL,
        UPDATE_NODE_TAINT,
        UPDATE_NODE_CONDITION,
        UPDATE_NODE_ANNOTATION,
        UPDATE_POD_LABEL,
        UPDATE_POD_SCALE_DOWN,
        UPDATE_POD_TOLERATION,
        UPDATE_POD_SCHEDULING_GATES_ELIMINATED
    }

    /** True for events that are not about anything in particular: every waiting pod is tried again. */
    public boolean isWildcard() {
        return resource == Resource.ANY && action == Action.ALL;
    }
}

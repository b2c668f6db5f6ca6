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
        ANY("*"),
        /** A pod that has a node. */
        ASSIGNED_POD("AssignedPod"),
        /** The waiting pod itself. */
        TARGET_POD("UnschedulablePod"),
        /** Another pod that waits. */
        UNSCHEDULED_POD("UnschedulablePod"),
        NODE("Node"),
        PERSISTENT_VOLUME("PersistentVolume"),
        PERSISTENT_VOLUME_CLAIM("PersistentVolumeClaim"),
        CSI_NODE("storage.k8s.io/CSINode"),
        CSI_DRIVER("storage.k8s.io/CSIDriver"),
        CSI_STORAGE_CAPACITY("storage.k8s.io/CSIStorageCapacity"),
        STORAGE_CLASS("storage.k8s.io/StorageClass"),
        VOLUME_ATTACHMENT("storage.k8s.io/VolumeAttachment"),
        RESOURCE_CLAIM("resource.k8s.io/ResourceClaim"),
        RESOURCE_SLICE("resource.k8s.io/ResourceSlice"),
        DEVICE_CLASS("resource.k8s.io/DeviceClass");

        private final String text;

        Resource(String text) {
            this.text = text;
        }
    }

    /** What happened. */
    public enum Action {
        ALL("All"),
        ADD("Add"),
        DELETE("Delete"),
        /** A change none of the narrower ones tells. */
        UPDATE("Update"),
        UPDATE_NODE_ALLOCATABLE("UpdateNodeAllocatable"),
        UPDATE_NODE_LABEL("UpdateNodeLabel"),
        /** Its taints have changed, or it is no longer cordoned. */
        UPDATE_NODE_TAINT("UpdateNodeTaint"),
        UPDATE_NODE_CONDITION("UpdateNodeCondition"),
        UPDATE_NODE_ANNOTATION("UpdateNodeAnnotation"),
        UPDATE_POD_LABEL("UpdatePodLabel"),
        UPDATE_POD_SCALE_DOWN("UpdatePodScaleDown"),
        UPDATE_POD_TOLERATION("UpdatePodToleration"),
        UPDATE_POD_SCHEDULING_GATES_ELIMINATED("UpdatePodSchedulingGatesEliminated");

        private final String text;

        Action(String text) {
            this.text = text;
        }
    }

    /** What metrics call it: {@code NodeUpdateNodeTaint}. Upstream: {@code ClusterEvent.Label}. */
    public String label() {
        return isWildcard() ? "UnschedulableTimeout" : resource.text + action.text;
    }

    /** True for events that are not about anything in particular: every waiting pod is tried again. */
    public boolean isWildcard() {
        return resource == Resource.ANY && action == Action.ALL;
    }
}

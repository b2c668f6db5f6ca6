package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.List;

/** Brings volumes to pods: upstream's volume plugins and the Container Storage Interface. */
public interface VolumeDriver {
    /**
     * Mounts the volumes of a pod, or finds them mounted.
     *
     * @return why that is not possible yet, in the words of upstream's FailedMount events; empty if all are there
     */
    List<String> mount(Pod pod, Node node);

    /** Unmounts the volumes of a pod that is gone. */
    default void unmount(String podUid) {}
}

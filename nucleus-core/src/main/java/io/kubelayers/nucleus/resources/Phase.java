package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A time in a pod's life with the containers that run together then: first each init container on its own, beside the
 * sidecars started before it, at last all containers and sidecars. The pod needs the greatest amount of any phase.
 *
 * <p>Upstream: the formula of KEP 753, "Resources calculation for scheduling and pod admission".
 *
 * @param initContainer the init container that runs, or "" in the last phase
 * @param needs what the phase takes in all
 */
record Phase(String initContainer, Map<String, Quantity> needs) {

    /** What one container takes. */
    interface Needs {
        /**
         * @param stays whether it runs as long as the pod, so that the node may resize it
         */
        Map<String, Quantity> of(Container container, boolean stays);
    }

    /** The last phase comes first: of equal amounts its way of writing counts. */
    static List<Phase> of(Pod pod, Needs containerNeeds) {
        Map<String, Quantity> sidecars = Map.of();
        List<Phase> phases = new ArrayList<>(1 + pod.spec().initContainers().size());
        for (Container container : pod.spec().initContainers()) {
            boolean sidecar = isSidecar(container);
            Map<String, Quantity> needs = containerNeeds.of(container, sidecar);
            if (sidecar) {
                sidecars = ResourceList.add(sidecars, needs);
                phases.add(new Phase(container.name(), sidecars));
            } else {
                phases.add(new Phase(container.name(), ResourceList.add(needs, sidecars)));
            }
        }
        Map<String, Quantity> together = Map.of();
        for (Container container : pod.spec().containers()) {
            together = ResourceList.add(together, containerNeeds.of(container, true));
        }
        phases.add(0, new Phase("", ResourceList.add(together, sidecars)));
        return phases;
    }

    static Map<String, Quantity> greatest(List<Phase> phases) {
        Map<String, Quantity> greatest = Map.of();
        for (Phase phase : phases) {
            greatest = ResourceList.max(greatest, phase.needs);
        }
        return greatest;
    }

    static boolean isSidecar(Container container) {
        return ContainerRestartPolicy.ALWAYS.equals(container.restartPolicy());
    }

    boolean isLast() {
        return initContainer.isEmpty();
    }
}

package io.kubelayers.interfaces.tour;

import io.kubelayers.nucleus.core.Pod;
import java.util.ArrayList;

/** What the containers of a pod wait for, as its status says. */
final class WaitingContainers {
    private WaitingContainers() {}

    /** The reasons, or the phase and the node if there are none. */
    static String of(Pod pod) {
        var reasons = new ArrayList<String>();
        for (var status : pod.status().containerStatuses()) {
            var waiting = status.state().waiting();
            if (waiting != null) {
                reasons.add(waiting.reason() + (waiting.message() == null ? "" : ", " + waiting.message()));
            }
        }
        return reasons.isEmpty()
                ? "phase " + pod.status().phase() + ", node " + pod.spec().nodeName()
                : String.join("; ", reasons);
    }
}

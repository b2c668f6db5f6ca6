package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;

/**
 * Whether a node takes a pod that was bound to it.
 *
 * @param admitted whether it does
 * @param reason reason of the pod's failure, such as OutOfcpu; "" if it is admitted
 * @param message why not, in upstream's words; "" if it is admitted
 * @param finding the reasons
 */
public record NodeAdmissionDecision(boolean admitted, String reason, String message, Finding finding)
        implements Explained {
    @Override
    public String explain() {
        return finding.message();
    }
}

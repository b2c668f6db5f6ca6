package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.StatefulSet;
import io.kubelayers.application.workloads.WorkloadEvent;

/**
 * What is told about the pods and claims of a StatefulSet.
 *
 * <p>Upstream source: {@code recordPodEvent} and {@code recordClaimEvent} in {@code
 * pkg/controller/statefulset/stateful_pod_control.go}.
 */
public final class StatefulSetEvents {
    private StatefulSetEvents() {}

    /** Verbs are {@code create}, {@code update} and {@code delete}. */
    public static WorkloadEvent pod(StatefulSet set, String verb, String podName) {
        return WorkloadEvent.normal(
                "Successful" + title(verb), verb + " Pod " + podName + " in StatefulSet " + name(set) + " successful");
    }

    public static WorkloadEvent podFailed(StatefulSet set, String verb, String podName, String error) {
        return WorkloadEvent.warning(
                "Failed" + title(verb),
                verb + " Pod " + podName + " in StatefulSet " + name(set) + " failed error: " + error);
    }

    public static WorkloadEvent claim(StatefulSet set, String verb, String claimName, String podName) {
        return WorkloadEvent.normal(
                "Successful" + title(verb),
                verb + " Claim " + claimName + " Pod " + podName + " in StatefulSet " + name(set) + " success");
    }

    public static WorkloadEvent claimFailed(
            StatefulSet set, String verb, String claimName, String podName, String error) {
        return WorkloadEvent.warning(
                "Failed" + title(verb),
                verb + " Claim " + claimName + " for Pod " + podName + " in StatefulSet " + name(set)
                        + " failed error: " + error);
    }

    /** Another controller owns a claim of the set. */
    public static WorkloadEvent conflict(String claimName) {
        return WorkloadEvent.warning(
                "ConflictingController",
                "PersistentVolumeClaim " + claimName + " has a conflicting OwnerReference that acts as a manging"
                        + " controller, the retention policy is ignored for this claim");
    }

    private static String name(StatefulSet set) {
        return set.metadata().nameOrEmpty();
    }

    private static String title(String verb) {
        return Character.toUpperCase(verb.charAt(0)) + verb.substring(1);
    }
}

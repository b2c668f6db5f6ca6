package io.kubelayers.application.workloads.statefulset;

import io.kubelayers.application.workloads.ControllerRevision;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;

/** One write that a StatefulSet decided on. */
public sealed interface StatefulSetAction {
    /** A claim of a pod appears before the pod does. */
    record CreateClaim(PersistentVolumeClaim claim, String podName) implements StatefulSetAction {}

    /** A claim gets or loses the owner that will take it along when it goes. */
    record UpdateClaim(PersistentVolumeClaim claim) implements StatefulSetAction {}

    /** Another controller owns a claim, so that it does not go as the set says; people are told. */
    record TellConflict(PersistentVolumeClaim claim) implements StatefulSetAction {}

    /** A pod appears. */
    record CreatePod(Pod pod) implements StatefulSetAction {}

    /** A pod gets labels of its identity back. */
    record UpdatePod(Pod pod) implements StatefulSetAction {}

    /** A pod goes: surplus, ended or of an old revision. */
    record DeletePod(Pod pod) implements StatefulSetAction {}

    /** A template that was not seen before is remembered. */
    record CreateRevision(ControllerRevision revision) implements StatefulSetAction {}

    /** A template used before comes back as the newest. */
    record UpdateRevision(ControllerRevision revision) implements StatefulSetAction {}

    /** A template falls out of the history. */
    record DeleteRevision(ControllerRevision revision) implements StatefulSetAction {}
}

package io.kubelayers.governance.disruption;

/** How many pods the controller of a pod is meant to run. */
public sealed interface ControllerScale {
    /**
     * A number is known.
     *
     * @param uid uid of the controller whose number it is; a Deployment's for pods of its ReplicaSets
     * @param replicas wanted pods
     */
    record Known(String uid, int replicas) implements ControllerScale {}

    /** There is no such controller: deleted, or another one of the same name. */
    record None() implements ControllerScale {}

    /**
     * It can't be told.
     *
     * @param error why, such as {@code no matches for kind "Foo" in version "v1"}
     */
    record Failed(String error) implements ControllerScale {}
}

package io.kubelayers.application.scheduling.framework;

/**
 * A plugin of the scheduling framework. What it takes part in is told by the extension point interfaces that it
 * implements as well.
 *
 * <p>Plugins are immutable: whatever a cycle computes lives in its {@link CycleState}. Upstream: {@code Plugin} of
 * {@code kube-scheduler/framework/interface.go}.
 */
public interface Plugin {
    /** The name it is known by in profiles, messages and explanations; unique in a profile. */
    String name();
}

package io.kubelayers.application.scheduling.framework;

import io.kubelayers.application.scheduling.framework.PreemptionPlan.Victims;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A part of the scheduler that lives elsewhere and is asked after the plugins: which of the nodes left it accepts, how it
 * ranks them, whom to evict, and to bind. One class may answer some of these and pass on the rest.
 *
 * <p>Unlike plugins, extenders belong to a whole scheduler, see {@code ProfileBuilder.extendedBy}. In process one is a
 * small class; over HTTP it speaks {@code extender/v1}, see {@code scheduling.extender}. Upstream: {@code Extender} of
 * {@code kube-scheduler/framework/extender.go}.
 *
 * <p>Every method may throw {@link ExtenderException}: an extender that could not answer. Then the pod is tried again
 * later, unless the extender {@linkplain #isIgnorable may be ignored}.
 */
public interface Extender {
    /** What an extender takes part in. */
    enum Verb {
        FILTER,
        PRIORITIZE,
        PREEMPT,
        BIND
    }

    /** Scores go from 0 to this: upstream's {@code MaxExtenderPriority}. */
    long MAX_PRIORITY = 10;

    /** What it is known by in messages; of one over HTTP its URL. */
    String name();

    /** What it takes part in. */
    Set<Verb> verbs();

    /** Whether pods are scheduled without it while it cannot answer. */
    default boolean isIgnorable() {
        return false;
    }

    /** Whether it wants to be asked about this pod. */
    default boolean isInterested(PodInfo pod) {
        return true;
    }

    /** What its scores are multiplied with. */
    default int weight() {
        return 1;
    }

    /** Which of these nodes it accepts for the pod. Asked only about nodes that all filters accept. */
    default ExtenderVerdict filter(PodInfo pod, List<NodeInfo> nodes) {
        throw new ExtenderException("it does not filter");
    }

    /** A score of 0 to {@link #MAX_PRIORITY} for each of these nodes; those it leaves out have 0. */
    default Map<String, Long> prioritize(PodInfo pod, List<NodeInfo> nodes) {
        throw new ExtenderException("it does not prioritize");
    }

    /**
     * What is left of the candidates of preemption, by node: it may drop nodes and change victims, of which each node
     * must keep one.
     */
    default SortedMap<String, Victims> preempt(PodInfo pod, SortedMap<String, Victims> candidates, Snapshot snapshot) {
        throw new ExtenderException("it does not preempt");
    }

    /** Binds the pod to the node, in place of the Bind plugins. */
    default void bind(PodInfo pod, String node) {
        throw new ExtenderException("it does not bind");
    }
}

package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of one scheduling cycle.
 *
 * @param placement the answer, after Reserve and Permit had their say
 * @param assumed the pod on its node, to be counted there from now on; null unless scheduled
 * @param waits how long each Permit plugin wants to wait before the pod is bound; empty to bind at once
 * @param state what the plugins computed, for the binding cycle
 * @param nextStart where the search for the next pod starts
 */
public record Attempt(
        Placement placement,
        @Nullable PodInfo assumed,
        SortedMap<String, Duration> waits,
        CycleState state,
        int nextStart) {
    public Attempt {
        waits = Collections.unmodifiableSortedMap(new TreeMap<>(waits));
    }

    /** The same attempt, waiting for this plugin. */
    Attempt waitingFor(String plugin, Duration atMost) {
        return new Attempt(placement, assumed, new TreeMap<>(Map.of(plugin, atMost)), state, nextStart);
    }

    /** The same attempt in the cluster as it is by now. */
    Attempt later(Snapshot snapshot, ClusterObjects objects) {
        return new Attempt(placement, assumed, waits, state.later(snapshot, objects), nextStart);
    }
}

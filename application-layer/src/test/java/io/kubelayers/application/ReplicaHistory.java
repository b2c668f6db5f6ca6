package io.kubelayers.application;

import io.kubelayers.application.workloads.ReplicaSet;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.StoreEvent;
import io.kubelayers.nucleus.store.WatchCursor;
import io.kubelayers.nucleus.value.Absent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What ReplicaSets were told to have and had, write by write: what happens between two looks at a cluster counts too. */
final class ReplicaHistory implements AutoCloseable {
    private final WatchCursor sets;
    private final WatchCursor pods;
    private final Map<String, Integer> wanted = new TreeMap<>();
    private final Map<String, Integer> most = new TreeMap<>();
    private final Map<String, Integer> live = new TreeMap<>();
    private int late;

    private ReplicaHistory(WatchCursor sets, WatchCursor pods) {
        this.sets = sets;
        this.pods = pods;
    }

    /** Of a cluster of which nothing is forgotten yet. */
    static ReplicaHistory of(Cluster cluster) {
        var store = cluster.store();
        return new ReplicaHistory(store.watch(Prefix.all("apps/replicasets"), 0), store.watch(Prefix.all("pods"), 0));
    }

    /** Reads on to now. */
    void follow() {
        var set = sets.poll();
        var pod = pods.poll();
        while (set.isPresent() || pod.isPresent()) {
            if (isFirst(set, pod)) {
                told((ReplicaSet) set.orElseThrow().current().object());
                set = sets.poll();
            } else {
                happened(pod.orElseThrow());
                pod = pods.poll();
            }
            live.forEach((name, count) -> late = Math.max(late, count - wanted.getOrDefault(name, 0)));
        }
    }

    private static boolean isFirst(Optional<StoreEvent> one, Optional<StoreEvent> other) {
        return one.isPresent()
                && (other.isEmpty() || one.get().revision() < other.get().revision());
    }

    private void told(ReplicaSet set) {
        int replicas = Absent.or(set.spec().replicas(), 1);
        wanted.put(set.metadata().nameOrEmpty(), replicas);
        most.merge(set.metadata().nameOrEmpty(), replicas, Math::max);
    }

    private void happened(StoreEvent event) {
        var pod = (Pod) event.current().object();
        boolean was = event.previous() != null && isLive((Pod) event.previous().object());
        boolean is = event.type() != StoreEvent.Type.DELETED && isLive(pod);
        var set = pod.metadata().ownerReferences().get(0).name();
        live.merge(set, (is ? 1 : 0) - (was ? 1 : 0), Integer::sum);
    }

    static boolean isLive(Pod pod) {
        return pod.metadata().deletionTimestamp() == null;
    }

    /** How many pods each set has that are not being deleted. */
    Map<String, Integer> live() {
        return live;
    }

    /** The most that each set was ever to have. */
    Map<String, Integer> most() {
        return most;
    }

    /** How many pods at the most a set had that it had been told to delete. */
    int late() {
        return late;
    }

    @Override
    public void close() {
        sets.close();
        pods.close();
    }
}

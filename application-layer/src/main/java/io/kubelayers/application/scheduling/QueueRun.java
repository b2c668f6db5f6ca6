package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.PluginException;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueueSortPlugin;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Pod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Many pods one after the other, in the order of the queue, each on the cluster as those before left it. Without time:
 * whoever finds no node is tried once, and victims of preemption are gone at once.
 */
final class QueueRun {
    private final Scheduling scheduling;
    private final List<PodInfo> queue;
    private final QueueSortPlugin sort;
    private final Consumer<Placement> listener;
    private final Map<String, Placement> placements = new LinkedHashMap<>();
    private final List<Placements.Evicted> evicted = new ArrayList<>();
    private Snapshot cluster;
    private int start;

    QueueRun(Scheduling scheduling, Collection<Pod> pods, Consumer<Placement> listener) {
        this.scheduling = scheduling;
        this.cluster = scheduling.snapshot();
        this.sort = scheduling.queueSort();
        this.listener = listener;
        this.queue = sorted(pods);
    }

    private List<PodInfo> sorted(Collection<Pod> pods) {
        var queued = new ArrayList<QueuedPod>();
        for (var pod : pods) {
            queued.add(queued(PodInfo.of(pod)));
        }
        try {
            queued.sort((first, second) -> sort.less(first, second) ? -1 : sort.less(second, first) ? 1 : 0);
        } catch (RuntimeException e) {
            throw new PluginException(
                    "running QueueSort plugin \"" + sort.name() + "\": " + PluginException.text(e), e);
        }
        var infos = new ArrayList<PodInfo>(queued.size());
        queued.forEach(pod -> infos.add(pod.pod()));
        return infos;
    }

    private static QueuedPod queued(PodInfo pod) {
        return new QueuedPod(pod, Instant.EPOCH, 0);
    }

    /** Tries them all. */
    Placements run() {
        for (int i = 0; i < queue.size(); i++) { // victims may join behind
            var pod = queue.get(i);
            var placement = place(pod);
            if (scheduling.isEvicting() && placement.preemption() != null) {
                placement = evict(pod, placement, i + 1);
            }
            placements.put(pod.key(), placement);
            listener.accept(placement);
        }
        return new Placements(List.copyOf(placements.values()), evicted, cluster);
    }

    /** Tries until one finds no node. */
    boolean allFit() {
        for (var pod : queue) {
            if (!place(pod).isScheduled()) {
                return false;
            }
        }
        return true;
    }

    private Placement place(PodInfo pod) {
        var decision = scheduling.decide(cluster, pod, start);
        start = decision.nextStart();
        var node = decision.placement().node();
        if (node != null) {
            cluster = cluster.with(pod.on(node));
        }
        return decision.placement();
    }

    /** Lets the victims go, the pod in, and those victims that somebody makes again join the queue. */
    private Placement evict(PodInfo pod, Placement refused, int next) {
        var plan = refused.preemption();
        if (plan == null) {
            return refused;
        }
        for (var victim : plan.victims().pods()) {
            cluster = cluster.without(victim.key());
            boolean returns = victim.pod().metadata().controllerOwner().isPresent();
            evicted.add(new Placements.Evicted(victim.key(), plan.node(), pod.key(), returns));
            if (returns) {
                join(PodInfo.of(Eviction.unbound(victim.pod())), next);
            }
        }
        var status = pod.pod().status().withNominatedNodeName(plan.node());
        return place(PodInfo.of(pod.pod().withStatus(status)));
    }

    private void join(PodInfo pod, int from) {
        int at = queue.size();
        while (at > from && sort.less(queued(pod), queued(queue.get(at - 1)))) {
            at--;
        }
        queue.add(at, pod);
    }
}

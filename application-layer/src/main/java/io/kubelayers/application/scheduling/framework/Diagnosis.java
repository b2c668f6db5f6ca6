package io.kubelayers.application.scheduling.framework;

import com.google.common.collect.ImmutableSortedSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why no node fits, and the message upstream makes of it ({@code FitError} of {@code framework/types.go}).
 *
 * @param nodes how many nodes the cluster has
 * @param statuses the rejection each node got
 * @param unschedulablePlugins who rejected; the queue waits for events these plugins registered
 * @param pendingPlugins those of them that said {@link Status.Code#PENDING}
 * @param preFilterMessage why the pod was rejected before nodes were looked at, or {@code ""}
 * @param postFilterMessage what came of trying to make room, or {@code ""}
 */
public record Diagnosis(
        int nodes,
        NodeStatuses statuses,
        SortedSet<String> unschedulablePlugins,
        SortedSet<String> pendingPlugins,
        String preFilterMessage,
        String postFilterMessage) {
    public Diagnosis {
        unschedulablePlugins = ImmutableSortedSet.copyOf(unschedulablePlugins);
        pendingPlugins = ImmutableSortedSet.copyOf(pendingPlugins);
    }

    /** Filters rejected every node. */
    public static Diagnosis filtered(NodeStatuses statuses) {
        var unschedulable = new TreeSet<String>();
        var pending = new TreeSet<String>();
        for (int i = 0; i < statuses.size(); i++) {
            if (statuses.isExplicit(i)) {
                collect(statuses.get(i), unschedulable, pending);
            }
        }
        return new Diagnosis(statuses.size(), statuses, unschedulable, pending, "", "");
    }

    /** PreFilter rejected the pod, whatever the node. */
    public static Diagnosis preFiltered(Snapshot snapshot, Status status, SortedSet<String> plugins) {
        var unschedulable = new TreeSet<>(plugins);
        var pending = new TreeSet<String>();
        collect(status, unschedulable, pending);
        var statuses = NodeStatuses.same(snapshot, status);
        return new Diagnosis(snapshot.size(), statuses, unschedulable, pending, status.message(), "");
    }

    private static void collect(Status status, SortedSet<String> unschedulable, SortedSet<String> pending) {
        if (status.plugin().isEmpty()) {
            return;
        }
        if (status.isRejected()) {
            unschedulable.add(status.plugin());
        }
        if (status.code() == Status.Code.PENDING) {
            pending.add(status.plugin());
        }
    }

    /** The same with more plugins to wait for. */
    public Diagnosis withPlugins(SortedSet<String> more) {
        var all = new TreeSet<>(unschedulablePlugins);
        all.addAll(more);
        return new Diagnosis(nodes, statuses, all, pendingPlugins, preFilterMessage, postFilterMessage);
    }

    /** The same with the outcome of PostFilter. */
    public Diagnosis withPostFilterMessage(String message) {
        return new Diagnosis(nodes, statuses, unschedulablePlugins, pendingPlugins, preFilterMessage, message);
    }

    /**
     * {@code 0/3 nodes are available: 1 Insufficient cpu, 2 node(s) were unschedulable. preemption: …}. The reasons are
     * sorted as texts together with their counts, so 10 comes before 2.
     */
    public String fitError() {
        var message = new StringBuilder("0/").append(nodes).append(" nodes are available:");
        if (preFilterMessage.isEmpty()) {
            var reasons = countedReasons();
            if (!reasons.isEmpty()) {
                message.append(' ').append(String.join(", ", reasons)).append('.');
            }
        } else {
            message.append(' ').append(preFilterMessage).append('.');
        }
        if (!postFilterMessage.isEmpty()) {
            message.append(' ').append(postFilterMessage);
        }
        return message.toString();
    }

    private ArrayList<String> countedReasons() {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < statuses.size(); i++) {
            for (var reason : statuses.get(i).reasons()) {
                counts.merge(reason, 1, Integer::sum);
            }
        }
        var counted = new ArrayList<String>(counts.size());
        counts.forEach((reason, count) -> counted.add(count + " " + reason));
        Collections.sort(counted);
        return counted;
    }
}

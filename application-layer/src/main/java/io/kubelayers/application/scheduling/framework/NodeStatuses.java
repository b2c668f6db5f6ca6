package io.kubelayers.application.scheduling.framework;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the filters said of each node in one cycle. Upstream: {@code NodeToStatus}.
 *
 * <p>An array in the order of the snapshot's nodes: one reference a node.
 */
public final class NodeStatuses {
    private final Snapshot snapshot;
    private final @Nullable Status[] explicit;
    private final Status absent;

    private NodeStatuses(Snapshot snapshot, @Nullable Status[] explicit, Status absent) {
        this.snapshot = snapshot;
        this.explicit = explicit;
        this.absent = absent;
    }

    /**
     * @param explicit the status of each node, in the snapshot's order, null where the node was not looked at; not
     *     copied, the caller gives it away
     * @param absent the status of nodes that were not looked at
     */
    public static NodeStatuses of(Snapshot snapshot, @Nullable Status[] explicit, Status absent) {
        if (explicit.length != snapshot.size()) {
            throw new IllegalArgumentException(explicit.length + " statuses for " + snapshot.size() + " nodes");
        }
        return new NodeStatuses(snapshot, explicit, absent);
    }

    /** Every node got the same without being looked at. */
    public static NodeStatuses same(Snapshot snapshot, Status status) {
        return new NodeStatuses(snapshot, new Status[snapshot.size()], status);
    }

    /** The nodes the statuses are about. */
    public Snapshot snapshot() {
        return snapshot;
    }

    public int size() {
        return explicit.length;
    }

    /** The status of the node at this place of the snapshot. */
    public Status get(int index) {
        var status = explicit[index];
        return status == null ? absent : status;
    }

    /** The status of the node of this name; of an unknown node that of those not looked at. */
    public Status get(String node) {
        int index = snapshot.indexOf(node);
        return index < 0 ? absent : get(index);
    }

    /** Whether filters looked at this node; if not, it has the status of those left out. */
    public boolean isExplicit(int index) {
        return explicit[index] != null;
    }

    /** What nodes that were not looked at get. */
    public Status absent() {
        return absent;
    }

    /** The nodes whose status has this code, by name. */
    public List<NodeInfo> nodesWith(Status.Code code) {
        var nodes = new ArrayList<NodeInfo>();
        for (int i = 0; i < explicit.length; i++) {
            if (get(i).code() == code) {
                nodes.add(snapshot.node(i));
            }
        }
        return nodes;
    }
}

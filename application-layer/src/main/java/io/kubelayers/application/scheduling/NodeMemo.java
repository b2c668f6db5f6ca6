package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.ArrayDeque;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What node-local plugins said of nodes to the pods tried last, so that the next replica asks only about nodes that
 * changed. A node is unchanged if its {@link NodeInfo} is the same object, since those are immutable.
 *
 * <p>Costs an array of references and one of longs for each score plugin, for each of a few kinds of pods. Whoever
 * decides takes the memory out and puts it back, so several threads may decide at a time; one of them remembers nothing
 * then. That something is remembered is never visible in a decision.
 */
final class NodeMemo {
    /** How many kinds of pods are remembered. */
    private static final int KINDS = 4;

    /** A score that nobody has asked for yet. */
    static final long UNKNOWN = Long.MIN_VALUE;

    private final AtomicReference<@Nullable ArrayDeque<Page>> pages = new AtomicReference<>(new ArrayDeque<>());

    /** What is known for pods of one kind. */
    static final class Page {
        private final PodInfo kind;
        private final ArrayDeque<Page> shelf;
        private @Nullable NodeInfo[] nodes = new NodeInfo[0];
        private @Nullable Status[] statuses = new Status[0];
        private final long[][] scores;

        private Page(PodInfo kind, ArrayDeque<Page> shelf, int scorers) {
            this.kind = kind;
            this.shelf = shelf;
            this.scores = new long[scorers][0];
        }

        private void fit(int size) {
            if (nodes.length != size) {
                nodes = new NodeInfo[size];
                statuses = new Status[size];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = new long[size];
                }
            }
        }

        /** Forgets what was said of the node at this place if it is no longer what it was. To be called before it is asked about. */
        void visit(int place, NodeInfo node) {
            if (nodes[place] != node) {
                nodes[place] = node;
                statuses[place] = null;
                for (var column : scores) {
                    column[place] = UNKNOWN;
                }
            }
        }

        /** The first rejection of the node by node-local filters, success, or null if it is not known. */
        @Nullable
        Status status(int node) {
            return statuses[node];
        }

        void remember(int node, Status status) {
            statuses[node] = status;
        }

        /** The raw scores of a plugin by place; {@link #UNKNOWN} where it was not asked. To be filled in. */
        long[] scores(int scorer) {
            return scores[scorer];
        }
    }

    /** The page for this pod on this cluster, to be given back; null if there is none to be had. */
    @Nullable
    Page take(PodInfo pod, Snapshot snapshot, int scorers) {
        var all = pages.getAndSet(null);
        if (all == null) {
            return null;
        }
        Page page = null;
        for (var candidate : all) {
            if (candidate.kind.asksLike(pod)) {
                page = candidate;
                break;
            }
        }
        if (page == null) {
            page = new Page(pod, all, scorers);
        } else {
            all.remove(page);
        }
        all.addFirst(page);
        while (all.size() > KINDS) {
            all.removeLast();
        }
        page.fit(snapshot.size());
        return page;
    }

    void giveBack(@Nullable Page page) {
        if (page != null) {
            pages.set(page.shelf);
        }
    }
}

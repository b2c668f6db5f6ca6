package io.kubelayers.application.scheduling.framework;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * Nodes by place. Immutable: two arrays deep, so that one that differs in one node shares all but a chunk of 64 and the list
 * of chunks, some 150 references for 5,000 nodes.
 */
final class NodeTable {
    private static final int BITS = 6;
    private static final int CHUNK = 1 << BITS;

    private final NodeInfo[][] chunks;
    private final int size;

    private NodeTable(NodeInfo[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    /** A copy of the nodes. */
    static NodeTable of(NodeInfo... nodes) {
        var chunks = new NodeInfo[(nodes.length + CHUNK - 1) >> BITS][];
        for (int i = 0; i < chunks.length; i++) {
            int from = i << BITS;
            chunks[i] = new NodeInfo[Math.min(CHUNK, nodes.length - from)];
            System.arraycopy(nodes, from, chunks[i], 0, chunks[i].length);
        }
        return new NodeTable(chunks, nodes.length);
    }

    int size() {
        return size;
    }

    NodeInfo get(int place) {
        return chunks[place >> BITS][place & CHUNK - 1];
    }

    /** With another node at this place. */
    NodeTable with(int place, NodeInfo node) {
        var others = chunks.clone();
        var chunk = others[place >> BITS].clone();
        chunk[place & CHUNK - 1] = node;
        others[place >> BITS] = chunk;
        return new NodeTable(others, size);
    }

    /** With one more at this place, before those from there on. */
    NodeTable inserted(int place, NodeInfo node) {
        var more = new NodeInfo[size + 1];
        for (int i = 0; i < more.length; i++) {
            more[i] = i == place ? node : get(i < place ? i : i - 1);
        }
        return of(more);
    }

    /** Without the one at this place. */
    NodeTable removed(int place) {
        var fewer = new NodeInfo[size - 1];
        for (int i = 0; i < fewer.length; i++) {
            fewer[i] = get(i < place ? i : i + 1);
        }
        return of(fewer);
    }

    /** The place of the node of this name or, as {@code -(place + 1)}, where it would come; nodes are sorted by name. */
    int search(String name) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = get(middle).name().compareTo(name);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -(low + 1);
    }

    List<NodeInfo> asList() {
        return new View(this);
    }

    private static final class View extends AbstractList<NodeInfo> implements RandomAccess {
        private final NodeTable table;

        View(NodeTable table) {
            this.table = table;
        }

        @Override
        public NodeInfo get(int place) {
            return table.get(place);
        }

        @Override
        public int size() {
            return table.size();
        }
    }
}

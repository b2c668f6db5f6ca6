package io.kubelayers.application.scheduling.framework;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Nodes of a snapshot in the order in which they were found, with their places in it. */
public final class FeasibleNodes extends AbstractList<NodeInfo> implements RandomAccess {
    private final Snapshot snapshot;
    private final int[] places;
    private final int size;

    private FeasibleNodes(Snapshot snapshot, int[] places, int size) {
        this.snapshot = snapshot;
        this.places = places;
        this.size = size;
    }

    /**
     * The nodes at the first so many of these places.
     *
     * @param places not copied; the caller gives them away
     */
    public static FeasibleNodes at(Snapshot snapshot, int[] places, int size) {
        return new FeasibleNodes(snapshot, places, size);
    }

    /** These nodes of the snapshot. */
    public static FeasibleNodes of(Snapshot snapshot, List<NodeInfo> nodes) {
        if (nodes instanceof FeasibleNodes known && known.snapshot == snapshot) {
            return known;
        }
        var places = new int[nodes.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = snapshot.indexOf(nodes.get(i).name());
        }
        return new FeasibleNodes(snapshot, places, places.length);
    }

    @Override
    public NodeInfo get(int index) {
        return snapshot.node(place(index));
    }

    /** Where in the snapshot the node is. */
    public int place(int index) {
        if (index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return places[index];
    }

    @Override
    public int size() {
        return size;
    }
}

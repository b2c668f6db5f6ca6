package io.kubelayers.application.workloads;

import java.util.ArrayList;
import java.util.List;

/**
 * Sizes of the batches in which a controller creates pods: 1, 2, 4, … until all are made.
 *
 * <p>If one creation of a batch fails, the rest of the batches is skipped; so a namespace without quota sees one failing
 * request and not five hundred. Upstream source: {@code slowStartBatch} in {@code pkg/controller/replicaset}.
 */
public final class SlowStart {
    private SlowStart() {}

    /** The batches that make up the count; empty for 0. */
    public static List<Integer> batches(int count) {
        var batches = new ArrayList<Integer>();
        int remaining = count;
        for (int size = Math.min(remaining, 1); size > 0; size = Math.min(2 * size, remaining)) {
            batches.add(size);
            remaining -= size;
        }
        return List.copyOf(batches);
    }
}

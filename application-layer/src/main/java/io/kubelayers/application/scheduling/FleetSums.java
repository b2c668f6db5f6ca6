package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import java.util.Collection;
import java.util.List;

/**
 * Whether a set of nodes has enough in sum: without that, there is no need to place a pod. Cpu in thousandths of a core, memory
 * and ephemeral storage in bytes, and the number of pods, in this order.
 *
 * @param lacking what pods ask for beyond what is free
 * @param offers what a node of each shape has
 */
record FleetSums(long[] lacking, List<long[]> offers) {
    static FleetSums of(Snapshot cluster, List<Node> shapes, Collection<Pod> pods) {
        var lacking = new long[4];
        for (var pod : pods) {
            add(lacking, amounts(PodInfo.of(pod).requests(), 1), 1);
        }
        for (var node : cluster.nodes()) {
            var free = amounts(node.allocatable(), node.allocatable().pods());
            add(free, amounts(node.requested(), node.podCount()), -1);
            for (int i = 0; i < free.length; i++) {
                lacking[i] -= Math.max(0, free[i]);
            }
        }
        return new FleetSums(
                lacking,
                shapes.stream()
                        .map(shape -> NodeInfo.of(shape).allocatable())
                        .map(has -> amounts(has, has.pods()))
                        .toList());
    }

    private static long[] amounts(Resources resources, long pods) {
        return new long[] {resources.milliCpu(), resources.memory(), resources.ephemeralStorage(), pods};
    }

    private static void add(long[] sum, long[] amounts, int times) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += amounts[i] * times;
        }
    }

    /** Whether so many nodes of each shape have enough. */
    boolean suffice(int[] counts) {
        var left = lacking.clone();
        for (int i = 0; i < counts.length; i++) {
            add(left, offers.get(i), -counts[i]);
        }
        for (long amount : left) {
            if (amount > 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether so many nodes could have enough if each had the most of everything that any shape has. */
    boolean mayEverSuffice(int count) {
        for (int i = 0; i < lacking.length; i++) {
            long most = 0;
            for (var offer : offers) {
                most = Math.max(most, offer[i]);
            }
            if (lacking[i] > most * count) {
                return false;
            }
        }
        return true;
    }
}

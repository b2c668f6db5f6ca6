package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Resources;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.core.ResourceName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How evenly a cluster is filled, and how much of what is free is of use.
 *
 * @param nodes how many there are
 * @param emptyNodes those without pods
 * @param cpu requested cpu
 * @param memory requested memory
 */
public record Balance(int nodes, int emptyNodes, Share cpu, Share memory) {
    /**
     * The use of one resource.
     *
     * @param mean mean share that is requested of a node, 0 to 1
     * @param deviation standard deviation of that share among nodes; 0 is perfectly even
     * @param stranded share of all that is free, 0 to 1, which lies where a typical pod does not fit, because there is too little of
     *     it or of something else: the fragmentation. Averaged over the typical pods, as in Weng and others, Beware of
     *     Fragmentation, USENIX ATC 2023
     */
    public record Share(double mean, double deviation, double stranded) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.0f%% on average with a deviation of %.0f%%, %.0f%% of the free stranded",
                    mean * 100,
                    deviation * 100,
                    stranded * 100);
        }
    }

    /**
     * Of this cluster.
     *
     * @param typical pods like those that will come, such as those just placed; with none, nothing is stranded
     */
    public static Balance of(Snapshot cluster, Collection<PodInfo> typical) {
        int empty = 0;
        for (int i = 0; i < cluster.size(); i++) {
            empty += cluster.node(i).podCount() == 0 ? 1 : 0;
        }
        var sizes = sizes(typical);
        return new Balance(
                cluster.size(),
                empty,
                share(cluster, sizes, ResourceName.CPU),
                share(cluster, sizes, ResourceName.MEMORY));
    }

    /** What pods ask for, and how many ask for it: replicas are alike. */
    private static Map<Resources, Integer> sizes(Collection<PodInfo> pods) {
        var sizes = new LinkedHashMap<Resources, Integer>();
        for (var pod : pods) {
            sizes.merge(pod.requests(), 1, Integer::sum);
        }
        return sizes;
    }

    private static Share share(Snapshot cluster, Map<Resources, Integer> sizes, String resource) {
        double sum = 0;
        double squares = 0;
        double free = 0;
        double stranded = 0;
        for (int i = 0; i < cluster.size(); i++) {
            var node = cluster.node(i);
            double has = node.allocatable().get(resource);
            double used = node.requested().get(resource);
            double share = has == 0 ? 0 : used / has;
            sum += share;
            squares += share * share;
            double left = Math.max(0, has - used);
            free += left;
            stranded += left * unfit(node, sizes);
        }
        int count = Math.max(1, cluster.size());
        double mean = sum / count;
        return new Share(mean, Math.sqrt(Math.max(0, squares / count - mean * mean)), free == 0 ? 0 : stranded / free);
    }

    /** The share of typical pods for which the node has too little left. */
    private static double unfit(NodeInfo node, Map<Resources, Integer> sizes) {
        int unfit = 0;
        int all = 0;
        for (var size : sizes.entrySet()) {
            all += size.getValue();
            unfit += fits(size.getKey(), node) ? 0 : size.getValue();
        }
        return all == 0 ? 0 : (double) unfit / all;
    }

    private static boolean fits(Resources request, NodeInfo node) {
        var has = node.allocatable();
        var used = node.requested();
        boolean fits = node.podCount() < has.pods()
                && request.milliCpu() <= has.milliCpu() - used.milliCpu()
                && request.memory() <= has.memory() - used.memory()
                && request.ephemeralStorage() <= has.ephemeralStorage() - used.ephemeralStorage();
        for (var name : request.scalarNames()) {
            fits &= request.scalar(name) <= has.scalar(name) - used.scalar(name);
        }
        return fits;
    }

    @Override
    public String toString() {
        return emptyNodes + " of " + nodes + (nodes == 1 ? " node" : " nodes") + " empty, cpu " + cpu + ", memory "
                + memory;
    }
}

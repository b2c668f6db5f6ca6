package io.kubelayers.application.scheduling;

import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The same pods placed by two profiles.
 *
 * @param first what the first makes of them
 * @param second what the second does
 */
public record Comparison(Placements first, Placements second) implements Explained {
    /**
     * How the pods of a cluster lie.
     *
     * @param emptyNodes nodes without pods
     * @param meanCpu mean share of requested cpu, 0 to 1
     * @param spreadCpu standard deviation of that share among nodes: 0 is perfectly even
     */
    public record Balance(int emptyNodes, double meanCpu, double spreadCpu) {
        static Balance of(Snapshot cluster) {
            int empty = 0;
            double sum = 0;
            double squares = 0;
            for (var node : cluster.nodes()) {
                empty += node.podCount() == 0 ? 1 : 0;
                long has = node.allocatable().milliCpu();
                double share = has == 0 ? 0 : (double) node.requested().milliCpu() / has;
                sum += share;
                squares += share * share;
            }
            int count = Math.max(1, cluster.size());
            double mean = sum / count;
            return new Balance(empty, mean, Math.sqrt(Math.max(0, squares / count - mean * mean)));
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%d empty nodes, cpu %.0f%% on average with a deviation of %.0f%%",
                    emptyNodes,
                    meanCpu * 100,
                    spreadCpu * 100);
        }
    }

    /** {@code namespace/name} of the pods that they place differently. */
    public List<String> differing() {
        var differing = new ArrayList<String>();
        for (var placement : first.placements()) {
            var key = placement.pod().key();
            if (!Objects.equals(placement.node(), second.of(key).node())) {
                differing.add(key);
            }
        }
        return differing;
    }

    /** How the cluster is filled by the first. */
    public Balance firstBalance() {
        return Balance.of(first.after());
    }

    /** How the cluster is filled by the second. */
    public Balance secondBalance() {
        return Balance.of(second.after());
    }

    @Override
    public String explain() {
        return differing().size() + " of " + first.placements().size() + " pods go elsewhere; " + firstBalance()
                + " against " + secondBalance() + "; " + first.unscheduled().size() + " against "
                + second.unscheduled().size() + " find no node";
    }

    @Override
    public Finding finding() {
        var finding = Finding.note("scheduling.comparison", "", explain());
        for (var key : differing()) {
            finding = finding.because(Finding.note(
                    "scheduling.differs",
                    "pod/" + key,
                    first.of(key).node() + " against " + second.of(key).node()));
        }
        return finding;
    }
}

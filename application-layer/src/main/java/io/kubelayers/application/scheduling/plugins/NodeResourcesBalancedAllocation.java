package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import java.util.List;

/**
 * Prefers nodes of which cpu and memory would be used to a like degree: {@code (1 - standard deviation of the used
 * shares) * 100}.
 *
 * <p>Has nothing to say about pods that request none of the resources, lest they all go to one node. Upstream:
 * {@code plugins/noderesources/balanced_allocation.go}.
 */
public final class NodeResourcesBalancedAllocation implements NodeLocal, PreScorePlugin, ScorePlugin {
    public static final String NAME = "NodeResourcesBalancedAllocation";

    private static final StateKey<long[]> PRE_SCORE = StateKey.named("PreScore" + NAME);

    private final AllocationScorer scorer;

    private NodeResourcesBalancedAllocation(List<ResourceWeight> resources) {
        this.scorer = new AllocationScorer(resources, true);
    }

    /** As in the default profile: cpu and memory. */
    public static NodeResourcesBalancedAllocation standard() {
        return new NodeResourcesBalancedAllocation(ScoringStrategy.CPU_AND_MEMORY);
    }

    /** Over these resources; their weights do not matter here. */
    public static NodeResourcesBalancedAllocation over(ResourceWeight... resources) {
        return new NodeResourcesBalancedAllocation(List.of(resources));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var requests = scorer.requestsOf(pod);
        if (isNothing(requests)) {
            return Status.skip();
        }
        state.write(PRE_SCORE, requests);
        return Status.success();
    }

    private static boolean isNothing(long[] requests) {
        for (long request : requests) {
            if (request != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        var written = state.read(PRE_SCORE);
        var requests = written == null ? scorer.requestsOf(pod) : written;
        return isNothing(requests) ? 0 : balance(scorer.requested(node, requests), scorer.allocatable(node, requests));
    }

    private static long balance(long[] requested, long[] allocatable) {
        var shares = new double[requested.length];
        int count = 0;
        double sum = 0;
        for (int i = 0; i < requested.length; i++) {
            if (allocatable[i] != 0) {
                shares[count] = Math.min(1, (double) requested[i] / allocatable[i]);
                sum += shares[count++];
            }
        }
        return (long) ((1 - deviation(shares, count, sum)) * MAX_SCORE);
    }

    private static double deviation(double[] shares, int count, double sum) {
        if (count < 2) {
            return 0;
        }
        if (count == 2) {
            return Math.abs((shares[0] - shares[1]) / 2); // the same with fewer roundings, as upstream does
        }
        double mean = sum / count;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += (shares[i] - mean) * (shares[i] - mean);
        }
        return Math.sqrt(squares / count);
    }
}

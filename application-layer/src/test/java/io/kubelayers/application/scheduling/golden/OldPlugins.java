package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.application.scheduling.plugins.DynamicResources;
import io.kubelayers.application.scheduling.plugins.NodeAffinity;
import io.kubelayers.application.scheduling.plugins.NodeResourcesFit;
import io.kubelayers.application.scheduling.plugins.TaintToleration;
import io.kubelayers.application.scheduling.volumes.VolumeRestrictions;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Plugins as they were in 1.26, for cases of which otherwise nothing could be compared: what they do differently decides
 * about a node, and so about all that comes after. They do what today's plugins do, and that.
 */
final class OldPlugins {
    private static final String BALANCED = "NodeResourcesBalancedAllocation";
    private static final String AFFINITY = "NodeAffinity";

    private OldPlugins() {}

    /** Today's profile in the words of 1.26, which named the taint, and had no say of claims to take back. */
    static Profile inOldWords() {
        return Profile.standard()
                .edit()
                .replace(TaintToleration.NAME, new NamingTaints(TaintToleration.standard()))
                .disable(DynamicResources.NAME)
                .build();
    }

    /** The same with all that did something differently. */
    static Profile profile() {
        return inOldWords()
                .edit()
                .replace(NodeResourcesFit.NAME, new OldFit(NodeResourcesFit.standard()))
                .replace(AFFINITY, new OldAffinity(NodeAffinity.standard()))
                .replace(BALANCED, new OldBalance())
                .replace(VolumeRestrictions.NAME, new OldRestrictions(new VolumeRestrictions()))
                .build();
    }

    /** The reason named the first taint that is not tolerated until 1.34.1. */
    private record NamingTaints(TaintToleration today) implements FilterPlugin, PreScorePlugin, ScorePlugin {
        @Override
        public String name() {
            return today.name();
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            var status = today.filter(state, pod, node);
            return status.isSuccess()
                    ? status
                    : Status.unresolvable("node(s) had untolerated taint " + shown(status.detail()));
        }

        /** {@code key=value:Effect} as {@code {key: value}}. */
        private static String shown(String taint) {
            var pair = taint.substring(0, taint.lastIndexOf(':'));
            int sign = pair.indexOf('=');
            return sign < 0
                    ? "{" + pair + ": }"
                    : "{" + pair.substring(0, sign) + ": " + pair.substring(sign + 1) + "}";
        }

        @Override
        public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
            return today.preScore(state, pod, nodes);
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            return today.score(state, pod, node);
        }

        @Override
        public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
            today.normalizeScore(state, pod, scores);
        }
    }

    /**
     * A pod that requests something was rejected for a resource of which it requests none too, where more of it is requested
     * than there is. Since 1.28 asking for nothing never fails.
     */
    private record OldFit(NodeResourcesFit today) implements FilterPlugin, PreScorePlugin, ScorePlugin {
        @Override
        public String name() {
            return today.name();
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            var status = today.filter(state, pod, node);
            var reasons = new ArrayList<>(status.reasons());
            for (var resource : List.of("cpu", "memory", "ephemeral-storage")) {
                boolean isOvercommitted =
                        node.requested().get(resource) > node.allocatable().get(resource);
                if (isOvercommitted
                        && pod.requests().get(resource) == 0
                        && !pod.requests().isEmpty()) {
                    reasons.add("Insufficient " + resource);
                }
            }
            if (reasons.size() == status.reasons().size()) {
                return status;
            }
            var texts = reasons.toArray(new String[0]);
            return status.code() == Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE
                    ? Status.unresolvable(texts)
                    : Status.unschedulable(texts);
        }

        @Override
        public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
            return today.preScore(state, pod, nodes);
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            return today.score(state, pod, node);
        }
    }

    /** Pods that request nothing were balanced too; since 1.33 the plugin skips them. */
    private record OldBalance() implements ScorePlugin {
        @Override
        public String name() {
            return BALANCED;
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            double cpu = share(node, pod, "cpu");
            double memory = share(node, pod, "memory");
            // a resource that the node has none of does not count
            boolean isOne = cpu < 0 || memory < 0;
            return (long) ((1 - (isOne ? 0 : Math.abs((cpu - memory) / 2))) * MAX_SCORE);
        }

        private static double share(NodeInfo node, PodInfo pod, String resource) {
            long has = node.allocatable().get(resource);
            long used = node.requested().get(resource) + pod.requests().get(resource);
            return has == 0 ? -1 : Math.min(1, (double) used / has);
        }
    }

    /**
     * The first term that names two nodes at once rejected the pod, unless one before it names none; since 1.28 all terms
     * must conflict.
     */
    private record OldAffinity(NodeAffinity today)
            implements PreFilterPlugin, FilterPlugin, PreScorePlugin, ScorePlugin {
        @Override
        public String name() {
            return AFFINITY;
        }

        @Override
        public PreFilterResult preFilter(CycleState state, PodInfo pod) {
            var result = today.preFilter(state, pod);
            return result.status().isSuccess() && conflicts(pod)
                    ? PreFilterResult.rejected(Status.unresolvable("pod affinity terms conflict"))
                    : result;
        }

        private static boolean conflicts(PodInfo pod) {
            for (var term : VersionDifferences.requiredTerms(pod.pod())) {
                var named = named(term);
                if (named.isEmpty()) {
                    return false;
                }
                var agreed = new TreeSet<>(named.get(0));
                named.forEach(agreed::retainAll);
                if (agreed.isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private static List<List<String>> named(NodeSelectorTerm term) {
            return term.matchFields().stream()
                    .filter(field -> field.key().equals("metadata.name"))
                    .filter(field -> field.operator().equals("In"))
                    .map(field -> field.values())
                    .toList();
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return today.filter(state, pod, node);
        }

        @Override
        public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
            return today.preScore(state, pod, nodes);
        }

        @Override
        public long score(CycleState state, PodInfo pod, NodeInfo node) {
            return today.score(state, pod, node);
        }

        @Override
        public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
            today.normalizeScore(state, pod, scores);
        }
    }

    /**
     * A claim that only one pod may use and that is used already rejected the pod as a whole; since 1.27 it is up to each
     * node, after the filters before, and eviction may help.
     */
    private record OldRestrictions(VolumeRestrictions today) implements PreFilterPlugin, FilterPlugin {
        @Override
        public String name() {
            return today.name();
        }

        @Override
        public PreFilterResult preFilter(CycleState state, PodInfo pod) {
            for (var key : VersionDifferences.exclusiveClaims(pod.pod(), state.objects())) {
                if (state.snapshot().usesOfClaim(key) > 0) {
                    return PreFilterResult.rejected(Status.unresolvable(VersionDifferences.EXCLUSIVE));
                }
            }
            return today.preFilter(state, pod);
        }

        @Override
        public Status addPod(CycleState state, PodInfo pod, PodInfo added, NodeInfo node) {
            return today.addPod(state, pod, added, node);
        }

        @Override
        public Status removePod(CycleState state, PodInfo pod, PodInfo removed, NodeInfo node) {
            return today.removePod(state, pod, removed, node);
        }

        @Override
        public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
            return today.filter(state, pod, node);
        }
    }
}

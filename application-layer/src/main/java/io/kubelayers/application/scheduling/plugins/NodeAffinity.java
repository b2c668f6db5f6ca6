package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.FilterPlugin;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.NodeLocal;
import io.kubelayers.application.scheduling.framework.NormalizeScore;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.PreScorePlugin;
import io.kubelayers.application.scheduling.framework.ScorePlugin;
import io.kubelayers.application.scheduling.framework.StateKey;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.affinity.NodeSelection;
import io.kubelayers.nucleus.affinity.PreferredNodeAffinity;
import io.kubelayers.nucleus.affinity.RequiredNodeAffinity;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeSelector;
import io.kubelayers.nucleus.core.NodeSelectorRequirement.NodeSelectorOperator;
import io.kubelayers.nucleus.core.NodeSelectorTerm;
import io.kubelayers.nucleus.core.PreferredSchedulingTerm;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.validation.InvalidFieldsException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A pod runs only on nodes that its node selector and its required node affinity match; of those, nodes that its
 * preferred terms match are preferred by the sum of their weights. A profile may add affinity to every pod.
 *
 * <p>Reads {@code spec.nodeSelector}, {@code spec.affinity.nodeAffinity}, and labels and name of the node. A pod that
 * names its nodes ({@code matchFields} on {@code metadata.name}) is tried on those only. Upstream:
 * {@code plugins/nodeaffinity/node_affinity.go}.
 */
public final class NodeAffinity
        implements NodeLocal, PreFilterPlugin, FilterPlugin, PreScorePlugin, ScorePlugin, EnqueueExtensions {
    public static final String NAME = "NodeAffinity";

    private static final String NAME_FIELD = "metadata.name";
    private static final Status REJECTED = Status.unresolvable("node(s) didn't match Pod's node affinity/selector");
    private static final Status REJECTED_BY_PROFILE =
            Status.unresolvable("node(s) didn't match scheduler-enforced node affinity");
    private static final Status CONFLICT = Status.unresolvable("pod affinity terms conflict");

    private static final StateKey<RequiredNodeAffinity> PRE_FILTER = StateKey.named("PreFilter" + NAME);
    private static final StateKey<PreferredNodeAffinity> PRE_SCORE = StateKey.named("PreScore" + NAME);

    private final @Nullable NodeSelection addedRequired;
    private final PreferredNodeAffinity addedPreferred;

    private NodeAffinity(@Nullable NodeSelection addedRequired, PreferredNodeAffinity addedPreferred) {
        this.addedRequired = addedRequired;
        this.addedPreferred = addedPreferred;
    }

    /** As in the default profile. */
    public static NodeAffinity standard() {
        return new NodeAffinity(null, PreferredNodeAffinity.of(List.of()));
    }

    /**
     * With affinity that every pod has besides its own: {@code addedAffinity} of {@code NodeAffinityArgs}.
     *
     * @throws InvalidFieldsException if it is not valid
     */
    public static NodeAffinity adding(io.kubelayers.nucleus.core.NodeAffinity added) {
        var required = added.requiredDuringSchedulingIgnoredDuringExecution();
        return new NodeAffinity(
                required == null ? null : NodeSelection.of(required),
                PreferredNodeAffinity.of(added.preferredDuringSchedulingIgnoredDuringExecution()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        var required = required(pod);
        if (required == null
                && addedRequired == null
                && pod.spec().nodeSelector().isEmpty()) {
            return PreFilterResult.skip();
        }
        state.write(PRE_FILTER, RequiredNodeAffinity.of(pod.pod()));
        if (required == null || required.nodeSelectorTerms().isEmpty()) {
            return PreFilterResult.all();
        }
        Set<String> names = new TreeSet<>();
        for (var term : required.nodeSelectorTerms()) {
            var named = names(term);
            if (named == null) {
                return PreFilterResult.all(); // any term will do, and this one names no node
            }
            names.addAll(named);
        }
        return names.isEmpty() ? PreFilterResult.rejected(CONFLICT) : PreFilterResult.only(names);
    }

    /** The nodes a term names, those that all its requirements agree on; null if it names none. */
    private static @Nullable Set<String> names(NodeSelectorTerm term) {
        Set<String> names = null;
        for (var requirement : term.matchFields()) {
            if (requirement.key().equals(NAME_FIELD) && requirement.operator().equals(NodeSelectorOperator.IN)) {
                if (names == null) {
                    names = new TreeSet<>(requirement.values());
                } else {
                    names.retainAll(requirement.values());
                }
            }
        }
        return names;
    }

    private static @Nullable NodeSelector required(PodInfo pod) {
        var affinity = pod.spec().affinity();
        return affinity == null || affinity.nodeAffinity() == null
                ? null
                : affinity.nodeAffinity().requiredDuringSchedulingIgnoredDuringExecution();
    }

    @Override
    public Status filter(CycleState state, PodInfo pod, NodeInfo node) {
        if (addedRequired != null && !addedRequired.matches(node.node())) {
            return REJECTED_BY_PROFILE;
        }
        var written = state.read(PRE_FILTER);
        var required = written == null ? RequiredNodeAffinity.of(pod.pod()) : written;
        return required.matches(node.node()) ? Status.success() : REJECTED;
    }

    @Override
    public Status preScore(CycleState state, PodInfo pod, List<NodeInfo> nodes) {
        var terms = preferred(pod);
        if (terms.isEmpty() && addedPreferred.isIndifferent()) {
            return Status.skip();
        }
        try {
            state.write(PRE_SCORE, PreferredNodeAffinity.of(terms));
        } catch (InvalidFieldsException e) {
            return Status.error(String.valueOf(e.getMessage()));
        }
        return Status.success();
    }

    private static List<PreferredSchedulingTerm> preferred(PodInfo pod) {
        var affinity = pod.spec().affinity();
        return affinity == null || affinity.nodeAffinity() == null
                ? List.of()
                : affinity.nodeAffinity().preferredDuringSchedulingIgnoredDuringExecution();
    }

    @Override
    public long score(CycleState state, PodInfo pod, NodeInfo node) {
        return addedPreferred.score(node.node()) + state.require(PRE_SCORE).score(node.node());
    }

    @Override
    public void normalizeScore(CycleState state, PodInfo pod, long[] scores) {
        NormalizeScore.highestIsBest(scores);
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of(ClusterEventWithHint.on(
                        ClusterEvent.Resource.NODE, ClusterEvent.Action.ADD, ClusterEvent.Action.UPDATE_NODE_LABEL)
                .when(this::matchesNow));
    }

    private boolean matchesNow(PodInfo waiting, @Nullable KubernetesObject before, @Nullable KubernetesObject after) {
        if (!(after instanceof Node node)) {
            return true;
        }
        var required = RequiredNodeAffinity.of(waiting.pod());
        return matches(required, node) && !(before instanceof Node earlier && matches(required, earlier));
    }

    private boolean matches(RequiredNodeAffinity required, Node node) {
        return required.matches(node) && (addedRequired == null || addedRequired.matches(node));
    }
}

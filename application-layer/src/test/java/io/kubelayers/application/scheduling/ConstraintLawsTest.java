package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.TopologySpreadConstraint;
import io.kubelayers.nucleus.meta.LabelSelector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Affinity and spreading against what Kubernetes' documents say of them, looked up pod by pod and node by node. */
class ConstraintLawsTest {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Pod> pods = new ArrayList<>();

    @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
    void eachNodeIsJudgedAsTheDocumentsSay(@ForAll long seed) {
        var any = new Any(seed);
        nodes.clear();
        pods.clear();
        for (int i = any.number(5); i >= 0; i--) {
            nodes.add(any.node(i));
        }
        for (int i = any.number(8); i > 0; i--) {
            var pod = any.pod("p" + i);
            pods.add(pod.withSpec(pod.spec().withNodeName("n" + any.number(nodes.size()))));
        }
        var waiting = any.waiting();
        var placement = Scheduling.on(nodes, pods).inDetail().place(waiting);
        for (var node : nodes) {
            var verdict = placement.on(node.metadata().nameOrEmpty());
            var plugins =
                    verdict.rejections().stream().map(status -> status.plugin()).toList();
            assertThat(plugins.contains("InterPodAffinity"))
                    .as("affinity on " + verdict)
                    .isEqualTo(!isAmongFriends(waiting, node));
            assertThat(plugins.contains("PodTopologySpread"))
                    .as("spreading on " + verdict)
                    .isEqualTo(!isSpread(waiting, node));
        }
    }

    private boolean isAmongFriends(Pod waiting, Node node) {
        for (var term : far(waiting)) {
            if (pods.stream().anyMatch(pod -> means(term, pod) && isNear(term, pod, node))) {
                return false;
            }
        }
        for (var pod : pods) {
            if (far(pod).stream().anyMatch(term -> means(term, waiting) && isNear(term, pod, node))) {
                return false;
            }
        }
        var near = near(waiting);
        boolean hasKeys = near.stream().allMatch(term -> value(node, term.topologyKey()) != null);
        var friends = pods.stream()
                .filter(pod -> near.stream().allMatch(term -> means(term, pod)))
                .toList();
        boolean areNear = near.stream().allMatch(term -> friends.stream().anyMatch(pod -> isNear(term, pod, node)));
        boolean isFirst = near.stream().allMatch(term -> means(term, waiting))
                && friends.stream()
                        .noneMatch(pod -> near.stream().anyMatch(term -> value(home(pod), term.topologyKey()) != null));
        return near.isEmpty() || hasKeys && (areNear || isFirst);
    }

    private boolean isSpread(Pod waiting, Node node) {
        var constraints = waiting.spec().topologySpreadConstraints();
        for (var constraint : constraints) {
            var here = value(node, constraint.topologyKey());
            if (here == null) {
                return false;
            }
            var counts = new TreeMap<String, Integer>();
            for (var other : nodes) {
                var domain = value(other, constraint.topologyKey());
                boolean hasKeys = constraints.stream().allMatch(each -> value(other, each.topologyKey()) != null);
                if (domain != null && hasKeys && counts(constraint, waiting, other)) {
                    counts.merge(domain, matching(constraint, other), Integer::sum);
                }
            }
            int wanted = constraint.minDomains() == null ? 1 : constraint.minDomains();
            int least = counts.size() < wanted ? 0 : Collections.min(counts.values());
            int self = selects(constraint.labelSelector(), waiting) ? 1 : 0;
            if (counts.getOrDefault(here, 0) + self - least > constraint.maxSkew()) {
                return false;
            }
        }
        return true;
    }

    /** Whether the node is one over which the pod is spread. */
    private static boolean counts(TopologySpreadConstraint constraint, Pod waiting, Node node) {
        boolean isSelected = node.metadata()
                .labels()
                .entrySet()
                .containsAll(waiting.spec().nodeSelector().entrySet());
        boolean isTolerated = node.spec().taints().isEmpty()
                || !waiting.spec().tolerations().isEmpty()
                || !"Honor".equals(constraint.nodeTaintsPolicy());
        return isSelected && isTolerated;
    }

    private int matching(TopologySpreadConstraint constraint, Node node) {
        return (int) pods.stream()
                .filter(pod -> home(pod) == node && selects(constraint.labelSelector(), pod))
                .count();
    }

    private static boolean selects(@Nullable LabelSelector selector, Pod pod) {
        return selector != null
                && pod.metadata()
                        .labels()
                        .entrySet()
                        .containsAll(selector.matchLabels().entrySet());
    }

    private static boolean means(PodAffinityTerm term, Pod pod) {
        return selects(term.labelSelector(), pod);
    }

    private boolean isNear(PodAffinityTerm term, Pod pod, Node node) {
        var here = value(node, term.topologyKey());
        return here != null && here.equals(value(home(pod), term.topologyKey()));
    }

    private Node home(Pod pod) {
        return nodes.stream()
                .filter(node ->
                        Objects.equals(node.metadata().name(), pod.spec().nodeName()))
                .findFirst()
                .orElseThrow();
    }

    private static @Nullable String value(Node node, String label) {
        return node.metadata().labels().get(label);
    }

    private static List<PodAffinityTerm> near(Pod pod) {
        return Objects.requireNonNull(pod.spec().affinity())
                .podAffinity()
                .requiredDuringSchedulingIgnoredDuringExecution();
    }

    private static List<PodAffinityTerm> far(Pod pod) {
        return Objects.requireNonNull(pod.spec().affinity())
                .podAntiAffinity()
                .requiredDuringSchedulingIgnoredDuringExecution();
    }
}

package io.kubelayers.application.scheduling.affinity;

import io.kubelayers.application.scheduling.framework.AffinityTerm;
import io.kubelayers.application.scheduling.framework.ClusterObjects;
import io.kubelayers.application.scheduling.framework.NodeInfo;
import io.kubelayers.application.scheduling.framework.PodShape;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.StateData;
import io.kubelayers.nucleus.core.Namespace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What InterPodAffinity knows before it looks at nodes. Upstream: {@code preFilterState} of
 * {@code interpodaffinity/filtering.go}.
 */
final class AffinityState implements StateData {
    private final PodShape pod;
    private final Map<String, String> namespaceLabels;
    private final List<AffinityTerm> near;
    private final List<AffinityTerm> far;

    /** Pods by domain that refuse the pod. */
    private final DomainCounts refusing;

    /** Pods by domain that meet all of its affinity terms, once for each term. */
    private final DomainCounts wanted;

    /** Pods by domain that one of its anti-affinity terms means. */
    private final DomainCounts unwanted;

    private AffinityState(
            PodShape pod,
            Map<String, String> namespaceLabels,
            List<AffinityTerm> near,
            List<AffinityTerm> far,
            DomainCounts refusing,
            DomainCounts wanted,
            DomainCounts unwanted) {
        this.pod = pod;
        this.namespaceLabels = namespaceLabels;
        this.near = near;
        this.far = far;
        this.refusing = refusing;
        this.wanted = wanted;
        this.unwanted = unwanted;
    }

    static AffinityState of(PodShape pod, Snapshot snapshot, ClusterObjects objects) {
        var state = new AffinityState(
                pod,
                labelsOf(pod.namespace(), objects),
                named(pod.requiredAffinity(), objects),
                named(pod.requiredAntiAffinity(), objects),
                DomainCounts.over(snapshot),
                DomainCounts.over(snapshot),
                DomainCounts.over(snapshot));
        state.count(snapshot);
        return state;
    }

    static Map<String, String> labelsOf(String namespace, ClusterObjects objects) {
        return objects.find(Namespace.class, "", namespace)
                .map(found -> found.metadata().labels())
                .orElse(Map.of());
    }

    static List<AffinityTerm> named(List<AffinityTerm> terms, ClusterObjects objects) {
        return terms.stream().map(term -> term.named(objects)).toList();
    }

    private void count(Snapshot snapshot) {
        for (var pods : snapshot.shapesWithRequiredAntiAffinity()) {
            for (var term : pods.shape().requiredAntiAffinity()) {
                if (term.matches(pod, namespaceLabels)) {
                    refusing.addEach(term.topologyKey(), pods, 1);
                }
            }
        }
        if (near.isEmpty() && far.isEmpty()) {
            return;
        }
        for (var pods : snapshot.shapes()) {
            if (matchesAll(near, pods.shape())) {
                near.forEach(term -> wanted.addEach(term.topologyKey(), pods, 1));
            }
            for (var term : far) {
                if (term.matches(pods.shape(), Map.of())) {
                    unwanted.addEach(term.topologyKey(), pods, 1);
                }
            }
        }
    }

    /** Whether a pod is meant by all the terms; by none if there are none. */
    static boolean matchesAll(List<AffinityTerm> terms, PodShape pod) {
        for (var term : terms) {
            if (!term.matches(pod, Map.of())) {
                return false;
            }
        }
        return !terms.isEmpty();
    }

    /** Whether nothing stands against any node. */
    boolean isIndifferent() {
        return refusing.isEmpty() && near.isEmpty() && far.isEmpty();
    }

    /** The state if another pod came to the node (1) or left it (-1). */
    void move(PodShape other, NodeInfo node, int by) {
        for (var term : other.requiredAntiAffinity()) {
            if (term.matches(pod, namespaceLabels)) {
                refusing.add(term.topologyKey(), node, by);
            }
        }
        if (matchesAll(near, other)) {
            near.forEach(term -> wanted.add(term.topologyKey(), node, by));
        }
        for (var term : far) {
            if (term.matches(other, Map.of())) {
                unwanted.add(term.topologyKey(), node, by);
            }
        }
    }

    /** What the node lacks or has too much of, as it is or with other pods on it. */
    InterPodAffinity.Verdict verdict(NodeInfo node) {
        boolean found = true;
        for (var term : near) {
            if (node.label(term.topologyKey()) == null) {
                return InterPodAffinity.Verdict.NO_AFFINITY;
            }
            found &= wanted.of(term.topologyKey(), node) > 0;
        }
        if (!found && !isFirst()) {
            return InterPodAffinity.Verdict.NO_AFFINITY;
        }
        for (var term : far) {
            if (unwanted.of(term.topologyKey(), node) > 0) {
                return InterPodAffinity.Verdict.ANTI_AFFINITY;
            }
        }
        for (var column : refusing.columns()) {
            if (column.of(node) > 0) {
                return InterPodAffinity.Verdict.REFUSED;
            }
        }
        return InterPodAffinity.Verdict.FINE;
    }

    /** The first of a series may start anywhere. */
    private boolean isFirst() {
        return wanted.isEmpty() && matchesAll(near, pod);
    }

    /** The same for the nodes of the snapshot as they are. */
    PlaceVerdicts byPlace() {
        return new PlaceVerdicts(
                columns(near, wanted), near.isEmpty() || isFirst(), columns(far, unwanted), refusing.columns());
    }

    private static List<DomainCounts.Column> columns(List<AffinityTerm> terms, DomainCounts counts) {
        var columns = new ArrayList<DomainCounts.Column>(terms.size());
        terms.forEach(term -> columns.add(counts.column(term.topologyKey())));
        return columns;
    }

    /**
     * {@link #verdict} by the place of a node.
     *
     * @param wanted for each affinity term
     * @param mayBeAlone whether it need not find anybody
     * @param unwanted for each anti-affinity term
     * @param refusing for each key by which others refuse the pod
     */
    record PlaceVerdicts(
            List<DomainCounts.Column> wanted,
            boolean mayBeAlone,
            List<DomainCounts.Column> unwanted,
            List<DomainCounts.Column> refusing) {
        InterPodAffinity.Verdict at(int place) {
            boolean found = true;
            for (int i = 0; i < wanted.size(); i++) {
                if (!wanted.get(i).has(place)) {
                    return InterPodAffinity.Verdict.NO_AFFINITY;
                }
                found &= wanted.get(i).at(place) > 0;
            }
            if (!found && !mayBeAlone) {
                return InterPodAffinity.Verdict.NO_AFFINITY;
            }
            if (isAny(unwanted, place)) {
                return InterPodAffinity.Verdict.ANTI_AFFINITY;
            }
            return isAny(refusing, place) ? InterPodAffinity.Verdict.REFUSED : InterPodAffinity.Verdict.FINE;
        }

        private static boolean isAny(List<DomainCounts.Column> columns, int place) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).at(place) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    @Override
    public AffinityState copy() {
        return new AffinityState(pod, namespaceLabels, near, far, refusing.copy(), wanted.copy(), unwanted.copy());
    }
}

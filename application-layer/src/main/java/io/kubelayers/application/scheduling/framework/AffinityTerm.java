package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.selector.Operator;
import io.kubelayers.nucleus.selector.Requirement;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A term of inter-pod affinity or anti-affinity, compiled: certain pods of certain namespaces, in the same topology
 * domain. Upstream: {@code AffinityTerm} of {@code framework/types.go}.
 *
 * @param pods which pods, by their labels; {@code matchLabelKeys} and {@code mismatchLabelKeys} are part of it
 * @param namespaces of which namespaces
 * @param namespaceSelector and of which others, by the namespaces' labels
 * @param topologyKey the node label whose values are the domains
 * @param weight of a preference; 0 for requirements
 */
public record AffinityTerm(
        Selector pods, Set<String> namespaces, Selector namespaceSelector, String topologyKey, int weight) {
    /** @throws io.kubelayers.nucleus.selector.InvalidSelectorException if a selector is not valid */
    static AffinityTerm of(PodAffinityTerm term, String namespace, Map<String, String> labels, int weight) {
        boolean own = term.namespaces().isEmpty() && term.namespaceSelector() == null;
        return new AffinityTerm(
                selector(term, labels),
                own ? Set.of(namespace) : new TreeSet<>(term.namespaces()),
                Selector.of(term.namespaceSelector()),
                term.topologyKey(),
                weight);
    }

    /** The API server merges the keys into the selector of pods it stores; for other pods it is done here. */
    private static Selector selector(PodAffinityTerm term, Map<String, String> labels) {
        var selector = Selector.of(term.labelSelector());
        var more = new ArrayList<Requirement>();
        add(more, Operator.IN, term.matchLabelKeys(), labels);
        add(more, Operator.NOT_IN, term.mismatchLabelKeys(), labels);
        return more.isEmpty() ? selector : selector.and(more.toArray(new Requirement[0]));
    }

    private static void add(List<Requirement> more, Operator operator, List<String> keys, Map<String, String> labels) {
        for (var key : keys) {
            var value = labels.get(key);
            if (value != null) {
                more.add(operator == Operator.IN ? Requirement.in(key, value) : Requirement.notIn(key, value));
            }
        }
    }

    /** The same term with the namespaces its selector finds named, so that pods can be matched by name alone. */
    public AffinityTerm named(ClusterObjects objects) {
        if (namespaceSelector.isEverything() || namespaceSelector.isNothing()) {
            return this;
        }
        var names = new TreeSet<>(namespaces);
        for (var namespace : objects.list(Namespace.class)) {
            if (namespaceSelector.matches(namespace.metadata().labels())) {
                names.add(namespace.metadata().nameOrEmpty());
            }
        }
        return new AffinityTerm(pods, names, Selector.nothing(), topologyKey, weight);
    }

    /**
     * Whether it means the pod.
     *
     * @param namespaceLabels labels of the pod's namespace
     */
    public boolean matches(PodShape pod, Map<String, String> namespaceLabels) {
        return (namespaces.contains(pod.namespace()) || namespaceSelector.matches(namespaceLabels))
                && pods.matches(pod.labels());
    }
}

package io.kubelayers.application.scheduling.framework;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom preemption would evict on each node, and where it does.
 *
 * @param pod {@code namespace/name} of the pod that needs room
 * @param node the node that is taken
 * @param candidates every node where evicting makes the pod fit
 * @param others why evicting does not help on the others
 */
public record PreemptionPlan(String pod, String node, SortedMap<String, Victims> candidates, NodeStatuses others)
        implements Explained {
    /**
     * The pods to be evicted from one node.
     *
     * @param pods the most important first
     * @param budgetViolations how many of them a disruption budget protects
     */
    public record Victims(List<PodInfo> pods, int budgetViolations) {
        public Victims {
            pods = List.copyOf(pods);
        }

        private String names() {
            return String.join(", ", pods.stream().map(PodInfo::key).toList());
        }
    }

    public PreemptionPlan {
        candidates = Collections.unmodifiableSortedMap(new TreeMap<>(candidates));
        if (!candidates.containsKey(node)) {
            throw new IllegalArgumentException(node + " is no candidate");
        }
    }

    /** Those that are evicted. */
    public Victims victims() {
        var victims = candidates.get(node);
        if (victims == null) {
            throw new IllegalStateException(node + " is no candidate");
        }
        return victims;
    }

    @Override
    public String explain() {
        return "evicting " + victims().names() + " from " + node + " makes room for " + pod;
    }

    @Override
    public Finding finding() {
        var findings = new ArrayList<Finding>();
        candidates.forEach((name, victims) -> findings.add(Finding.note(
                        "preemption.candidate",
                        "node/" + name,
                        (name.equals(node) ? "taken: " : "possible: ") + "evict " + victims.names())
                .input("budgetViolations", victims.budgetViolations())));
        return Finding.pass("preemption", "pod/" + pod, explain()).because(findings);
    }
}

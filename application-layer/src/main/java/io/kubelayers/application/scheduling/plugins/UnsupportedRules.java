package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEvent;
import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Snapshot;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.Affinity;
import io.kubelayers.nucleus.core.PodAffinityTerm;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.core.TopologySpreadConstraint.UnsatisfiableConstraintAction;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.selector.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a pod pending that depends on a rule which no plugin checks yet, and says which: better no node than a wrong
 * one. Preferences that no plugin looks at yet are noted in the explanation.
 *
 * <p>Not upstream's; each rule leaves this list when its plugin is there.
 */
public final class UnsupportedRules implements PreFilterPlugin, EnqueueExtensions {
    public static final String NAME = "UnsupportedRules";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public PreFilterResult preFilter(CycleState state, PodInfo pod) {
        for (var preference : preferences(pod.spec())) {
            state.note(
                    Finding.note(NAME, "pod/" + pod.key(), preference + " is not supported yet and was not looked at"));
        }
        var rules = rules(pod.spec());
        var averse = averse(state.snapshot(), pod);
        if (averse != null) {
            rules.add("required pod anti-affinity (of pod " + averse.key() + ")");
        }
        if (rules.isEmpty()) {
            return PreFilterResult.skip();
        }
        return PreFilterResult.rejected(Status.unresolvable(
                String.join(", ", rules) + (rules.size() == 1 ? " is" : " are") + " not supported yet"));
    }

    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        // only a rule that another pod imposes can go away
        return List.of(
                ClusterEventWithHint.on(ClusterEvent.Resource.ASSIGNED_POD, ClusterEvent.Action.DELETE),
                ClusterEventWithHint.on(ClusterEvent.Resource.TARGET_POD, ClusterEvent.Action.UPDATE_POD_LABEL));
    }

    private static List<String> rules(PodSpec pod) {
        var rules = new ArrayList<String>();
        var affinity = pod.affinity();
        if (affinity != null) {
            if (affinity.podAffinity() != null
                    && !affinity.podAffinity()
                            .requiredDuringSchedulingIgnoredDuringExecution()
                            .isEmpty()) {
                rules.add("required pod affinity");
            }
            if (affinity.podAntiAffinity() != null
                    && !affinity.podAntiAffinity()
                            .requiredDuringSchedulingIgnoredDuringExecution()
                            .isEmpty()) {
                rules.add("required pod anti-affinity");
            }
        }
        if (spreads(pod, UnsatisfiableConstraintAction.DO_NOT_SCHEDULE)) {
            rules.add("topology spread with whenUnsatisfiable DoNotSchedule");
        }
        if (!pod.resourceClaims().isEmpty()) {
            rules.add("resource claim \"" + pod.resourceClaims().get(0).name() + "\"");
        }
        if (pod.workloadRef() != null) {
            rules.add("gang scheduling of workload \"" + pod.workloadRef().name() + "\"");
        }
        return rules;
    }

    /** A pod in the cluster that may not share a domain with this one; which nodes that rules out nobody checks yet. */
    private static @Nullable PodInfo averse(Snapshot cluster, PodInfo pod) {
        for (int i = 0; i < cluster.size(); i++) {
            for (var other : cluster.node(i).podsWithRequiredAntiAffinity()) {
                if (refuses(other, pod)) {
                    return other;
                }
            }
        }
        return null;
    }

    private static boolean refuses(PodInfo other, PodInfo pod) {
        var affinity = other.spec().affinity();
        var terms = affinity == null || affinity.podAntiAffinity() == null
                ? List.<PodAffinityTerm>of()
                : affinity.podAntiAffinity().requiredDuringSchedulingIgnoredDuringExecution();
        for (var term : terms) {
            boolean inScope = term.namespaceSelector() != null // the labels of namespaces are not known here
                    || term.namespaces().contains(pod.namespace())
                    || term.namespaces().isEmpty() && other.namespace().equals(pod.namespace());
            if (inScope && Selector.of(term.labelSelector()).matches(pod.labels())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> preferences(PodSpec pod) {
        var preferences = new ArrayList<String>();
        Affinity affinity = pod.affinity();
        if (affinity != null) {
            if (affinity.podAffinity() != null
                    && !affinity.podAffinity()
                            .preferredDuringSchedulingIgnoredDuringExecution()
                            .isEmpty()) {
                preferences.add("preferred pod affinity");
            }
            if (affinity.podAntiAffinity() != null
                    && !affinity.podAntiAffinity()
                            .preferredDuringSchedulingIgnoredDuringExecution()
                            .isEmpty()) {
                preferences.add("preferred pod anti-affinity");
            }
        }
        if (spreads(pod, UnsatisfiableConstraintAction.SCHEDULE_ANYWAY)) {
            preferences.add("topology spread with whenUnsatisfiable ScheduleAnyway");
        }
        return preferences;
    }

    private static boolean spreads(PodSpec pod, String whenUnsatisfiable) {
        return pod.topologySpreadConstraints().stream()
                .anyMatch(constraint -> constraint.whenUnsatisfiable().equals(whenUnsatisfiable));
    }
}

package io.kubelayers.application.scheduling.plugins;

import io.kubelayers.application.scheduling.framework.ClusterEventWithHint;
import io.kubelayers.application.scheduling.framework.CycleState;
import io.kubelayers.application.scheduling.framework.EnqueueExtensions;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.PreFilterPlugin;
import io.kubelayers.application.scheduling.framework.PreFilterResult;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PodSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps a pod pending that depends on a rule which no plugin checks yet, and says which: better no node than a wrong
 * one.
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
        var rules = rules(pod.spec());
        if (rules.isEmpty()) {
            return PreFilterResult.skip();
        }
        return PreFilterResult.rejected(Status.unresolvable(
                String.join(", ", rules) + (rules.size() == 1 ? " is" : " are") + " not supported yet"));
    }

    /** Nothing that happens in the cluster helps. */
    @Override
    public List<ClusterEventWithHint> eventsToRegister() {
        return List.of();
    }

    private static List<String> rules(PodSpec pod) {
        var rules = new ArrayList<String>();
        if (!pod.resourceClaims().isEmpty()) {
            rules.add("resource claim \"" + pod.resourceClaims().get(0).name() + "\"");
        }
        if (pod.workloadRef() != null) {
            rules.add("gang scheduling of workload \"" + pod.workloadRef().name() + "\"");
        }
        return rules;
    }
}

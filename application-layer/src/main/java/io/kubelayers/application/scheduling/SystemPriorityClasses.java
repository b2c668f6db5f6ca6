package io.kubelayers.application.scheduling;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.PreemptionPolicy;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;

/** The classes of pods that the cluster itself needs (pkg/apis/scheduling/v1/helpers.go). */
public final class SystemPriorityClasses {
    private SystemPriorityClasses() {}

    /** Creates them in a new cluster. */
    public static void bootstrap(Client admin) {
        admin.create(priorityClass(
                "system-node-critical",
                2_000_001_000,
                "Used for system critical pods that must not be moved from their current node."));
        admin.create(
                priorityClass(
                        "system-cluster-critical",
                        2_000_000_000,
                        "Used for system critical pods that must run in the cluster, but can be moved to another node if necessary."));
    }

    private static PriorityClass priorityClass(String name, int value, String description) {
        return PriorityClassBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).build())
                .value(value)
                .description(description)
                .preemptionPolicy(PreemptionPolicy.PREEMPT_LOWER_PRIORITY)
                .build();
    }
}

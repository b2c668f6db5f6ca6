package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import java.util.List;

/** The rules of the kinds of this package. */
public final class WorkloadRules {
    private WorkloadRules() {}

    /** One for each kind. */
    public static List<KindRules<?>> all() {
        return List.of(
                new DeploymentRules(),
                new ReplicaSetRules(),
                new ReplicationControllerRules(),
                new StatefulSetRules(),
                new DaemonSetRules(),
                new ControllerRevisionRules(),
                new PodTemplateRules());
    }
}

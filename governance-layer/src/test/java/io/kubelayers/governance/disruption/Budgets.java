package io.kubelayers.governance.disruption;

import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.OwnerReference;
import io.kubelayers.nucleus.value.IntOrString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Budgets and pods for examples. */
final class Budgets {
    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final LabelSelector WEB = new LabelSelector(Map.of("app", "web"), List.of());

    private Budgets() {}

    static PodDisruptionBudget minAvailable(String amount) {
        return budget(IntOrString.parse(amount), null);
    }

    static PodDisruptionBudget maxUnavailable(String amount) {
        return budget(null, IntOrString.parse(amount));
    }

    private static PodDisruptionBudget budget(@Nullable IntOrString min, @Nullable IntOrString max) {
        return new PodDisruptionBudget(
                ObjectMetaBuilder.builder()
                        .name("web")
                        .namespace("shop")
                        .generation(1)
                        .build(),
                new PodDisruptionBudget.Spec(min, WEB, max, null),
                null);
    }

    static Pod pod(String name, boolean ready) {
        return new Pod(
                ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("shop")
                        .labels(Map.of("app", "web"))
                        .ownerReferences(List.of(new OwnerReference("apps/v1", "ReplicaSet", "web", "1", true, null)))
                        .build(),
                null,
                PodStatusBuilder.builder()
                        .phase(Pod.Phase.RUNNING)
                        .conditions(List.of(PodConditionBuilder.builder()
                                .type("Ready")
                                .status(ready ? ConditionStatus.TRUE : ConditionStatus.FALSE)
                                .build()))
                        .build());
    }

    /** Ready pods web-0, web-1 and so on. */
    static List<Pod> ready(int count) {
        var pods = new ArrayList<Pod>();
        for (int i = 0; i < count; i++) {
            pods.add(pod("web-" + i, true));
        }
        return pods;
    }

    /** All controllers are meant to run so many pods. */
    static ScaleLookup scale(int replicas) {
        return (controller, namespace) -> new ControllerScale.Known(controller.uid(), replicas);
    }

    /** A budget in step with its pods. */
    static PodDisruptionBudget synced(PodDisruptionBudget budget, List<Pod> pods) {
        return DisruptionMath.status(budget, pods, scale(pods.size()), NOW).updated();
    }
}

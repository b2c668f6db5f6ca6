package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodCondition;
import io.kubelayers.nucleus.core.PodConditionBuilder;
import io.kubelayers.nucleus.pod.PodConditions;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** In which order a pod's conditions are shown. */
class PodReadinessTest {
    private static PodCondition condition(String type) {
        return PodConditionBuilder.builder().type(type).status("True").build();
    }

    @Test
    void what_others_say_comes_before_what_the_agent_says() {
        Pod pod = PodBuilder.builder().build();
        var status = PodConditions.with(pod.status(), condition("PodScheduled"));
        status = PodConditions.with(status, condition("DisruptionTarget"));
        assertThat(PodReadiness.conditions(pod, status, true, true, Instant.EPOCH)
                        .conditions())
                .extracting(PodCondition::type)
                .containsExactly(
                        "DisruptionTarget",
                        "PodReadyToStartContainers",
                        "Initialized",
                        "Ready",
                        "ContainersReady",
                        "PodScheduled");
    }
}

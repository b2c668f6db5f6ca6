package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.Status;
import io.kubelayers.nucleus.core.PodSpec.SchedulingGate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingGatesTest {
    private final SchedulingGates gates = new SchedulingGates();

    @Test
    void aPodWithoutGatesMayBeTried() {
        assertThat(gates.preEnqueue(PodInfo.of(APod.named("free").build())).isSuccess())
                .isTrue();
    }

    @Test
    void aPodWithGatesWaitsForAllOfThem() {
        var pod = APod.named("gated")
                .spec(spec -> spec.withSchedulingGates(
                        List.of(new SchedulingGate("example.com/quota"), new SchedulingGate("example.com/review"))))
                .build();
        var status = gates.preEnqueue(PodInfo.of(pod));
        assertThat(status.code()).isEqualTo(Status.Code.UNSCHEDULABLE_AND_UNRESOLVABLE);
        assertThat(status.reasons())
                .containsExactly("waiting for scheduling gates: [example.com/quota example.com/review]");
    }
}

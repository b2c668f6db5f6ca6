package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.Workloads.NOW;
import static io.kubelayers.application.workloads.Workloads.deleting;
import static io.kubelayers.application.workloads.Workloads.inPhase;
import static io.kubelayers.application.workloads.Workloads.notReady;
import static io.kubelayers.application.workloads.Workloads.pod;
import static io.kubelayers.application.workloads.Workloads.readySince;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PodAvailabilityTest {
    @Test
    void aReadyPodIsAvailableAtOnceUnlessMinReadySecondsSaysOtherwise() {
        var young = readySince(pod("a"), NOW.minusSeconds(9));
        assertThat(PodAvailability.isAvailable(young, 0, NOW)).isTrue();
        assertThat(PodAvailability.isAvailable(young, 10, NOW)).isFalse();
        assertThat(PodAvailability.isAvailable(young, 10, NOW.plusSeconds(1))).isTrue();
        assertThat(PodAvailability.untilAvailable(young, 10, NOW)).isEqualTo(Duration.ofSeconds(1));
        assertThat(PodAvailability.untilAvailable(young, 9, NOW)).isNull();
    }

    @Test
    void aPodThatIsNotReadyIsNeverAvailable() {
        assertThat(PodAvailability.isAvailable(notReady(pod("a")), 0, NOW)).isFalse();
        assertThat(PodAvailability.untilAvailable(notReady(pod("a")), 10, NOW)).isNull();
    }

    @Test
    void endedAndDepartingPodsAreNotActive() {
        assertThat(PodAvailability.isActive(pod("a"))).isTrue();
        assertThat(PodAvailability.isActive(inPhase(pod("a"), Pod.Phase.FAILED)))
                .isFalse();
        assertThat(PodAvailability.isActive(deleting(pod("a")))).isFalse();
        assertThat(PodAvailability.isTerminating(deleting(pod("a")))).isTrue();
        assertThat(PodAvailability.isTerminating(deleting(inPhase(pod("a"), Pod.Phase.SUCCEEDED))))
                .isFalse();
    }
}

package io.kubelayers.application.scheduling.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.scheduling.APod;
import io.kubelayers.application.scheduling.framework.PodInfo;
import io.kubelayers.application.scheduling.framework.QueuedPod;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrioritySortTest {
    private final PrioritySort sort = new PrioritySort();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "higher priority goes first,                      10, 9, 5, 1, true",
        "lower priority waits however long it has waited,  5, 1, 10, 9, false",
        "of equal priority the older goes first,           5, 1, 5, 9, true",
        "of equal priority the younger waits,              5, 9, 5, 1, false",
        "alike in both they are not ordered,               5, 1, 5, 1, false",
    })
    void order(String name, int priority, int second, int otherPriority, int otherSecond, boolean first) {
        assertThat(sort.less(queued(priority, second), queued(otherPriority, otherSecond)))
                .isEqualTo(first);
    }

    private static QueuedPod queued(int priority, int second) {
        var pod = PodInfo.of(APod.named("p").priority(priority).build());
        return new QueuedPod(pod, Instant.EPOCH.plusSeconds(second), 1);
    }
}

package io.kubelayers.nucleus.resources;

import static io.kubelayers.nucleus.resources.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QosClassTest {
    private static final String FULL = " cpu 1 memory 1Gi / cpu 1 memory 1Gi";

    record Case(String name, Pods pod, String qosClass) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("requests equal to limits are guaranteed", pod().run("a:" + FULL), "Guaranteed"),
                new Case(
                        "nothing asked for, nothing promised", pod().run("a:").run("b: gpu.example/x 1"), "BestEffort"),
                new Case("zeros are nothing", pod().run("a: cpu 0 / memory 0"), "BestEffort"),
                new Case("more limit than request", pod().run("a: cpu 1 memory 1Gi / cpu 2 memory 1Gi"), "Burstable"),
                new Case("requests only", pod().run("a: cpu 1"), "Burstable"),
                new Case("CPU without memory", pod().run("a: cpu 1 / cpu 1"), "Burstable"),
                new Case(
                        "every container must be guaranteed",
                        pod().run("a:" + FULL).run("b:"),
                        "Burstable"),
                new Case("init containers count as well", pod().init("a:").run("b:" + FULL), "Burstable"),
                new Case("the pod as a whole decides alone", pod().run("a:").whole(FULL), "Guaranteed"),
                new Case("even if it asks for nothing", pod().run("a:" + FULL).whole(""), "BestEffort"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void classOf(Case c) {
        assertThat(QosClass.of(c.pod().build())).isEqualTo(c.qosClass());
    }

    @Test
    void theClassInTheStatusStays() {
        Pod pod = pod().run("a:")
                .build()
                .withStatus(PodStatusBuilder.builder().qosClass("Burstable").build());

        assertThat(QosClass.of(pod)).isEqualTo("Burstable");
        assertThat(QosClass.compute(pod)).isEqualTo("BestEffort");
    }
}

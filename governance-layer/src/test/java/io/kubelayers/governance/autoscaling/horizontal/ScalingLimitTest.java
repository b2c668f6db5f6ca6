package io.kubelayers.governance.autoscaling.horizontal;

import static io.kubelayers.governance.autoscaling.horizontal.Hpas.NOW;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.decideQueue;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.queuePerReplica;
import static io.kubelayers.governance.autoscaling.horizontal.Hpas.web;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingPolicy;
import io.kubelayers.governance.autoscaling.horizontal.HorizontalPodAutoscalerBehavior.HPAScalingRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalingLimitTest {
    record Case(String name, int current, int wanted, int min, int max, int replicas, String reason) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> withoutBehavior() {
        return Stream.of(
                new Case("within all bounds", 5, 7, 1, 10, 7, "DesiredWithinRange"),
                new Case("at most double", 5, 40, 1, 100, 10, "ScaleUpLimit"),
                new Case("but always up to 4", 1, 40, 1, 100, 4, "ScaleUpLimit"),
                new Case("never above max", 5, 40, 1, 8, 8, "TooManyReplicas"),
                new Case("never below min", 5, 1, 3, 8, 3, "TooFewReplicas"));
    }

    @ParameterizedTest
    @MethodSource("withoutBehavior")
    void plain(Case c) {
        var limit = ScalingLimit.plain(c.current(), c.wanted(), c.min(), c.max());

        assertThat(limit.replicas()).isEqualTo(c.replicas());
        assertThat(limit.reason()).isEqualTo(c.reason());
    }

    private static HPAScalingRules rules(String select, HPAScalingPolicy... policies) {
        return new HPAScalingRules(0, select, List.of(policies), null);
    }

    private static HorizontalPodAutoscaler limited(HPAScalingRules up, HPAScalingRules down) {
        return Hpas.withBehavior(web(1, 1000, queuePerReplica("1")), new HorizontalPodAutoscalerBehavior(up, down));
    }

    @Test
    void twoPodsAMinute() {
        var hpa = limited(rules("Max", new HPAScalingPolicy("Pods", 2, 60)), null);
        var first = decideQueue(hpa, 10, 50, HpaHistory.EMPTY, NOW);
        var tooSoon = decideQueue(hpa, 12, 50, first.history(), NOW.plusSeconds(59));
        var next = decideQueue(hpa, 12, 50, tooSoon.history(), NOW.plusSeconds(60));

        assertThat(first.scaleTo()).isEqualTo(12);
        assertThat(tooSoon.scaleTo()).isNull();
        assertThat(tooSoon.explain())
                .isEqualTo("the desired replica count is increasing faster than the maximum scale rate");
        assertThat(next.scaleTo()).isEqualTo(14);
    }

    @Test
    void maxTakesThePolicyThatAllowsMostAndMinTheOtherOne() {
        var pods = new HPAScalingPolicy("Pods", 4, 60);
        var percent = new HPAScalingPolicy("Percent", 10, 60);

        assertThat(decideQueue(limited(null, rules("Max", pods, percent)), 100, 1, HpaHistory.EMPTY, NOW)
                        .scaleTo())
                .isEqualTo(90);
        assertThat(decideQueue(limited(null, rules("Min", pods, percent)), 100, 1, HpaHistory.EMPTY, NOW)
                        .scaleTo())
                .isEqualTo(96);
    }

    @Test
    void disabledForbidsADirection() {
        var hpa = limited(null, rules("Disabled"));

        assertThat(decideQueue(hpa, 10, 1, HpaHistory.EMPTY, NOW).scaleTo()).isNull();
        assertThat(decideQueue(hpa, 10, 11, HpaHistory.EMPTY, NOW).scaleTo()).isNull();
        assertThat(decideQueue(hpa, 10, 12, HpaHistory.EMPTY, NOW).scaleTo()).isEqualTo(12);
    }

    @Test
    void aPercentageOfFewPodsStillAllowsOne() {
        var hpa = limited(rules("Max", new HPAScalingPolicy("Percent", 10, 60)), null);

        assertThat(decideQueue(hpa, 1, 5, HpaHistory.EMPTY, NOW).scaleTo()).isEqualTo(2);
    }

    @Test
    void anUnknownPolicyIsAnError() {
        var hpa = limited(rules("Max", new HPAScalingPolicy("Nodes", 10, 60)), null);

        assertThatThrownBy(() -> decideQueue(hpa, 1, 5, HpaHistory.EMPTY, NOW))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "spec.behavior: unsupported policy type \"Nodes\", supported values: \"Percent\", \"Pods\"");
    }
}

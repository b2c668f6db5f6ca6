package io.kubelayers.nucleus.affinity;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Taint;
import io.kubelayers.nucleus.core.TaintEffect;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.explain.Render;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaintTolerationTest {
    private static final TaintToleration RULE = TaintToleration.standard();
    private static final Taint GPU = new Taint("gpu", "yes", TaintEffect.NO_SCHEDULE, null);
    private static final Taint SLOW = new Taint("disk", "slow", TaintEffect.PREFER_NO_SCHEDULE, null);
    private static final Taint DOWN = new Taint("node.kubernetes.io/unreachable", null, TaintEffect.NO_EXECUTE, null);

    @ParameterizedTest(name = "{0}: {5}")
    @CsvSource({
        "the same key and value,            gpu, Equal,  yes, NoSchedule, true",
        "an empty operator means Equal,     gpu, '',     yes, NoSchedule, true",
        "an empty effect means any,         gpu, Equal,  yes, '',         true",
        "another value,                     gpu, Equal,  no,  NoSchedule, false",
        "no value,                          gpu, Equal,  '',  NoSchedule, false",
        "another key,                       cpu, Equal,  yes, NoSchedule, false",
        "another effect,                    gpu, Equal,  yes, NoExecute,  false",
        "Exists does not look at the value, gpu, Exists, no,  NoSchedule, true",
        "Exists without a key means any,    '',  Exists, '',  '',         true",
        "an unknown operator,               gpu, Near,   yes, NoSchedule, false",
        "Lt is behind a gate,               gpu, Lt,     9,   NoSchedule, false"
    })
    void tolerates(String name, String key, String operator, String value, String effect, boolean tolerates) {
        assertThat(RULE.tolerates(toleration(key, operator, value, effect), GPU))
                .isEqualTo(tolerates);
    }

    @ParameterizedTest(name = "a taint of {0} {1} {2}: {3}")
    @CsvSource({
        "5,   Lt, 6,   true",
        "6,   Lt, 6,   false",
        "6,   Gt, 6,   false",
        "7,   Gt, 6,   true",
        "-1,  Lt, 0,   true",
        "05,  Lt, 6,   false",
        "+5,  Lt, 6,   false",
        "5,   Lt, six, false",
        "'',  Lt, 6,   false",
        "5,   Lt, '',  false",
        "5,   Lt, 9223372036854775808, false"
    })
    void withTheGateIntegersCompare(String found, String operator, String bound, boolean tolerates) {
        var taint = new Taint("sla", found, TaintEffect.NO_SCHEDULE, null);
        var toleration = toleration("sla", operator, bound, null);
        assertThat(TaintToleration.withComparisonOperators().tolerates(toleration, taint))
                .isEqualTo(tolerates);
    }

    @Test
    void theFirstUntoleratedTaintIsFound() {
        var all = List.of(SLOW, GPU, DOWN);
        assertThat(RULE.firstUntolerated(all, List.of(), Taints::repelsPods)).contains(GPU);
        assertThat(RULE.firstUntolerated(all, List.of(), Taints::evictsPods)).contains(DOWN);
        assertThat(RULE.firstUntolerated(all, List.of(), Taints::discouragesPods))
                .contains(SLOW);
        assertThat(RULE.firstUntolerated(all, List.of(toleration(null, "Exists", null, null)), taint -> true))
                .isEmpty();
    }

    @Test
    void theTolerationsThatMatchSayHowLongAPodMayStay() {
        var minute = new Toleration("node.kubernetes.io/unreachable", "Exists", null, TaintEffect.NO_EXECUTE, 60L);
        var gpu = toleration("gpu", "Exists", null, null);
        assertThat(RULE.matching(List.of(DOWN, GPU), List.of(gpu, minute))).contains(List.of(minute, gpu));
        assertThat(RULE.matching(List.of(DOWN, GPU), List.of(minute))).isEmpty();
        assertThat(RULE.matching(List.of(), List.of())).contains(List.of());
    }

    @Test
    void tellsTaintByTaintWhy() {
        var decision = RULE.explain(List.of(GPU, SLOW, DOWN), List.of(toleration("gpu", "Exists", null, null)));
        assertThat(decision.tolerated()).isFalse();
        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                        - the taint node.kubernetes.io/unreachable:NoExecute is not tolerated [taints]
                          + gpu=yes:NoSchedule: tolerated by tolerations[0] [taints.taint]
                          · disk=slow:PreferNoSchedule: no toleration matches; it only lowers the score [taints.taint]
                          - node.kubernetes.io/unreachable:NoExecute: no toleration matches [taints.taint]
                        """);
        assertThat(RULE.explain(List.of(SLOW), List.of()).explain())
                .isEqualTo("every taint that repels pods is tolerated");
    }

    private static Toleration toleration(
            @Nullable String key, String operator, @Nullable String value, @Nullable String effect) {
        return new Toleration(key, operator, value, effect, null);
    }
}

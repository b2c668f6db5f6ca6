package io.kubelayers.nucleus.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts as annotations write them. */
class ScriptTextTest {
    @Test
    void aTextSaysWhatTheMethodsSay() {
        var text = "pull=20s pull-fails=2 start=5s run=30s exit=3 crashes=1 crash-after=2s crash-exit=9 stop=1m"
                + " readiness=fail@0s,pass@20s memory=100Mi@0s,2Gi@1h";
        assertThat(ScriptText.parse(text, ContainerScript.standard()))
                .isEqualTo(ContainerScript.standard()
                        .pulls(Duration.ofSeconds(20))
                        .failsToPull(2, "")
                        .startsAfter(Duration.ofSeconds(5))
                        .runs(Duration.ofSeconds(30))
                        .exits(3)
                        .crashes(1, Duration.ofSeconds(2), 9)
                        .stopsIn(Duration.ofMinutes(1))
                        .probe(ProbeKind.READINESS, Duration.ZERO, false)
                        .probe(ProbeKind.READINESS, Duration.ofSeconds(20), true)
                        .uses("memory", Duration.ZERO, "100Mi")
                        .uses("memory", Duration.ofHours(1), "2Gi"));
    }

    @ParameterizedTest
    @CsvSource({
        "run, container script: run is not name=value",
        "crashes=many, container script: many is no number",
        "run=soon, container script: soon is no duration",
        "readiness=fail, container script: fail has no @time",
        "readiness=maybe@1s, 'container script: a probe can pass or fail, not maybe'",
        "colour=red, container script: red has no @time",
    })
    void aTextThatCantBeReadSaysWhy(String text, String message) {
        assertThatThrownBy(() -> ScriptText.parse(text, ContainerScript.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}

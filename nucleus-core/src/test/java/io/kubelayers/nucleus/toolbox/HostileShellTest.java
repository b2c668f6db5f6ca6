package io.kubelayers.nucleus.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.pod.Pods;
import io.kubelayers.nucleus.program.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts that would use up the stack or the memory of whoever runs them, or never give way. */
@Timeout(60)
class HostileShellTest {
    private static final String DEEP = "!sh: nesting that deep: not simulated\n=127";
    private static final int MANY = 100_000;

    private final Typed container = new Typed();

    static Stream<Arguments> endless() {
        return Stream.of(
                Arguments.of("a function that calls itself", "f() { f; }; f; echo on"),
                Arguments.of("a function in shells of its own", "f() { (f); }; f"),
                Arguments.of("a text that runs itself", "x='eval \"$x\"'; eval \"$x\"; echo on"),
                Arguments.of("a file that runs itself", "echo '. /tmp/s' > /tmp/s; . /tmp/s; echo on"),
                Arguments.of("a program that runs itself", "echo '/tmp/s' > /tmp/s; /tmp/s"),
                Arguments.of("a program that times itself", "echo 'timeout 9 sh /tmp/s' > /tmp/s; sh /tmp/s"),
                Arguments.of("shells in shells", "(".repeat(MANY)),
                Arguments.of("groups in groups", "{ ".repeat(MANY)),
                Arguments.of("conditions in conditions", "if ".repeat(MANY)),
                Arguments.of("outputs in outputs", "echo " + "$(".repeat(MANY)),
                Arguments.of("quoted outputs in outputs", "echo " + "\"$(".repeat(MANY)),
                Arguments.of("values in values", "echo " + "${a:-".repeat(MANY)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endless")
    void endsWhereItIsTooDeep(String what, String script) {
        assertThat(container.sh(script)).as(what).isEqualTo(DEEP);
    }

    /** What a script has said when it has ended, or a second has passed. */
    private String after(String script) {
        var run = container.start(false, "sh", "-c", script);
        run.inputEnded();
        var said = new StringBuilder(container.said(run));
        for (int i = 0; i < 100 && run.exit().isEmpty(); i++) {
            container.wait(Duration.ofMillis(10));
            said.append(container.said(run));
        }
        return said.toString();
    }

    @Test
    void reckonsNoLongerThanItHasTo() {
        var tooLong = "!sh: so long a reckoning: not simulated\n=127";
        assertThat(container.sh("echo $((" + "- ".repeat(MANY) + "1))")).isEqualTo(tooLong);
        assertThat(container.sh("echo $((" + "1?1:".repeat(MANY) + "1))")).isEqualTo(tooLong);
        assertThat(container.sh("echo $((" + "(".repeat(60) + "1" + ")".repeat(60) + "))"))
                .isEqualTo(DEEP);
        assertThat(container.sh("echo $((" + "(".repeat(40) + "-!+-1" + ")".repeat(40) + "))"))
                .isEqualTo("0\n");
    }

    @Test
    void valuesStopGrowing() {
        assertThat(container.sh("x=a; for i in $(seq 30); do x=$x$x; done; echo ${#x}"))
                .startsWith("!sh: out of memory\n")
                .endsWith("\n4194304\n");
        assertThat(after("x=$(dd if=/dev/zero bs=1M count=64 2>/dev/null); echo $?"))
                .isEqualTo("!sh: out of memory\n137\n");
    }

    @Test
    void patternsTakeNoLongerThanTheirTexts() {
        assertThat(container.sh("echo " + "x".repeat(5000) + " | grep -E '(x+x+)+y'"))
                .isEqualTo("=1");
        assertThat(container.sh("echo aa | grep -E '(a)\\1'")).isEqualTo("!grep: pattern (a)\\1: not simulated\n=127");
        assertThat(container.sh(
                        "case " + "a".repeat(3000) + " in " + "*a".repeat(40) + "*b) echo b;; *) echo a;; esac"))
                .isEqualTo("a\n");
        assertThat(container.sh("printf '%999999999d' 1"))
                .isEqualTo("!printf: format %999999999d: not simulated\n=127");
    }

    @Test
    void whatNobodyReadsEndsIt() {
        var run = container.start(false, "sh", "-c", "while true; do dd if=/dev/zero bs=1M count=64 2>/dev/null; done");
        long bytes = 0;
        for (var out = run.poll(); out.isPresent(); out = run.poll()) {
            bytes += out.get().bytes().length;
        }
        assertThat(bytes).isLessThanOrEqualTo(128L << 20);
        assertThat(after("while true; do dd if=/dev/zero bs=1M count=64 2>/dev/null; done | sleep 5; echo $?"))
                .startsWith("!sh: more than anybody reads: not simulated\n");
        assertThat(after("for i in 1 2 3; do dd if=/dev/zero bs=1M count=64 2>/dev/null; done | sort; echo $?"))
                .isEqualTo("!sort: out of memory\n1\n");
    }

    @Test
    void jobsDoNotPileUp() {
        assertThat(container.sh("for i in $(seq 1200); do sleep 9 & done; echo $?"))
                .startsWith("!sh: can't fork: Resource temporarily unavailable\n");
    }

    /** What a container will do is not tried out for ever: one that only works counts as one that runs for ever. */
    @Test
    void rehearsalsEnd() {
        var words = List.of("sh", "-c", "f() { f2; f2; }; f2() { while true; do sha256sum /tmp/f; done; }; f");
        container.sh("dd if=/dev/zero of=/tmp/f bs=1M count=16");
        var where = new Surroundings(
                Pods.named("web").build(),
                ContainerBuilder.builder().name("app").build(),
                new TreeMap<>(),
                container.files);
        var rehearsal = Rehearsal.of(List.of(), where, words, true, container.clock.instant(), Rehearsal.MOST_TURNS);
        assertThat(rehearsal).hasValueSatisfying(one -> assertThat(one.lasts()).isNull());
    }
}

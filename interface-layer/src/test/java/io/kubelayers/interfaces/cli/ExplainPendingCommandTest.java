package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainPendingCommandTest {
    static final String BIG_POD =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: big}
            spec: {containers: [{name: a, image: a:1, resources: {requests: {cpu: "9"}}}]}
            """;

    private static final String STORY =
            """
            - pod/default/big: 0/2 nodes are available: 2 Insufficient cpu. no new claims to deallocate, preemption: 0/2 nodes are available: 2 Preemption is not helpful for scheduling. [scheduling]
              - node/node-1: the pod does not fit here [scheduling.rejected]
                - node/node-1: Insufficient cpu (code UnschedulableAndUnresolvable) [NodeResourcesFit]
              - node/node-2: the pod does not fit here [scheduling.rejected]
                - node/node-2: Insufficient cpu (code UnschedulableAndUnresolvable) [NodeResourcesFit]
            """;

    @TempDir
    private Path folder;

    @Test
    void eachNodeSaysWhichRuleRejectsThePod() {
        var file = CommandRun.file(folder, "big.yaml", BIG_POD);

        assertThat(CommandRun.of("explain-pending", "-f", file, "--nodes", "2").out())
                .isEqualToNormalizingNewlines(STORY);
        assertThat(CommandRun.of("explain-pending", "pod/big", "-f", file, "--nodes", "2")
                        .out())
                .isEqualToNormalizingNewlines(STORY);
    }

    @Test
    void programsReadTheStoryAsJson() {
        var file = CommandRun.file(folder, "big.yaml", BIG_POD);

        assertThat(CommandRun.of("explain-pending", "-f", file, "--nodes", "1", "-o", "json")
                        .out())
                .startsWith("{\"mark\":\"fail\",\"code\":\"scheduling\",\"subject\":\"pod/default/big\"");
    }

    @Test
    void whereNothingIsPendingThereIsNothingToSay() {
        var run = CommandRun.of("explain-pending");

        assertThat(run.out()).isEqualToNormalizingNewlines("No pod is pending.\n");
        assertThat(run.code()).isZero();
    }

    @Test
    void aPodThatIsNotThereIsNotFound() {
        var run = CommandRun.of("explain-pending", "web");

        assertThat(run.err()).isEqualToNormalizingNewlines("Error from server (NotFound): pods \"web\" not found\n");
        assertThat(run.code()).isEqualTo(1);
    }
}

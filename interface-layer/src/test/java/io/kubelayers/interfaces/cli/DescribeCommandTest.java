package io.kubelayers.interfaces.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {
    @TempDir
    private Path folder;

    @Test
    void anObjectIsShownWithItsFieldsAndEvents() {
        var file = CommandRun.file(
                folder,
                "all.yaml",
                """
                apiVersion: v1
                kind: Secret
                metadata: {name: key, labels: {a: b, c: d}}
                type: Opaque
                data: {token: YWJj}
                ---
                apiVersion: v1
                kind: Event
                metadata: {name: key.1, namespace: default}
                involvedObject: {kind: Secret, name: key, namespace: default}
                type: Normal
                reason: Rotated
                message: the key was rotated
                source: {component: rotator}
                count: 3
                firstTimestamp: "2026-01-01T00:00:00Z"
                lastTimestamp: "2026-01-01T00:00:00Z"
                """);

        assertThat(CommandRun.of("describe", "secret/key", "-f", file, "--after", "2m"))
                .isEqualTo(new CommandRun(
                        0,
                        """
                                Name:           key
                                Namespace:      default
                                Labels:         a=b
                                                c=d
                                Annotations:    <none>
                                Created:        2026-01-01T00:00:00Z (2m ago)
                                Data:
                                  token: 3 bytes
                                Type:           Opaque
                                Events:
                                  Type     Reason    Age       From      Message
                                  Normal   Rotated   2m (x3)   rotator   the key was rotated
                                """,
                        ""));
    }

    @Test
    void aPodThatIsPendingSaysWhy() {
        var file = CommandRun.file(folder, "big.yaml", ExplainPendingCommandTest.BIG_POD);

        assertThat(CommandRun.of("describe", "pod", "big", "-f", file, "--nodes", "1")
                        .out())
                .contains(
                        """
                        Scheduling:
                          - pod/default/big: 0/1 nodes are available: 1 Insufficient cpu. no new claims to deallocate, preemption: 0/1 nodes are available: 1 Preemption is not helpful for scheduling. [scheduling]
                        """);
    }
}

package io.kubelayers.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.testing.QuietCluster;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Templates have no more than pods have: fields of features that are off are dropped from them, too. */
class TemplateGatesTest {
    private static final String TEMPLATE =
            """
            {metadata: {labels: {a: b}}, spec: {restartPolicy: RESTART, os: {name: linux}, workloadRef: {name: a, podGroup: b},
             containers: [{name: c, image: i, lifecycle: {stopSignal: SIGTERM}}]}}""";

    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            apps/v1  | Deployment            | Always | spec: {selector: {matchLabels: {a: b}}, template: TEMPLATE}
            apps/v1  | ReplicaSet            | Always | spec: {selector: {matchLabels: {a: b}}, template: TEMPLATE}
            apps/v1  | StatefulSet           | Always | spec: {selector: {matchLabels: {a: b}}, template: TEMPLATE}
            apps/v1  | DaemonSet             | Always | spec: {selector: {matchLabels: {a: b}}, template: TEMPLATE}
            v1       | ReplicationController | Always | spec: {template: TEMPLATE}
            v1       | PodTemplate           | Always | template: TEMPLATE
            batch/v1 | Job                   | Never  | spec: {template: TEMPLATE}
            batch/v1 | CronJob               | Never  | spec: {schedule: "* * * * *", jobTemplate: {spec: {template: TEMPLATE}}}
            """)
    void templatesAreStoredWithout(String apiVersion, String kind, String restart, String content) {
        var sent = CLUSTER.object(
                "{apiVersion: " + apiVersion + ", kind: " + kind + "}",
                "metadata: {name: a, namespace: default}, "
                        + content.replace("TEMPLATE", TEMPLATE).replace("RESTART", restart));
        assertThat(sent.toString()).contains("SIGTERM", "podGroup", "linux");

        try (var world = CLUSTER.get().fork()) {
            var stored = world.client().create(sent);
            assertThat(stored.withMetadata(stored.metadata().withManagedFields(List.of()))
                            .toString())
                    .contains("linux")
                    .doesNotContain("SIGTERM", "podGroup");
        }
    }
}

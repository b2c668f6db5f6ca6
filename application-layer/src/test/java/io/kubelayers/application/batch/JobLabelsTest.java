package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.testing.QuietCluster;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Labels that a Job has from its template get what the server adds to those of the template, for each Job its own. */
class JobLabelsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    private static Job create(String name, String labels) {
        var manifest =
                """
                apiVersion: batch/v1
                kind: Job
                metadata: {name: %s, namespace: default, labels: %s}
                spec:
                  template:
                    metadata: {labels: {team: blue}}
                    spec: {restartPolicy: Never, containers: [{name: c, image: i}]}
                """
                        .formatted(name, labels);
        return (Job) CLUSTER.get().apply(Manifests.of("job", manifest)).get(0);
    }

    @Test
    void labelsOfTheTemplateGrowWithIt() {
        create("other", "{team: blue}");
        for (var name : new String[] {"first", "second", "third"}) {
            var job = create(name, "{}");
            assertThat(job.metadata().labels())
                    .containsEntry("team", "blue")
                    .containsEntry(JobSelector.JOB_NAME, name)
                    .isEqualTo(job.spec().template().metadata().labels());
        }
    }

    @Test
    void labelsOfItsOwnStayAsTheyAre() {
        assertThat(create("own", "{team: blue}").metadata().labels()).isEqualTo(Map.of("team", "blue"));
        assertThat(create("again", "{team: blue}").metadata().labels()).isEqualTo(Map.of("team", "blue"));
    }
}

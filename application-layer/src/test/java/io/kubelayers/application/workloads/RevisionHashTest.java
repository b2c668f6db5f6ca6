package io.kubelayers.application.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RevisionHashTest {
    /** The data of a revision that a real cluster named {@code s-6b69745778}. */
    @Test
    void isThatOfARealCluster() {
        var container = Map.of(
                "name", "c",
                "image", "i",
                "imagePullPolicy", "Always",
                "resources", Map.of(),
                "terminationMessagePath", "/dev/termination-log",
                "terminationMessagePolicy", "File");
        var spec = Map.of(
                "containers",
                List.of(container),
                "dnsPolicy",
                "ClusterFirst",
                "restartPolicy",
                "Always",
                "schedulerName",
                "default-scheduler",
                "securityContext",
                Map.of(),
                "terminationGracePeriodSeconds",
                30);
        var metadata = new TreeMap<String, Object>(Map.of("labels", Map.of("app", "a")));
        metadata.put("creationTimestamp", null);
        var data = Map.of("spec", Map.of("template", Map.of("$patch", "replace", "metadata", metadata, "spec", spec)));
        assertThat(RevisionHash.of(data, null)).isEqualTo("6b69745778");
        assertThat(RevisionHash.of(data, 1)).isNotEqualTo("6b69745778");
    }
}

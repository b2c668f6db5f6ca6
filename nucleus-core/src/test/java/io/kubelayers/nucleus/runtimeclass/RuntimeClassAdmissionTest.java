package io.kubelayers.nucleus.runtimeclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.Toleration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuntimeClassAdmissionTest {
    private final Cluster cluster = Cluster.builder().withoutNodeAgent().start();

    @BeforeEach
    void classes() {
        cluster.apply(Manifests.of(
                "class",
                "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: sandbox}, handler: kata, overhead:"
                        + " {podFixed: {cpu: 250m}}, scheduling: {nodeSelector: {kata: 'yes'}, tolerations: [{key: kata,"
                        + " operator: Exists}]}}"));
        cluster.apply(Manifests.of(
                "class", "{apiVersion: node.k8s.io/v1, kind: RuntimeClass, metadata: {name: plain}, handler: runc}"));
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private Pod pod(String spec) {
        return (Pod) cluster.apply(Manifests.of(
                        "pod",
                        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {containers: [{name: c, image: i}], "
                                + spec + "}}"))
                .get(0);
    }

    @Test
    void aPodGetsTheOverheadAndTheSchedulingOfItsClass() {
        var spec = pod("runtimeClassName: sandbox, nodeSelector: {disk: ssd}").spec();
        assertThat(spec.overhead().get("cpu")).hasToString("250m");
        assertThat(spec.nodeSelector()).containsEntry("disk", "ssd").containsEntry("kata", "yes");
        assertThat(spec.tolerations()).extracting(Toleration::key).contains("kata");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "runtimeClassName: none | pod rejected: RuntimeClass \"none\" not found",
                "runtimeClassName: sandbox, overhead: {cpu: 1} | pod rejected: Pod's Overhead doesn't match"
                        + " RuntimeClass's defined Overhead",
                "runtimeClassName: plain, overhead: {cpu: 1} | pod rejected: Pod Overhead set without corresponding"
                        + " RuntimeClass defined Overhead",
                "overhead: {cpu: 1} | pod rejected: Pod Overhead set without corresponding RuntimeClass defined"
                        + " Overhead",
                "runtimeClassName: sandbox, nodeSelector: {kata: 'no'} | conflict:"
                        + " runtimeClass.scheduling.nodeSelector[kata] = yes; pod.spec.nodeSelector[kata] = no",
            })
    void refuses(String spec, String why) {
        assertThatThrownBy(() -> pod(spec)).hasMessage("pods \"p\" is forbidden: " + why);
    }
}

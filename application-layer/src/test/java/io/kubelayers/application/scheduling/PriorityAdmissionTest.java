package io.kubelayers.application.scheduling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityAdmissionTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .withoutNodeAgent()
            .start();

    @AfterEach
    void close() {
        cluster.close();
    }

    private Pod pod(String spec) {
        return (Pod) cluster.apply(Manifests.of(
                        "pod",
                        "{apiVersion: v1, kind: Pod, metadata: {name: p}, spec: {" + spec
                                + " containers: [{name: c, image: i}]}}"))
                .get(0);
    }

    private void priorityClass(String name, int value, String more) {
        cluster.apply(Manifests.of(
                "class",
                "{apiVersion: scheduling.k8s.io/v1, kind: PriorityClass, metadata: {name: " + name + "}, value: "
                        + value + more + "}"));
    }

    @Test
    void withoutAClassThePriorityIsZero() {
        var spec = pod("").spec();
        assertThat(spec.priority()).isZero();
        assertThat(spec.priorityClassName()).isNull();
        assertThat(spec.preemptionPolicy()).isEqualTo("PreemptLowerPriority");
    }

    @Test
    void theClassSaysHowMuchAPodMatters() {
        priorityClass("high", 1000, ", preemptionPolicy: Never");
        var spec = pod("priorityClassName: high,").spec();
        assertThat(spec.priority()).isEqualTo(1000);
        assertThat(spec.preemptionPolicy()).isEqualTo("Never");
    }

    @Test
    void thereIsOneDefaultClass() {
        priorityClass("usual", 7, ", globalDefault: true");
        assertThat(pod("").spec().priorityClassName()).isEqualTo("usual");
        assertThat(cluster.client().on(Pod.class).get("default", "p").spec().priority())
                .isEqualTo(7);
        assertThatThrownBy(() -> priorityClass("other", 8, ", globalDefault: true"))
                .hasMessage("priorityclasses.scheduling.k8s.io \"other\" is forbidden: PriorityClass usual is already"
                        + " marked as default. Only one default can exist");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "priorityClassName: none, | no PriorityClass with name none was found",
                "priority: 5, | the integer value of priority (5) must not be provided in pod spec; priority admission"
                        + " controller computed 0 from the given PriorityClass name",
                "preemptionPolicy: Never, | the string value of PreemptionPolicy (Never) must not be provided in pod"
                        + " spec; priority admission controller computed PreemptLowerPriority from the given"
                        + " PriorityClass name",
            })
    void refuses(String spec, String why) {
        assertThatThrownBy(() -> pod(spec)).hasMessage("pods \"p\" is forbidden: " + why);
    }
}

package io.kubelayers.application.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.meta.DeleteOptionsBuilder;
import io.kubelayers.nucleus.runtime.VirtualClock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobOrphansTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard())
            .clock(VirtualClock.at("2026-01-01T00:00:30Z"))
            .start();

    @BeforeEach
    void start() {
        create();
        cluster.settle();
        assertThat(pods()).hasSize(1).allMatch(JobPods::isTracked);
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    private void create() {
        cluster.apply(Manifests.of(
                "job",
                "{apiVersion: batch/v1, kind: Job, metadata: {name: once}, spec: {template: {spec: {restartPolicy: Never,"
                        + " containers: [{name: c, image: i}]}}}}"));
    }

    private List<Pod> pods() {
        return cluster.lister(Pod.class).list("default");
    }

    private void delete(String policy) {
        cluster.client()
                .on(Job.class)
                .delete(
                        "default",
                        "once",
                        DeleteOptionsBuilder.builder().propagationPolicy(policy).build());
    }

    @Test
    void thePodsOfADeletedJobGoThoughNobodyCountedThem() {
        delete("Background");
        cluster.settle();
        assertThat(pods()).isEmpty();
    }

    @Test
    void podsThatAreLeftOnPurposeLoseTheirFinalizer() {
        delete("Orphan");
        cluster.settle();
        assertThat(pods()).hasSize(1).noneMatch(JobPods::isTracked);
        assertThat(pods().get(0).metadata().ownerReferences()).isEmpty();
    }

    @Test
    void aSuccessorOfTheSameNameDoesNotKeepTheOldPods() {
        var old = pods().get(0).metadata().uid();
        delete("Background");
        create();
        cluster.settle();
        assertThat(pods()).hasSize(1).allMatch(JobPods::isTracked);
        assertThat(pods().get(0).metadata().uid()).isNotEqualTo(old);
    }
}

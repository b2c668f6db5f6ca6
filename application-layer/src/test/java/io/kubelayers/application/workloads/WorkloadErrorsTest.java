package io.kubelayers.application.workloads;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What workloads, their changes and their statuses are refused for, in upstream's words and order. */
class WorkloadErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges, RefusalTables.OfStatuses {
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard())
                .withoutControllers()
                .start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    public Refusals refusals() {
        return new Refusals(
                cluster,
                Map.of(
                        "$SELECTOR", "{matchLabels: {app: web}}",
                        "$TEMPLATE", "{metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: i}]}}",
                        "$BOTH",
                                "{metadata: {labels: {app: web, tier: front}}, spec: {containers: [{name: a, image: i}]}}"));
    }
}

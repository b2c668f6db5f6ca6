package io.kubelayers.application.batch;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What jobs and cron jobs and their changes are refused for, in upstream's words and order. */
class BatchErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(
                CLUSTER.get(),
                Map.of(
                        "$NEVER", "{spec: {restartPolicy: Never, containers: [{name: a, image: i}]}}",
                        "$JOB", "{spec: {template: {spec: {restartPolicy: Never, containers: [{name: a, image: i}]}}}}",
                        "$WEB",
                                "{metadata: {labels: {app: web}}, spec: {restartPolicy: Never, containers: [{name: a, image: i}]}}"));
    }
}

package io.kubelayers.application.workloads;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What workloads, their changes and their statuses are refused for, in upstream's words and order. */
class WorkloadErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges, RefusalTables.OfStatuses {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(
                CLUSTER.get(),
                Map.of(
                        "$SELECTOR", "{matchLabels: {app: web}}",
                        "$TEMPLATE", "{metadata: {labels: {app: web}}, spec: {containers: [{name: a, image: i}]}}",
                        "$BOTH",
                                "{metadata: {labels: {app: web, tier: front}}, spec: {containers: [{name: a, image: i}]}}"));
    }
}

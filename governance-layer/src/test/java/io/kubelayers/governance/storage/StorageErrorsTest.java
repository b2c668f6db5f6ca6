package io.kubelayers.governance.storage;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What classes of storage and capacities are refused for, in upstream's words and order. */
class StorageErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges {
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .withoutControllers()
                .start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @Override
    public Refusals refusals() {
        return new Refusals(cluster, Map.of());
    }
}

package io.kubelayers.governance.networkpolicy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What network policies are refused for, in upstream's words and order. */
class NetworkPolicyErrorsTest implements RefusalTables.OfNew {
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

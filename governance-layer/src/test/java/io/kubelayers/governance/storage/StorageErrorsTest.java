package io.kubelayers.governance.storage;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What classes of storage and capacities are refused for, in upstream's words and order. */
class StorageErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard(), GovernanceLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(CLUSTER.get(), Map.of());
    }
}

package io.kubelayers.application.routing;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.testing.QuietCluster;
import io.kubelayers.testing.RefusalTables;
import io.kubelayers.testing.Refusals;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What ingresses and their classes are refused for, in upstream's words and order. */
class IngressErrorsTest implements RefusalTables.OfNew, RefusalTables.OfChanges {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of(ApplicationLayer.standard());

    @Override
    public Refusals refusals() {
        return new Refusals(CLUSTER.get(), Map.of("$BACKEND", "{service: {name: s, port: {number: 80}}}"));
    }
}

package io.kubelayers.examples.benchmarks.clients;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesCrudDispatcher;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import java.util.HashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * fabric8's own mock in its CRUD mode, over TLS as its extension for JUnit has it unless told otherwise. The line that it
 * writes for each request would be counted, so it writes none.
 */
final class Mock implements AutoCloseable {
    private static final Logger LINES = Logger.getLogger("io.fabric8.mockwebserver");

    private final KubernetesMockServer server;

    Mock() {
        LINES.setLevel(Level.OFF);
        server = new KubernetesMockServer(
                new Context(), new MockWebServer(), new HashMap<>(), new KubernetesCrudDispatcher(), true);
        server.init();
    }

    KubernetesClient client() {
        return server.createClient();
    }

    @Override
    public void close() {
        server.destroy();
        LINES.setLevel(null);
    }
}

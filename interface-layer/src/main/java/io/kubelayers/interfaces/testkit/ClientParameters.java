package io.kubelayers.interfaces.testkit;

import io.kubelayers.interfaces.testkit.clientjava.ClientJava;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/**
 * Clients of other projects that a test asks for by parameters. Their types are known by name only, so that neither needs
 * to be there for tests that don't ask for it.
 */
final class ClientParameters {
    private static final String FABRIC8 = "io.fabric8.kubernetes.client.KubernetesClient";
    private static final String CLIENT_JAVA = "io.kubernetes.client.openapi.ApiClient";

    private final Cluster cluster;
    private final Store ofClass;
    private final Map<String, Object> made = new LinkedHashMap<>();

    /** @param ofClass what the tests of the class share */
    ClientParameters(Cluster cluster, Store ofClass) {
        this.cluster = cluster;
        this.ofClass = ofClass;
    }

    static boolean supports(Class<?> type) {
        return type.getName().equals(FABRIC8) || type.getName().equals(CLIENT_JAVA);
    }

    /** The test's client of a type: the same one however often it is asked for. */
    Object client(Class<?> type) {
        return made.computeIfAbsent(type.getName(), this::make);
    }

    private Object make(String type) {
        return type.equals(FABRIC8) ? Fabric8Parameter.client(cluster, ofClass) : ClientJava.on(cluster);
    }

    void close() throws Exception {
        for (var client : made.values()) {
            if (client instanceof AutoCloseable closeable) {
                closeable.close();
            }
        }
    }
}

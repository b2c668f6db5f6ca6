package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.IndexDefinition;
import java.util.List;

/** Indexes by which it is known at once who holds an address or a node port. */
public final class ServiceIndexes {
    /** Services by each of their cluster IPs. */
    public static final String BY_ADDRESS = "service.address";

    /** Services by each of their node ports. */
    public static final String BY_NODE_PORT = "service.nodeport";

    private ServiceIndexes() {}

    /** The definitions, for a store. */
    public static List<IndexDefinition> all() {
        return List.of(
                new IndexDefinition(BY_ADDRESS, "services", ServiceIndexes::addresses),
                new IndexDefinition(BY_NODE_PORT, "services", ServiceIndexes::nodePorts));
    }

    private static List<String> addresses(KubernetesObject object) {
        return object instanceof Service service ? List.copyOf(AddressPool.addresses(service)) : List.of();
    }

    private static List<String> nodePorts(KubernetesObject object) {
        return object instanceof Service service
                ? AddressPool.nodePorts(service).stream().map(String::valueOf).toList()
                : List.of();
    }
}

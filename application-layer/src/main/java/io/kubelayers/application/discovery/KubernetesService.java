package io.kubelayers.application.discovery;

import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import java.util.Map;

/**
 * The Service by which pods reach the API server: {@code kubernetes} in the namespace {@code default}, at the first address
 * of the range. It has no endpoints here, the server being called in process. (Upstream: controlplane/controller/
 * kubernetesservice.)
 */
public final class KubernetesService {
    private static final int HTTPS = 443;
    private static final int SERVER = 6443;

    private KubernetesService() {}

    /** The Service in a cluster whose cluster IPs are of this range. */
    public static Service in(AddressBlock range) {
        return ServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("kubernetes")
                        .namespace("default")
                        .labels(Map.of("component", "apiserver", "provider", "kubernetes"))
                        .build())
                .spec(ServiceSpecBuilder.builder()
                        .type(Service.Type.CLUSTER_IP)
                        .clusterIP(range.first())
                        .sessionAffinity(Service.Affinity.NONE)
                        .ports(List.of(ServicePortBuilder.builder()
                                .name("https")
                                .protocol("TCP")
                                .port(HTTPS)
                                .targetPort(IntOrString.of(SERVER))
                                .build()))
                        .build())
                .build();
    }
}

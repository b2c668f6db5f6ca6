package io.kubelayers.governance.metrics;

import io.kubelayers.nucleus.aggregation.LocalServices;
import io.kubelayers.nucleus.aggregation.ServicePriority;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.apiregistration.APIServiceBuilder;
import io.kubelayers.nucleus.apiregistration.APIServiceSpecBuilder;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.GroupVersion;
import java.util.Map;

/** The APIService of {@code metrics.k8s.io}, as the manifests of metrics-server have it; the server answers it itself. */
public final class MetricsService {
    private static final GroupVersion VERSION = new GroupVersion("metrics.k8s.io", "v1beta1");
    private static final int PORT = 443;

    private MetricsService() {}

    /** Makes it. */
    public static void bootstrap(Client admin) {
        admin.create(APIServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(LocalServices.name(VERSION))
                        .labels(Map.of("k8s-app", "metrics-server"))
                        .build())
                .spec(APIServiceSpecBuilder.builder()
                        .group(VERSION.group())
                        .version(VERSION.version())
                        .groupPriorityMinimum(ServicePriority.EXTENSION.group())
                        .versionPriority(ServicePriority.EXTENSION.version())
                        .insecureSkipTLSVerify(true)
                        .service(new APIService.ServiceReference("kube-system", "metrics-server", PORT))
                        .build())
                .build());
    }
}

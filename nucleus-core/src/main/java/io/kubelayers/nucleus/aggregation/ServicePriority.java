package io.kubelayers.nucleus.aggregation;

import com.google.common.collect.ImmutableMap;
import io.kubelayers.nucleus.types.GroupVersion;
import java.util.Optional;

/**
 * Where a version of a group stands in discovery (upstream {@code cmd/kube-apiserver/app} and
 * {@code pkg/controlplane/apiserver}, {@code aggregator.go}).
 *
 * @param group higher ones come first among groups; the highest of its versions counts
 * @param version higher ones come first within the group
 */
public record ServicePriority(int group, int version) {
    /** Of versions of custom kinds ({@code pkg/controlplane/controller/crdregistration}). */
    public static final ServicePriority CUSTOM = new ServicePriority(1000, 100);

    /** Of groups that others serve, as those who bring one usually set it. */
    public static final ServicePriority EXTENSION = new ServicePriority(100, 100);

    private static final int USUAL = 15;

    private static final ImmutableMap<String, ServicePriority> BUILT_IN =
            ImmutableMap.<String, ServicePriority>builder()
                    .put("v1", new ServicePriority(18000, 1))
                    .put("apps/v1", usual(17800))
                    .put("events.k8s.io/v1", usual(17750))
                    .put("authentication.k8s.io/v1", usual(17700))
                    .put("authorization.k8s.io/v1", usual(17600))
                    .put("autoscaling/v1", usual(17500))
                    .put("autoscaling/v2", new ServicePriority(17500, 30))
                    .put("batch/v1", usual(17400))
                    .put("certificates.k8s.io/v1", usual(17300))
                    .put("networking.k8s.io/v1", usual(17200))
                    .put("policy/v1", usual(17100))
                    .put("rbac.authorization.k8s.io/v1", usual(17000))
                    .put("storage.k8s.io/v1", usual(16800))
                    .put("apiextensions.k8s.io/v1", usual(16700))
                    .put("admissionregistration.k8s.io/v1", usual(16700))
                    .put("scheduling.k8s.io/v1", usual(16600))
                    .put("coordination.k8s.io/v1", usual(16500))
                    .put("node.k8s.io/v1", usual(16300))
                    .put("discovery.k8s.io/v1", usual(16200))
                    .put("resource.k8s.io/v1", new ServicePriority(16200, 20))
                    .put("flowcontrol.apiserver.k8s.io/v1", new ServicePriority(16100, 21))
                    .build();

    private static ServicePriority usual(int group) {
        return new ServicePriority(group, USUAL);
    }

    /** Of a version that is built in; empty for {@code apiregistration.k8s.io}, whose server is always there and first. */
    public static Optional<ServicePriority> builtIn(GroupVersion version) {
        return Optional.ofNullable(BUILT_IN.get(version.toString()));
    }
}

package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.resources.ResourceList;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;

/** Short words for quotas and what they count in tests. */
final class Quotas {
    private Quotas() {}

    /** A quota whose use is counted: {@code quota("dev", ResourceList.of("pods", "3"), ResourceList.of("pods", "0"))}. */
    static ResourceQuota quota(String name, Map<String, Quantity> hard, Map<String, Quantity> used) {
        return ResourceQuotaBuilder.builder()
                .metadata(meta(name))
                .spec(new ResourceQuota.Spec(hard, null, null))
                .status(new ResourceQuota.Status(hard, used))
                .build();
    }

    static ResourceQuota scoped(ResourceQuota quota, String... scopes) {
        return quota.withSpec(quota.spec().withScopes(List.of(scopes)));
    }

    static Pod pod(String name, Container... containers) {
        return PodBuilder.builder()
                .metadata(meta(name))
                .spec(PodSpecBuilder.builder().containers(List.of(containers)).build())
                .build();
    }

    static Container container(String name, Map<String, Quantity> requests, Map<String, Quantity> limits) {
        return ContainerBuilder.builder()
                .name(name)
                .resources(new ResourceRequirements(limits, requests, null))
                .build();
    }

    static Container requesting(String... namesAndAmounts) {
        return container("main", ResourceList.of(namesAndAmounts), Map.of());
    }

    static ObjectMeta meta(String name) {
        return ObjectMetaBuilder.builder().namespace("team").name(name).build();
    }
}

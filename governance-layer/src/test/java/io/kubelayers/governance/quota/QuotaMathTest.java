package io.kubelayers.governance.quota;

import static io.kubelayers.governance.quota.Quotas.container;
import static io.kubelayers.governance.quota.Quotas.meta;
import static io.kubelayers.governance.quota.Quotas.pod;
import static io.kubelayers.governance.quota.Quotas.quota;
import static io.kubelayers.governance.quota.Quotas.requesting;
import static io.kubelayers.governance.quota.Quotas.scoped;
import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.discovery.ServiceBuilder;
import io.kubelayers.application.discovery.ServicePort;
import io.kubelayers.application.discovery.ServicePortBuilder;
import io.kubelayers.application.discovery.ServiceSpecBuilder;
import io.kubelayers.application.workloads.DeploymentBuilder;
import io.kubelayers.governance.quota.ResourceQuota.ScopeSelector;
import io.kubelayers.governance.quota.ResourceQuota.ScopedResourceSelectorRequirement;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.PersistentVolumeClaimBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimStatusBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodStatusBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.resource.DeviceClaim;
import io.kubelayers.nucleus.resource.DeviceRequest;
import io.kubelayers.nucleus.resource.DeviceRequestBuilder;
import io.kubelayers.nucleus.resource.DeviceRequestDeviceSubRequestBuilder;
import io.kubelayers.nucleus.resource.DeviceRequestExactDeviceRequestBuilder;
import io.kubelayers.nucleus.resource.ResourceClaimBuilder;
import io.kubelayers.nucleus.resource.ResourceClaimSpec;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuotaMathTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    record Charge(String sentence, KubernetesObject object, Map<String, Quantity> usage) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Charge> charges() {
        return Stream.of(
                new Charge(
                        "a pod is charged for requests and limits, each under all its names",
                        pod("web", container("main", of("cpu", "500m", "example.com/gpu", "1"), of("memory", "1Gi"))),
                        of(
                                "count/pods",
                                "1",
                                "pods",
                                "1",
                                "cpu",
                                "500m",
                                "requests.cpu",
                                "500m",
                                "limits.memory",
                                "1Gi",
                                "requests.example.com/gpu",
                                "1")),
                new Charge(
                        "a pod that has ended is only counted",
                        pod("done", requesting("cpu", "1"))
                                .withStatus(PodStatusBuilder.builder()
                                        .phase(Pod.Phase.SUCCEEDED)
                                        .build()),
                        of("count/pods", "1")),
                new Charge(
                        "a pod whose node is lost is only counted once its time to stop is over",
                        pod("lost", requesting("cpu", "1"))
                                .withMetadata(ObjectMetaBuilder.builder(meta("lost"))
                                        .deletionTimestamp(NOW.minusSeconds(31))
                                        .deletionGracePeriodSeconds(30L)
                                        .build()),
                        of("count/pods", "1")),
                new Charge(
                        "a load balancer takes a node port for each port",
                        ServiceBuilder.builder()
                                .metadata(meta("lb"))
                                .spec(ServiceSpecBuilder.builder()
                                        .type("LoadBalancer")
                                        .ports(List.of(port(80), port(443)))
                                        .build())
                                .build(),
                        of(
                                "count/services",
                                "1",
                                "services",
                                "1",
                                "services.loadbalancers",
                                "1",
                                "services.nodeports",
                                "2")),
                new Charge(
                        "a claim is charged in all and under its storage class, in whole bytes",
                        PersistentVolumeClaimBuilder.builder()
                                .metadata(meta("data"))
                                .spec(PersistentVolumeClaimSpecBuilder.builder()
                                        .storageClassName("gold")
                                        .resources(new PersistentVolumeClaimSpec.VolumeResourceRequirements(
                                                null, of("storage", "1500m")))
                                        .build())
                                .build(),
                        of(
                                "count/persistentvolumeclaims",
                                "1",
                                "persistentvolumeclaims",
                                "1",
                                "gold.storageclass.storage.k8s.io/persistentvolumeclaims",
                                "1",
                                "requests.storage",
                                "2",
                                "gold.storageclass.storage.k8s.io/requests.storage",
                                "2")),
                new Charge(
                        "a device claim with a choice is charged for the worst case of each class",
                        ResourceClaimBuilder.builder()
                                .metadata(meta("gpu"))
                                .spec(new ResourceClaimSpec(new DeviceClaim(
                                        List.of(DeviceRequestBuilder.builder()
                                                .name("any")
                                                .firstAvailable(List.of(
                                                        choice("big", 1), choice("small", 4), choice("small", 2)))
                                                .build()),
                                        null,
                                        null)))
                                .build(),
                        of(
                                "count/resourceclaims.resource.k8s.io",
                                "1",
                                "big.deviceclass.resource.k8s.io/devices",
                                "1",
                                "small.deviceclass.resource.k8s.io/devices",
                                "4")),
                new Charge(
                        "a claim for all devices of a class is charged for the most there can be",
                        ResourceClaimBuilder.builder()
                                .metadata(meta("gpu"))
                                .spec(new ResourceClaimSpec(new DeviceClaim(
                                        List.of(exactly("all", "big", "All", 0), exactly("two", "small", null, 2)),
                                        null,
                                        null)))
                                .build(),
                        of(
                                "count/resourceclaims.resource.k8s.io",
                                "1",
                                "big.deviceclass.resource.k8s.io/devices",
                                "32",
                                "small.deviceclass.resource.k8s.io/devices",
                                "2")),
                new Charge(
                        "anything else is counted",
                        DeploymentBuilder.builder().metadata(meta("web")).build(),
                        of("count/deployments.apps", "1")));
    }

    private static ServicePort port(int number) {
        return ServicePortBuilder.builder().port(number).build();
    }

    private static DeviceRequest exactly(String name, String deviceClass, @Nullable String mode, long count) {
        return DeviceRequestBuilder.builder()
                .name(name)
                .exactly(DeviceRequestExactDeviceRequestBuilder.builder()
                        .deviceClassName(deviceClass)
                        .allocationMode(mode)
                        .count(count)
                        .build())
                .build();
    }

    private static DeviceRequest.DeviceSubRequest choice(String deviceClass, long count) {
        return DeviceRequestDeviceSubRequestBuilder.builder()
                .name(deviceClass + count)
                .deviceClassName(deviceClass)
                .count(count)
                .build();
    }

    @ParameterizedTest
    @MethodSource("charges")
    void chargesObjects(Charge charge) {
        assertThat(QuotaMath.usage(charge.object(), NOW)).isEqualTo(charge.usage());
    }

    record Refusal(String sentence, QuotaRequest request, ResourceQuota quota, String error) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Refusal> refusals() {
        var small = QuotaRequest.create(pod("web", requesting("cpu", "600m", "memory", "1Gi")));
        return Stream.of(
                new Refusal(
                        "only what is exceeded is told",
                        small,
                        quota(
                                "dev",
                                of("cpu", "1", "memory", "2Gi", "pods", "5"),
                                of("cpu", "500m", "memory", "0", "pods", "1")),
                        "pods \"web\" is forbidden: exceeded quota: dev, requested: cpu=600m, used: cpu=500m, limited: cpu=1"),
                new Refusal(
                        "each container must state what the quota limits",
                        small,
                        quota("dev", of("limits.cpu", "1", "limits.memory", "1"), Map.of()),
                        "pods \"web\" is forbidden: failed quota: dev: must specify limits.cpu for: main; limits.memory for:"
                                + " main"),
                new Refusal(
                        "nothing is admitted before the controller has counted",
                        small,
                        quota("dev", of("pods", "5"), Map.of()),
                        "pods \"web\" is forbidden: status unknown for quota: dev, resources: pods"),
                new Refusal(
                        "an update is charged for what it adds",
                        QuotaRequest.update(service("LoadBalancer"), service("ClusterIP")),
                        quota(
                                "dev",
                                of("services", "1", "services.loadbalancers", "0"),
                                of("services", "1", "services.loadbalancers", "0")),
                        "services \"web\" is forbidden: exceeded quota: dev, requested: services.loadbalancers=1, used:"
                                + " services.loadbalancers=0, limited: services.loadbalancers=0"));
    }

    private static KubernetesObject service(String type) {
        return ServiceBuilder.builder()
                .metadata(meta("web").withResourceVersion("1"))
                .spec(ServiceSpecBuilder.builder().type(type).build())
                .build();
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusesInUpstreamsWords(Refusal refusal) {
        var decision = QuotaMath.admit(refusal.request(), List.of(refusal.quota()), NOW);

        assertThat(decision.error()).isEqualTo(refusal.error());
        assertThat(decision.updates()).isEmpty();
    }

    @Test
    void anAdmittedWriteSaysWhichStatusToCommit() {
        var applies = quota("dev", of("pods", "3"), of("pods", "1"));
        var other = scoped(quota("batch", of("pods", "0"), of("pods", "0")), ResourceQuota.Scope.TERMINATING);

        var decision = QuotaMath.admit(QuotaRequest.create(pod("web", requesting())), List.of(other, applies), NOW);

        assertThat(decision.updates()).containsExactly(quota("dev", of("pods", "3"), of("pods", "2")));
        assertThat(Render.text(decision))
                .isEqualTo(
                        """
                + web: pods "web" fits into the quotas [quota.admit]
                  · batch: the object is not in its scopes [quota.does-not-apply]
                  + dev: has room (requested pods=1, used pods=1, hard pods=3) [quota.fits]
                """);
    }

    @Test
    void limitedResourcesNeedAQuotaThatCoversThem() {
        var limited = new LimitedResource("", "pods", List.of("gpu"), List.of());
        var gpuPod = QuotaRequest.create(pod("web", requesting("example.com/gpu", "1")));

        assertThat(QuotaMath.admit(gpuPod, List.of(), List.of(limited), NOW).error())
                .isEqualTo("pods \"web\" is forbidden: insufficient quota to consume: requests.example.com/gpu");
        var covering = quota("gpus", of("requests.example.com/gpu", "2"), of("requests.example.com/gpu", "0"));
        assertThat(QuotaMath.admit(gpuPod, List.of(covering), List.of(limited), NOW)
                        .allowed())
                .isTrue();
    }

    @Test
    void aPodThatStatesCpuOrMemoryAsAWholeNeedNotStateThemForItsContainers() {
        var quota = quota("dev", of("limits.cpu", "1", "pods", "3"), of("limits.cpu", "0", "pods", "0"));
        var silent = pod("web", requesting());
        var whole = new ResourceRequirements(of("cpu", "1"), of("cpu", "500m"), null);
        var stated = silent.withSpec(silent.spec().withResources(whole));

        assertThat(QuotaMath.admit(QuotaRequest.create(silent), List.of(quota), NOW)
                        .allowed())
                .isFalse();
        assertThat(QuotaMath.admit(QuotaRequest.create(stated), List.of(quota), NOW)
                        .updates())
                .containsExactly(quota("dev", of("limits.cpu", "1", "pods", "3"), of("limits.cpu", "1", "pods", "1")));
    }

    @Test
    void aScopeSelectsPodsByPriorityClass() {
        var selector = new ScopeSelector(
                List.of(new ScopedResourceSelectorRequirement("PriorityClass", "In", List.of("high"))));
        var high = quota("high", of("pods", "0"), of("pods", "0"));
        var quota = high.withSpec(high.spec().withScopeSelector(selector));
        var plain = pod("web", requesting());
        var important = plain.withSpec(plain.spec().withPriorityClassName("high"));

        assertThat(QuotaMath.admit(QuotaRequest.create(plain), List.of(quota), NOW)
                        .allowed())
                .isTrue();
        assertThat(QuotaMath.admit(QuotaRequest.create(important), List.of(quota), NOW)
                        .allowed())
                .isFalse();
    }

    private static PersistentVolumeClaim claim(@Nullable String wanted, @Nullable String current) {
        return PersistentVolumeClaimBuilder.builder()
                .metadata(meta("data"))
                .spec(PersistentVolumeClaimSpecBuilder.builder()
                        .volumeAttributesClassName(wanted)
                        .build())
                .status(PersistentVolumeClaimStatusBuilder.builder()
                        .currentVolumeAttributesClassName(current)
                        .build())
                .build();
    }

    @ParameterizedTest(name = "{0} {1}: wants {2}, has {3}: {4}")
    @CsvSource({
        "In, gold, gold, , true",
        "In, gold, silver, gold, true",
        "In, gold, silver, , false",
        "In, gold, , , false",
        "NotIn, gold, silver, , true",
        "NotIn, gold, , , true",
        "Exists, , gold, , true",
        "Exists, , , , false",
        "DoesNotExist, , , , true",
        "DoesNotExist, , gold, , false",
    })
    void aScopeSelectsClaimsByVolumeAttributesClass(
            String operator,
            @Nullable String value,
            @Nullable String wanted,
            @Nullable String current,
            boolean counts) {
        var selector = new ScopeSelector(List.of(new ScopedResourceSelectorRequirement(
                "VolumeAttributesClass", operator, value == null ? List.of() : List.of(value))));
        var none = quota("none", of("persistentvolumeclaims", "0"), of("persistentvolumeclaims", "0"));
        var quota = none.withSpec(none.spec().withScopeSelector(selector));

        assertThat(QuotaMath.admit(QuotaRequest.create(claim(wanted, current)), List.of(quota), NOW)
                        .allowed())
                .isEqualTo(!counts);
    }

    @Test
    void aResizeIsChargedForWhatItAdds() {
        var small = stored(pod("web", requesting("cpu", "1")));
        var large = stored(pod("web", requesting("cpu", "3")));
        var quota = quota("dev", of("requests.cpu", "4"), of("requests.cpu", "2"));

        assertThat(QuotaMath.admit(resize(large, small), List.of(quota), NOW).updates())
                .containsExactly(quota("dev", of("requests.cpu", "4"), of("requests.cpu", "4")));
        assertThat(QuotaMath.admit(resize(small, large), List.of(quota), NOW).updates())
                .isEmpty();
        assertThat(QuotaMath.admit(QuotaRequest.update(large, small), List.of(quota), NOW)
                        .updates())
                .as("other updates cannot change it")
                .isEmpty();
    }

    private static QuotaRequest resize(Pod now, Pod before) {
        return new QuotaRequest(
                QuotaRequest.Operation.UPDATE, GroupResource.of(Pod.class), "resize", "web", now, before);
    }

    private static Pod stored(Pod pod) {
        return pod.withMetadata(pod.metadata().withResourceVersion("1"));
    }

    @Test
    void anUpdateThatEntersAScopeIsChargedInFull() {
        var lasting = stored(pod("web", requesting("cpu", "1")));
        var ending = lasting.withSpec(lasting.spec().withActiveDeadlineSeconds(60L));
        var inScope = scoped(quota("batch", of("pods", "3"), of("pods", "1")), ResourceQuota.Scope.TERMINATING);

        assertThat(QuotaMath.admit(QuotaRequest.update(ending, lasting), List.of(inScope), NOW)
                        .updates())
                .extracting(quota -> quota.status().used())
                .containsExactly(of("pods", "2"));
        assertThat(QuotaMath.admit(QuotaRequest.update(lasting, ending), List.of(inScope), NOW)
                        .updates())
                .isEmpty();
    }

    @Test
    void nobodyIsPaidForNegativeRequests() {
        var quota = quota("dev", of("requests.cpu", "4"), of("requests.cpu", "2"));

        assertThat(QuotaMath.admit(QuotaRequest.create(pod("web", requesting("cpu", "-1"))), List.of(quota), NOW)
                        .error())
                .isEqualTo("pods \"web\" is forbidden: quota usage is negative for resource(s): cpu,requests.cpu");
    }

    @Test
    void aScopeThatCannotBeTestedIsAnErrorNotADenial() {
        var selector =
                new ScopeSelector(List.of(new ScopedResourceSelectorRequirement("PriorityClass", "Near", List.of())));
        var odd = quota("odd", of("pods", "1"), of("pods", "0"));
        var quota = odd.withSpec(odd.spec().withScopeSelector(selector));
        var request = QuotaRequest.create(pod("web", requesting()));

        assertThatThrownBy(() -> QuotaMath.admit(request, List.of(quota), NOW))
                .isInstanceOf(InvalidScopeException.class)
                .hasMessage("failed to parse and convert selector: \"Near\" is not a valid scope selector operator");
    }

    @Test
    void countsWhatANamespaceUses() {
        var quota = quota("dev", of("cpu", "4", "count/pods", "9", "secrets", "5"), of("secrets", "2"));
        var elsewhere = pod("other", requesting("cpu", "1"));
        var pods = List.of(
                pod("a", requesting("cpu", "250m")),
                pod("b", requesting("cpu", "1")),
                elsewhere.withMetadata(elsewhere.metadata().withNamespace("prod")));

        var usage = QuotaMath.calculate(quota, Map.of(GroupResource.of(Pod.class), pods), NOW);

        assertThat(usage.explain()).isEqualTo("quota dev: used count/pods=2,cpu=1250m,secrets=2");
        assertThat(usage.changes()).isTrue();
        assertThat(usage.charges()).extracting(QuotaUsage.Charge::name).containsExactly("a", "b");
    }
}

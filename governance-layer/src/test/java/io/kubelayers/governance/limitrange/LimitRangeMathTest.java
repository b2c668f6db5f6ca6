package io.kubelayers.governance.limitrange;

import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.ContainerBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimBuilder;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpec;
import io.kubelayers.nucleus.core.PersistentVolumeClaimSpecBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodBuilder;
import io.kubelayers.nucleus.core.PodSpecBuilder;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.value.Quantity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitRangeMathTest {
    private static final Map<String, Quantity> NONE = Map.of();

    @Test
    void aMaximumIsTheDefaultLimitAndTheDefaultLimitTheDefaultRequest() {
        var range = range(item(LimitType.CONTAINER, of("cpu", "2"), of("memory", "64Mi"), NONE, NONE, NONE));

        assertThat(LimitRangeDefaults.of(range).spec().limits())
                .containsExactly(item(
                        LimitType.CONTAINER,
                        of("cpu", "2"),
                        of("memory", "64Mi"),
                        of("cpu", "2"),
                        of("cpu", "2", "memory", "64Mi"),
                        NONE));
    }

    @Test
    void fillsInWhatContainersLeaveOpen() {
        var range = range(item(LimitType.CONTAINER, NONE, NONE, of("memory", "1Gi"), of("cpu", "100m"), NONE));

        var filled = LimitRangeMath.applyDefaults(pod(of("cpu", "1"), NONE), List.of(range));

        var resources = filled.pod().spec().containers().get(0).resources();
        assertThat(resources.requests()).isEqualTo(of("cpu", "1"));
        assertThat(resources.limits()).isEqualTo(of("memory", "1Gi"));
        assertThat(filled.pod().metadata().annotations())
                .containsEntry(PodDefaults.ANNOTATION, "LimitRanger plugin set: memory limit for container main");
        assertThat(filled.explain()).isEqualTo("memory limit for container main");
    }

    record Case(String sentence, LimitRange.Item item, Pod pod, String message) {
        @Override
        public String toString() {
            return sentence;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a minimum needs a request",
                        item(LimitType.CONTAINER, NONE, of("cpu", "100m"), NONE, NONE, NONE),
                        pod(NONE, NONE),
                        "minimum cpu usage per Container is 100m.  No request is specified"),
                new Case(
                        "a maximum needs a limit",
                        item(LimitType.CONTAINER, of("cpu", "1"), NONE, NONE, NONE, NONE),
                        pod(of("cpu", "2"), NONE),
                        "maximum cpu usage per Container is 1.  No limit is specified"),
                new Case(
                        "a pod is bounded by the sum of its containers",
                        item(LimitType.POD, of("memory", "1Gi"), NONE, NONE, NONE, NONE),
                        pod(NONE, of("memory", "1025Mi")),
                        "maximum memory usage per Pod is 1Gi, but limit is 1025Mi"),
                new Case(
                        "a ratio bounds overcommitment",
                        item(LimitType.CONTAINER, NONE, NONE, NONE, NONE, of("cpu", "1500m")),
                        pod(of("cpu", "500m"), of("cpu", "1")),
                        "cpu max limit to request ratio per Container is 1500m, but provided ratio is 2.000000"),
                new Case(
                        "several violations are told together",
                        item(LimitType.CONTAINER, of("cpu", "1"), of("cpu", "500m"), NONE, NONE, NONE),
                        pod(of("cpu", "100m"), of("cpu", "2")),
                        "[minimum cpu usage per Container is 500m, but request is 100m, maximum cpu usage per Container is"
                                + " 1, but limit is 2]"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void refusesInUpstreamsWords(Case example) {
        var decision = LimitRangeMath.check(example.pod(), List.of(range(example.item())));

        assertThat(decision.explain()).isEqualTo("pods \"web\" is forbidden: " + example.message());
    }

    @Test
    void whatAPodStatesAsAWholeStandsForItsContainersButForHugePages() {
        var range = range(
                item(LimitType.POD, of("cpu", "1", "memory", "1Gi", "hugepages-2Mi", "2Mi"), NONE, NONE, NONE, NONE));
        var containers = of("cpu", "100m", "memory", "64Mi", "hugepages-2Mi", "2Mi");
        var pod = pod(containers, containers);
        var whole = of("cpu", "2", "hugepages-2Mi", "8Mi");

        var decision = LimitRangeMath.check(
                pod.withSpec(pod.spec().withResources(new ResourceRequirements(whole, whole, null))), List.of(range));

        assertThat(decision.violations()).containsExactly("maximum cpu usage per Pod is 1, but limit is 2");
    }

    @Test
    void claimsAreBoundedByTheirRequest() {
        var range = range(
                item(LimitType.PERSISTENT_VOLUME_CLAIM, of("storage", "2Gi"), of("storage", "1Gi"), NONE, NONE, NONE));
        var claim = PersistentVolumeClaimBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("data").build())
                .spec(PersistentVolumeClaimSpecBuilder.builder()
                        .resources(new PersistentVolumeClaimSpec.VolumeResourceRequirements(null, of("storage", "5Gi")))
                        .build())
                .build();

        assertThat(Render.text(LimitRangeMath.check(claim, List.of(range))))
                .isEqualTo(
                        """
                - data: persistentvolumeclaims "data" is forbidden: maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 5Gi (limitRange bounds) [limitrange.check]
                  + claim: min storage 1Gi [limitrange.bound]
                  - claim: maximum storage usage per PersistentVolumeClaim is 2Gi, but request is 5Gi (bound max storage 2Gi) [limitrange.bound]
                """);
    }

    /** Filling in twice fills in no more, and nothing that was stated changes. */
    @Property
    void fillingInIsIdempotent(
            @ForAll("amounts") Map<String, Quantity> requests,
            @ForAll("amounts") Map<String, Quantity> limits,
            @ForAll("ranges") List<LimitRange> ranges) {
        var once = LimitRangeMath.applyDefaults(pod(requests, limits), ranges);
        var twice = LimitRangeMath.applyDefaults(once.pod(), ranges);

        assertThat(twice.pod()).isEqualTo(once.pod());
        assertThat(twice.changes()).isEmpty();
        var resources = once.pod().spec().containers().get(0).resources();
        assertThat(resources.requests()).containsAllEntriesOf(requests);
        assertThat(resources.limits()).containsAllEntriesOf(limits);
    }

    @Property
    void theDefaultsOfARangeAreIdempotent(@ForAll("ranges") List<LimitRange> ranges) {
        for (var range : ranges) {
            assertThat(LimitRangeDefaults.of(range)).isEqualTo(range);
        }
    }

    @Provide
    Arbitrary<List<LimitRange>> ranges() {
        return Combinators.combine(
                        Arbitraries.of(LimitType.CONTAINER, LimitType.POD), amounts(), amounts(), amounts(), amounts())
                .as((type, max, min, limit, request) ->
                        LimitRangeDefaults.of(range(item(type, max, min, limit, request, NONE))))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<Map<String, Quantity>> amounts() {
        return Arbitraries.maps(
                        Arbitraries.of("cpu", "memory", "example.com/gpu"),
                        Arbitraries.of("0", "100m", "1", "2Gi").map(Quantity::parse))
                .ofMaxSize(3);
    }

    private static LimitRange range(LimitRange.Item item) {
        return LimitRangeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("bounds").build())
                .spec(new LimitRange.Spec(List.of(item)))
                .build();
    }

    private static LimitRange.Item item(
            String type,
            Map<String, Quantity> max,
            Map<String, Quantity> min,
            Map<String, Quantity> limit,
            Map<String, Quantity> request,
            Map<String, Quantity> ratio) {
        return new LimitRange.Item(type, max, min, limit, request, ratio);
    }

    private static Pod pod(Map<String, Quantity> requests, Map<String, Quantity> limits) {
        var container = ContainerBuilder.builder()
                .name("main")
                .resources(new ResourceRequirements(limits, requests, null))
                .build();
        return PodBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("web").build())
                .spec(PodSpecBuilder.builder().containers(List.of(container)).build())
                .build();
    }
}

package io.kubelayers.nucleus.resources;

import static io.kubelayers.nucleus.resources.Pods.pod;
import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodResourcesTest {

    record Case(String name, Pods pod, PodResourceOptions options, String requests, String limits) {
        Case(String name, Pods pod, String requests, String limits) {
            this(name, pod, PodResourceOptions.DECLARED, requests, limits);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> declared() {
        return Stream.of(
                new Case("a pod that asks for nothing gets nothing", pod().run("web:"), "nothing", "nothing"),
                new Case(
                        "containers add up",
                        pod().run("web: cpu 1 memory 1Gi / cpu 2").run("log: cpu 100m / memory 64Mi"),
                        "cpu 1100m, memory 1Gi",
                        "cpu 2, memory 64Mi"),
                new Case(
                        "of init containers the greatest counts, for each resource on its own",
                        pod().init("a: cpu 2 memory 10Mi").init("b: memory 2Gi").run("web: cpu 1 memory 1Gi"),
                        "cpu 2, memory 2Gi",
                        "nothing"),
                new Case(
                        "init containers smaller than the containers don't count",
                        pod().init("a: cpu 1").run("web: cpu 700m").run("log: cpu 700m"),
                        "cpu 1400m",
                        "nothing"),
                new Case(
                        "a sidecar runs beside the containers",
                        pod().init("proxy+: cpu 100m / cpu 1").run("web: cpu 1 / cpu 2"),
                        "cpu 1100m",
                        "cpu 3"),
                new Case(
                        "a sidecar runs beside the init containers after it",
                        pod().init("proxy+: cpu 1").init("migrate: cpu 5").run("web: cpu 2"),
                        "cpu 6",
                        "nothing"),
                new Case(
                        "a sidecar does not run beside the init containers before it",
                        pod().init("migrate: cpu 5").init("proxy+: cpu 1").run("web: cpu 2"),
                        "cpu 5",
                        "nothing"),
                new Case(
                        "sidecars and init containers in turn",
                        pod().init("a+: cpu 100m")
                                .init("b: cpu 800m")
                                .init("c+: cpu 200m")
                                .init("d: cpu 900m")
                                .run("web: cpu 700m"),
                        "cpu 1200m",
                        "nothing"),
                new Case(
                        "overhead is added to requests, and to limits that are set and not zero",
                        pod().run("web: cpu 1 / memory 1Gi cpu 0").overhead("cpu 250m memory 64Mi pods 1"),
                        "cpu 1250m, memory 64Mi, pods 1",
                        "cpu 0, memory 1088Mi"),
                new Case(
                        "the pod as a whole stands in place of its containers",
                        pod().run("web: cpu 1 memory 1Gi / cpu 2").whole("cpu 4 / cpu 8 hugepages-2Mi 4Mi"),
                        "cpu 4, memory 1Gi",
                        "cpu 8, hugepages-2Mi 4Mi"),
                new Case(
                        "overhead is added to the pod as a whole too",
                        pod().run("web: cpu 1").whole("cpu 4").overhead("cpu 250m"),
                        "cpu 4250m",
                        "nothing"),
                new Case(
                        "only CPU, memory and huge pages can be set for the pod as a whole",
                        pod().run("web: gpu.example/x 1").whole("gpu.example/x 3 cpu 1 / gpu.example/x 3"),
                        "cpu 1, gpu.example/x 1",
                        "nothing"),
                new Case(
                        "limits of the pod as a whole leave its requests to the containers",
                        pod().run("web: cpu 1").whole("/ cpu 8"),
                        "cpu 1",
                        "cpu 8"));
    }

    static Stream<Case> options() {
        PodResourceOptions declared = PodResourceOptions.DECLARED;
        PodResourceOptions inForce = PodResourceOptions.IN_FORCE;
        PodResourceOptions wholeInForce = inForce.withInPlacePodLevelResources(true);
        return Stream.of(
                new Case(
                        "the specification alone ignores the status",
                        pod().run("web: cpu 1").status("web", "cpu 2", "cpu 3 / cpu 4"),
                        declared,
                        "cpu 1",
                        "nothing"),
                new Case(
                        "a pod that shrinks holds what it had until the node takes it",
                        pod().run("web: cpu 1 / cpu 1").status("web", "cpu 2", "cpu 2 / cpu 2"),
                        inForce,
                        "cpu 2",
                        "cpu 2"),
                new Case(
                        "a pod that grows holds what it will get",
                        pod().run("web: cpu 3 / cpu 3").status("web", "cpu 2", "cpu 1 / cpu 1"),
                        inForce,
                        "cpu 3",
                        "cpu 3"),
                new Case(
                        "what was granted counts before it is in force",
                        pod().run("web: cpu 1").status("web", "cpu 2", "cpu 1"),
                        inForce,
                        "cpu 2",
                        "nothing"),
                new Case(
                        "a deferred resize counts",
                        pod().run("web: cpu 9 / cpu 9")
                                .status("web", "cpu 2", "cpu 1 / cpu 1")
                                .resizePending("Deferred"),
                        inForce,
                        "cpu 9",
                        "cpu 9"),
                new Case(
                        "an infeasible resize does not",
                        pod().run("web: cpu 9 / cpu 9")
                                .status("web", "cpu 2", "cpu 1 / cpu 1")
                                .resizePending("Infeasible"),
                        inForce,
                        "cpu 2",
                        "cpu 1"),
                new Case(
                        "without a status the specification counts, infeasible or not",
                        pod().run("web: cpu 9").resizePending("Infeasible"),
                        inForce,
                        "cpu 9",
                        "nothing"),
                new Case(
                        "sidecars are resized, init containers are not",
                        pod().init("proxy+: cpu 1")
                                .init("migrate: cpu 1")
                                .run("web: cpu 1")
                                .status("proxy", "cpu 2", "cpu 2 / cpu 5")
                                .status("migrate", "cpu 90", "cpu 90 / cpu 90"),
                        inForce,
                        "cpu 3",
                        "cpu 5"),
                new Case(
                        "the status of the pod as a whole counts only if asked for",
                        pod().run("web: cpu 1").whole("cpu 4 / cpu 4").wholeStatus("cpu 6", "cpu 5 / cpu 7"),
                        inForce,
                        "cpu 4",
                        "cpu 4"),
                new Case(
                        "then the greatest of declared, granted and in force counts",
                        pod().run("web: cpu 1").whole("cpu 4 / cpu 4").wholeStatus("cpu 6", "cpu 5 / cpu 7"),
                        wholeInForce,
                        "cpu 6",
                        "cpu 7"),
                new Case(
                        "or of granted and in force if the resize is infeasible",
                        pod().run("web: cpu 1")
                                .whole("cpu 40 memory 1Gi / cpu 40")
                                .wholeStatus("cpu 6", "cpu 5 / cpu 7")
                                .resizePending("Infeasible"),
                        wholeInForce,
                        "cpu 6, memory 0",
                        "cpu 7"),
                new Case(
                        "overhead can be left out",
                        pod().run("web: cpu 1 / cpu 1").overhead("cpu 1"),
                        declared.withExcludeOverhead(true),
                        "cpu 1",
                        "cpu 1"),
                new Case(
                        "the pod as a whole can be left out",
                        pod().run("web: cpu 1 / cpu 1").whole("cpu 4 / cpu 4"),
                        declared.withSkipPodLevelResources(true),
                        "cpu 1",
                        "cpu 1"),
                new Case(
                        "containers can be left out of the requests",
                        pod().run("web: cpu 1 memory 1Gi / cpu 1").whole("cpu 4 / cpu 4"),
                        declared.withSkipContainerLevelResources(true),
                        "cpu 4",
                        "cpu 4"),
                new Case(
                        "requests can be assumed for containers that make none, even if others do",
                        pod().init("migrate:").run("web: cpu 0").run("log: memory 1Gi"),
                        declared.withNonMissingContainerRequests(ResourceList.of("cpu", "100m", "memory", "200Mi")),
                        "cpu 100m, memory 1224Mi",
                        "nothing"));
    }

    @ParameterizedTest
    @MethodSource({"declared", "options"})
    void effectiveResources(Case c) {
        Pod pod = c.pod().build();

        assertThat(ResourceList.text(PodResources.requests(pod, c.options()))).isEqualTo(c.requests());
        assertThat(ResourceList.text(PodResources.limits(pod, c.options()))).isEqualTo(c.limits());
    }

    @Test
    void aPodOfOneContainerCostsNoCopy() {
        Pod pod = pod().run("web: cpu 1 memory 1Gi").build();

        assertThat(PodResources.requests(pod))
                .isSameAs(pod.spec().containers().get(0).resources().requests());
    }

    @Property
    void phasesGiveWhatTheRunningTotalsOfUpstreamGive(@ForAll("pods") Pod pod) {
        assertThat(PodResources.requests(pod)).isEqualTo(reference(pod));
    }

    @Property
    void aPodNeverRequestsLessThanAnyOfItsContainers(@ForAll("pods") Pod pod) {
        Map<String, Quantity> requests = PodResources.requests(pod);

        Stream.concat(pod.spec().initContainers().stream(), pod.spec().containers().stream())
                .forEach(c -> assertThat(ResourceList.fits(c.resources().requests(), requests))
                        .isTrue());
    }

    /** Running totals: of all that stays, of the sidecars so far, and the peak of the init containers. */
    private static Map<String, Quantity> reference(Pod pod) {
        Map<String, Quantity> staying = new TreeMap<>();
        Map<String, Quantity> sidecars = new TreeMap<>();
        Map<String, Quantity> peak = new TreeMap<>();
        for (Container container : pod.spec().containers()) {
            add(staying, container.resources().requests());
        }
        for (Container container : pod.spec().initContainers()) {
            Map<String, Quantity> current = new TreeMap<>(sidecars);
            add(current, container.resources().requests());
            if (container.restartPolicy() != null) {
                add(staying, container.resources().requests());
                add(sidecars, container.resources().requests());
            }
            current.forEach((name, amount) -> peak.merge(name, amount, Quantity::max));
        }
        peak.forEach((name, amount) -> staying.merge(name, amount, Quantity::max));
        return staying;
    }

    private static void add(Map<String, Quantity> sum, Map<String, Quantity> more) {
        more.forEach((name, amount) -> sum.merge(name, amount, Quantity::add));
    }

    @Provide
    Arbitrary<Pod> pods() {
        Arbitrary<String> requests = Arbitraries.of("", " cpu 0", " cpu 1", " cpu 1500m memory 1Gi", " memory 7Mi");
        Arbitrary<String> containers = requests.map(text -> "c:" + text);
        Arbitrary<String> initContainers =
                requests.flatMap(text -> Arbitraries.of("i:", "i+:").map(name -> name + text));
        return initContainers
                .list()
                .ofMaxSize(5)
                .flatMap(init -> containers.list().ofMaxSize(3).map(run -> {
                    Pods pod = pod();
                    init.forEach(pod::init);
                    run.forEach(pod::run);
                    return pod.build();
                }));
    }
}

package io.kubelayers.governance.limitrange;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds limit ranges against the recorded answers of upstream's LimitRanger. */
public final class LimitRangeCases {
    private static final Codec CODEC =
            Codec.of(TypeRegistry.of(List.of(Pod.class, PersistentVolumeClaim.class, LimitRange.class)));

    private LimitRangeCases() {}

    public static void pod(GoldenCase c) {
        var ranges = ranges(c);
        assertThat(ranges).isEqualTo(read(c, "limitRangesDefaulted"));

        var pod = defaulted(CODEC.decode(c.part("pod").json(), Pod.class));
        var defaults = LimitRangeMath.applyDefaults(pod, ranges);
        assertThat(resources(defaults.pod().spec().containers())).isEqualTo(resources(c, "containers"));
        assertThat(resources(defaults.pod().spec().initContainers())).isEqualTo(resources(c, "initContainers"));
        assertThat(defaults.pod().metadata().annotations().getOrDefault(PodDefaults.ANNOTATION, ""))
                .isEqualTo(c.text("annotation"));

        var decision = LimitRangeMath.check(defaults.pod(), ranges);
        assertThat(decision.limitRange()).isEqualTo(c.text("failedLimitRange"));
        assertAnswer(decision, c);
    }

    public static void claim(GoldenCase c) {
        var claim = CODEC.decode(c.part("claim").json(), PersistentVolumeClaim.class);

        assertAnswer(LimitRangeMath.check(claim, ranges(c)), c);
    }

    private static void assertAnswer(LimitDecision decision, GoldenCase c) {
        assertThat(decision.allowed()).isEqualTo(c.flag("allowed"));
        assertThat(decision.violations().stream().sorted().toList()).isEqualTo(c.list("errors"));
    }

    private static List<LimitRange> ranges(GoldenCase c) {
        return read(c, "limitRanges").stream().map(LimitRangeDefaults::of).toList();
    }

    private static List<LimitRange> read(GoldenCase c, String field) {
        return c.list(field).stream()
                .map(tree -> CODEC.decode(Tree.map(tree), LimitRange.class))
                .toList();
    }

    private static Map<String, ResourceRequirements> resources(List<Container> containers) {
        var byName = new TreeMap<String, ResourceRequirements>();
        containers.forEach(container -> byName.put(container.name(), container.resources()));
        return byName;
    }

    private static Map<String, ResourceRequirements> resources(GoldenCase c, String field) {
        var byName = new TreeMap<String, ResourceRequirements>();
        for (var tree : c.list(field)) {
            byName.put(Tree.text(tree, "name"), CODEC.decode(Tree.map(tree), ResourceRequirements.class));
        }
        return byName;
    }

    /** The default of the API that matters here: a limit without a request is a request too. */
    private static Pod defaulted(Pod pod) {
        var spec = pod.spec();
        return pod.withSpec(
                spec.withContainers(defaulted(spec.containers())).withInitContainers(defaulted(spec.initContainers())));
    }

    private static List<Container> defaulted(List<Container> containers) {
        return containers.stream()
                .map(container -> {
                    var resources = container.resources();
                    var requests = new TreeMap<>(resources.limits());
                    requests.putAll(resources.requests());
                    return container.withResources(resources.withRequests(requests));
                })
                .toList();
    }
}

package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A pod with the resources that limit ranges filled in.
 *
 * @param pod the pod; if anything was filled in, with an annotation that says what
 * @param changes what was filled in
 */
public record PodDefaults(Pod pod, List<Change> changes) implements Explained {
    /** Annotation that tells what the last changing LimitRange filled in. */
    public static final String ANNOTATION = "kubernetes.io/limit-ranger";

    private static final String CONTAINER = "container";
    private static final String INIT_CONTAINER = "init container";

    /**
     * What was filled in in one container.
     *
     * @param limitRange name of the LimitRange
     * @param sentence upstream's words: {@code cpu, memory request for container web}
     */
    public record Change(String limitRange, String sentence) {}

    public PodDefaults {
        changes = List.copyOf(changes);
    }

    PodDefaults and(LimitRange range) {
        var requests = new TreeMap<String, Quantity>();
        var limits = new TreeMap<String, Quantity>();
        for (var item : range.spec().limits()) {
            if (item.type().equals(LimitType.CONTAINER)) {
                requests.putAll(item.defaultRequest());
                limits.putAll(item.defaultValue());
            }
        }
        var sentences = new ArrayList<String>();
        var containers = fill(CONTAINER, pod.spec().containers(), requests, limits, sentences);
        var initContainers = fill(INIT_CONTAINER, pod.spec().initContainers(), requests, limits, sentences);
        if (sentences.isEmpty()) {
            return this;
        }
        var annotations = new TreeMap<>(pod.metadata().annotations());
        annotations.put(ANNOTATION, "LimitRanger plugin set: " + String.join("; ", sentences));
        var filled = pod.withMetadata(pod.metadata().withAnnotations(annotations))
                .withSpec(pod.spec().withContainers(containers).withInitContainers(initContainers));
        var all = new ArrayList<>(changes);
        sentences.forEach(sentence -> all.add(new Change(range.metadata().nameOrEmpty(), sentence)));
        return new PodDefaults(filled, all);
    }

    private static List<Container> fill(
            String what,
            List<Container> containers,
            Map<String, Quantity> requests,
            Map<String, Quantity> limits,
            List<String> sentences) {
        var filled = new ArrayList<Container>(containers.size());
        for (var container : containers) {
            var given = container.resources();
            var more = new ResourceRequirements(
                    filled(given.limits(), limits), filled(given.requests(), requests), given.claims());
            tell("request", given.requests(), requests, what, container, sentences);
            tell("limit", given.limits(), limits, what, container, sentences);
            filled.add(more.equals(given) ? container : container.withResources(more));
        }
        return filled;
    }

    private static Map<String, Quantity> filled(Map<String, Quantity> given, Map<String, Quantity> defaults) {
        if (given.keySet().containsAll(defaults.keySet())) {
            return given;
        }
        var all = new TreeMap<>(defaults);
        all.putAll(given);
        return all;
    }

    private static void tell(
            String part,
            Map<String, Quantity> given,
            Map<String, Quantity> defaults,
            String what,
            Container container,
            List<String> sentences) {
        var set = new TreeSet<>(defaults.keySet());
        set.removeAll(given.keySet());
        if (!set.isEmpty()) {
            sentences.add(String.join(", ", set) + " " + part + " for " + what + " " + container.name());
        }
    }

    @Override
    public String explain() {
        if (changes.isEmpty()) {
            return "nothing is filled in";
        }
        return String.join("; ", changes.stream().map(Change::sentence).toList());
    }

    @Override
    public Finding finding() {
        var root = Finding.note("limitrange.defaults", pod.metadata().nameOrEmpty(), explain());
        for (var change : changes) {
            root = root.because(Finding.note("limitrange.default", change.limitRange(), change.sentence()));
        }
        return root;
    }
}

package io.kubelayers.nucleus.patch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Pods as trees, small enough to have much in common with one another. */
public final class PodTrees {
    private PodTrees() {}

    /** Pods with labels, finalizers and containers that have images and environments. */
    public static Arbitrary<Map<String, @Nullable Object>> pods() {
        var containers = names("web", "db", "log").flatMap(names -> Combinators.combine(
                        names.stream().map(PodTrees::container).toList())
                .as(list -> (List<Map<String, @Nullable Object>>) new ArrayList<>(list)));
        return Combinators.combine(labels(), finalizers(), containers).as((labels, finalizers, items) -> {
            var metadata = new LinkedHashMap<String, @Nullable Object>();
            metadata.put("name", "p");
            put("labels", labels, metadata);
            if (!finalizers.isEmpty()) {
                metadata.put("finalizers", finalizers);
            }
            var pod = new LinkedHashMap<String, @Nullable Object>();
            pod.put("apiVersion", "v1");
            pod.put("kind", "Pod");
            pod.put("metadata", metadata);
            if (!items.isEmpty()) {
                pod.put("spec", Map.of("containers", items));
            }
            return pod;
        });
    }

    private static void put(String name, Map<String, ?> value, Map<String, @Nullable Object> into) {
        if (!value.isEmpty()) {
            into.put(name, value);
        }
    }

    private static Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(Arbitraries.of("app", "tier", "team"), Arbitraries.of("1", "2"))
                .ofMaxSize(3);
    }

    /** In order: upstream forgets the order of scalars that come out of it. */
    private static Arbitrary<List<String>> finalizers() {
        return names("x/a", "x/b", "x/c").map(list -> list.stream().sorted().toList());
    }

    private static Arbitrary<List<String>> names(String... all) {
        return Arbitraries.shuffle(all)
                .flatMap(order -> Arbitraries.integers().between(0, all.length).map(n -> order.subList(0, n)));
    }

    private static Arbitrary<Map<String, @Nullable Object>> container(String name) {
        return Combinators.combine(Arbitraries.of("i:1", "i:2"), names("A", "B", "C"), Arbitraries.of("v", "w"))
                .as((image, variables, value) -> {
                    var container = new LinkedHashMap<String, @Nullable Object>();
                    container.put("name", name);
                    container.put("image", image);
                    if (!variables.isEmpty()) {
                        container.put(
                                "env",
                                variables.stream()
                                        .map(variable -> Map.of("name", variable, "value", value))
                                        .toList());
                    }
                    return container;
                });
    }
}

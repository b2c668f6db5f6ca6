package io.kubelayers.application.scheduling.golden;

import io.kubelayers.application.scheduling.framework.DisruptionBudgets;
import io.kubelayers.application.scheduling.framework.StorageClasses;
import io.kubelayers.golden.GoldenCase;
import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.core.TopologySelectorTerm.TopologySelectorLabelRequirement;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorBuilder;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the governance layer would answer about a recorded cluster; its kinds are not known here. */
final class GoldenAnswers {
    private GoldenAnswers() {}

    static StorageClasses storage(GoldenCase cluster) {
        return new StorageClasses() {
            @Override
            public Optional<ClassOfStorage> find(String name) {
                return trees(cluster, "storageClasses").stream()
                        .filter(tree -> name(tree).equals(name))
                        .findFirst()
                        .map(GoldenAnswers::storageClass);
            }

            @Override
            public List<FreeSpace> freeSpace(String className) {
                return trees(cluster, "csiStorageCapacities").stream()
                        .filter(tree -> className.equals(tree.get("storageClassName")))
                        .map(GoldenAnswers::freeSpace)
                        .toList();
            }
        };
    }

    private static StorageClasses.ClassOfStorage storageClass(Map<String, @Nullable Object> tree) {
        var topologies = new ArrayList<TopologySelectorTerm>();
        for (var term : list(tree.get("allowedTopologies"))) {
            topologies.add(new TopologySelectorTerm(list(map(term).get("matchLabelExpressions")).stream()
                    .map(expression -> new TopologySelectorLabelRequirement(
                            text(map(expression), "key"), texts(map(expression).get("values"))))
                    .toList()));
        }
        return new StorageClasses.ClassOfStorage(
                name(tree),
                text(tree, "provisioner"),
                "WaitForFirstConsumer".equals(tree.get("volumeBindingMode")),
                topologies);
    }

    private static StorageClasses.FreeSpace freeSpace(Map<String, @Nullable Object> tree) {
        var largest = tree.get("maximumVolumeSize") == null ? tree.get("capacity") : tree.get("maximumVolumeSize");
        return new StorageClasses.FreeSpace(
                selector(tree.get("nodeTopology")), largest == null ? null : Quantity.parse((String) largest));
    }

    static DisruptionBudgets budgets(GoldenCase cluster) {
        var budgets = new ArrayList<DisruptionBudgets.Budget>();
        for (var tree : trees(cluster, "podDisruptionBudgets")) {
            var status = map(tree.get("status"));
            budgets.add(new DisruptionBudgets.Budget(
                    text(map(tree.get("metadata")), "namespace"),
                    selector(map(tree.get("spec")).get("selector")),
                    ((Number) Optional.ofNullable(status.get("disruptionsAllowed"))
                                    .orElse(0L))
                            .intValue(),
                    status.get("disruptedPods") == null
                            ? Set.of()
                            : map(status.get("disruptedPods")).keySet()));
        }
        return () -> budgets;
    }

    private static @Nullable LabelSelector selector(@Nullable Object tree) {
        if (tree == null) {
            return null;
        }
        var expressions = new ArrayList<LabelSelectorRequirement>();
        for (var expression : list(map(tree).get("matchExpressions"))) {
            expressions.add(new LabelSelectorRequirement(
                    text(map(expression), "key"),
                    text(map(expression), "operator"),
                    texts(map(expression).get("values"))));
        }
        var labels = new TreeMap<String, String>();
        if (map(tree).get("matchLabels") != null) {
            map(map(tree).get("matchLabels")).forEach((key, value) -> labels.put(key, (String) value));
        }
        return LabelSelectorBuilder.builder()
                .matchLabels(labels)
                .matchExpressions(expressions)
                .build();
    }

    private static List<Map<String, @Nullable Object>> trees(GoldenCase cluster, String key) {
        var trees = new ArrayList<Map<String, @Nullable Object>>();
        if (cluster.has(key)) {
            cluster.list(key).forEach(tree -> trees.add(map(tree)));
        }
        return trees;
    }

    private static String name(Map<String, @Nullable Object> tree) {
        return text(map(tree.get("metadata")), "name");
    }

    private static String text(Map<String, @Nullable Object> tree, String key) {
        return (String) tree.getOrDefault(key, "");
    }

    private static List<?> list(@Nullable Object tree) {
        return tree == null ? List.of() : (List<?>) tree;
    }

    private static List<String> texts(@Nullable Object tree) {
        return list(tree).stream().map(String.class::cast).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object tree) {
        return tree == null ? Map.of() : (Map<String, @Nullable Object>) tree;
    }
}

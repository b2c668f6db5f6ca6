package io.kubelayers.nucleus.selector;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.meta.LabelSelectorRequirement;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.meta.OwnerReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Records from the plain trees of golden cases. */
final class PlainTrees {
    private PlainTrees() {}

    static LabelSelector labelSelector(@Nullable Object tree) {
        return new LabelSelector(
                texts(at(tree, "matchLabels")),
                list(
                        at(tree, "matchExpressions"),
                        each -> new LabelSelectorRequirement(
                                text(each, "key"), text(each, "operator"), strings(at(each, "values")))));
    }

    static ObjectMeta meta(@Nullable Object tree) {
        return new ObjectMeta(
                text(tree, "name"),
                text(tree, "generateName"),
                text(tree, "namespace"),
                null,
                text(tree, "uid"),
                text(tree, "resourceVersion"),
                at(tree, "generation") instanceof Number number ? number.longValue() : 0,
                time(tree, "creationTimestamp"),
                time(tree, "deletionTimestamp"),
                (Long) at(tree, "deletionGracePeriodSeconds"),
                texts(at(tree, "labels")),
                texts(at(tree, "annotations")),
                list(
                        at(tree, "ownerReferences"),
                        each -> new OwnerReference(
                                text(each, "apiVersion"),
                                text(each, "kind"),
                                text(each, "name"),
                                text(each, "uid"),
                                (Boolean) at(each, "controller"),
                                (Boolean) at(each, "blockOwnerDeletion"))),
                strings(at(tree, "finalizers")),
                list(
                        at(tree, "managedFields"),
                        each -> new ManagedFieldsEntry(
                                text(each, "manager"),
                                text(each, "operation"),
                                text(each, "apiVersion"),
                                null,
                                text(each, "fieldsType"),
                                null,
                                text(each, "subresource"))));
    }

    static Map<String, String> texts(@Nullable Object tree) {
        var texts = new TreeMap<String, String>();
        if (tree instanceof Map<?, ?> map) {
            map.forEach((key, value) -> texts.put((String) key, (String) value));
        }
        return texts;
    }

    static List<String> strings(@Nullable Object tree) {
        return list(tree, String.class::cast);
    }

    static <T> List<T> list(@Nullable Object tree, Function<Object, T> item) {
        return tree instanceof List<?> list ? list.stream().<T>map(item::apply).toList() : List.of();
    }

    private static @Nullable Instant time(@Nullable Object tree, String field) {
        var text = text(tree, field);
        return text.isEmpty() ? null : Instant.parse(text);
    }

    static String text(@Nullable Object tree, String field) {
        return at(tree, field) instanceof String text ? text : "";
    }

    static @Nullable Object at(@Nullable Object tree, String field) {
        return tree instanceof Map<?, ?> map ? map.get(field) : null;
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects as YAML and JSON, without the record of who wrote which field, as kubectl prints them. */
final class ObjectText {
    private final Codec codec;

    ObjectText(TypeRegistry types) {
        codec = Codec.of(types);
    }

    String yaml(List<KubernetesObject> objects, boolean alone) {
        return Codec.yaml(tree(objects, alone));
    }

    String json(List<KubernetesObject> objects, boolean alone) {
        return Codec.prettyJson(tree(objects, alone)) + "\n";
    }

    /** One object by itself, or a List of several. */
    private Map<String, @Nullable Object> tree(List<KubernetesObject> objects, boolean alone) {
        if (alone && objects.size() == 1) {
            return tree(objects.get(0));
        }
        var items = new ArrayList<@Nullable Object>(objects.size());
        for (var object : objects) {
            items.add(tree(object));
        }
        var list = new LinkedHashMap<String, @Nullable Object>();
        list.put("apiVersion", "v1");
        list.put("items", items);
        list.put("kind", "List");
        list.put("metadata", Map.of("resourceVersion", ""));
        return list;
    }

    Map<String, @Nullable Object> tree(KubernetesObject object) {
        return codec.toTree(object.withMetadata(object.metadata().withManagedFields(List.of())));
    }
}

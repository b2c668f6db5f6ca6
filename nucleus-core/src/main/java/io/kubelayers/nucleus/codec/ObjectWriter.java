package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes whole objects: kind and apiVersion, then the fields. Dynamic objects have all their keys sorted. */
final class ObjectWriter {
    private static final String KIND = "\"kind\":";
    private static final String API_VERSION = "\"apiVersion\":";
    private static final String METADATA = "\"metadata\":";
    private static final String ITEMS = "\"items\":";

    private final TypeRegistry types;

    ObjectWriter(TypeRegistry types) {
        this.types = types;
    }

    void write(Object value, Sink out) {
        if (value instanceof DynamicObject dynamic) {
            out.tree(tree(dynamic));
            return;
        }
        var codec = ValueCodecs.struct(value.getClass());
        open(codec, value.getClass(), out);
        codec.writeFields(value, out);
        out.endObject();
    }

    /** Writes an object of a kind that has a record; where in the text its fields begin. */
    int write(KubernetesObject object, JsonSink out) {
        var codec = ValueCodecs.struct(object.getClass());
        open(codec, object.getClass(), out);
        int fields = out.length() + 1; // behind the comma
        codec.writeFields(object, out);
        out.endObject();
        return fields;
    }

    private void open(StructCodec codec, Class<?> type, Sink out) {
        out.startObject();
        if (codec.hasTypeMeta()) {
            GroupVersionKind kind = types.kindOf(type);
            typeMeta(kind.kind(), GroupVersion.text(kind.group(), kind.version()), out);
        }
    }

    void write(ObjectList<?> list, ResourceType type, Sink out) {
        if (type.dynamic()) {
            out.tree(tree(list, type));
            return;
        }
        out.startObject();
        typeMeta(type.listKind(), type.apiVersion(), out);
        out.key("metadata", METADATA);
        ValueCodecs.struct(ListMeta.class).write(list.metadata(), out);
        out.key("items", ITEMS);
        out.startArray();
        for (KubernetesObject item : list.items()) {
            if (item instanceof DynamicObject dynamic) {
                out.tree(tree(dynamic));
            } else {
                out.startObject();
                ValueCodecs.struct(item.getClass()).writeFields(item, out);
                out.endObject();
            }
        }
        out.endArray();
        out.endObject();
    }

    private static void typeMeta(String kind, String apiVersion, Sink out) {
        out.key("kind", KIND);
        out.string(kind);
        out.key("apiVersion", API_VERSION);
        out.string(apiVersion);
    }

    private static Map<String, @Nullable Object> tree(DynamicObject object) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        object.fields().forEach((name, value) -> tree.put(name, sorted(value)));
        tree.put("apiVersion", object.apiVersion());
        tree.put("kind", object.kind());
        TreeSink metadata = new TreeSink();
        ValueCodecs.struct(ObjectMeta.class).write(object.metadata(), metadata);
        tree.put("metadata", sorted(metadata.result()));
        return tree;
    }

    private static Map<String, @Nullable Object> tree(ObjectList<?> list, ResourceType type) {
        Map<String, @Nullable Object> tree = new TreeMap<>();
        tree.put("apiVersion", type.apiVersion());
        tree.put("kind", type.listKind());
        TreeSink metadata = new TreeSink();
        ValueCodecs.struct(ListMeta.class).write(list.metadata(), metadata);
        var shown = new TreeMap<String, @Nullable Object>();
        shown.put("continue", ""); // always there, unlike in lists of built-in kinds
        if (sorted(metadata.result()) instanceof Map<?, ?> set) {
            set.forEach((name, value) -> shown.put((String) name, value));
        }
        tree.put("metadata", shown);
        List<Object> items = new ArrayList<>(list.items().size());
        for (KubernetesObject item : list.items()) {
            items.add(tree((DynamicObject) item));
        }
        tree.put("items", items);
        return tree;
    }

    private static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new TreeMap<>();
            map.forEach((key, value) -> copy.put((String) key, sorted(value)));
            return copy;
        } else if (tree instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(sorted(item)));
            return copy;
        }
        return tree;
    }
}

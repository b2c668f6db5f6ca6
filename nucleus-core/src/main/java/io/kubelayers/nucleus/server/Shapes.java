package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apply.Shape;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.View;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the fields of each kind merge: built-in ones by their records, custom ones by the schemas of their definitions. */
final class Shapes {
    private final Supplier<TypeRegistry> types;
    private volatile Map<GroupVersionKind, Shape> custom = Map.of();

    Shapes(Supplier<TypeRegistry> types) {
        this.types = types;
    }

    /** Reads the schemas of all definitions. */
    void refresh(View view, String definitions) {
        var shapes = new HashMap<GroupVersionKind, Shape>();
        for (var stored : view.list(Prefix.all(definitions))) {
            if (stored.object() instanceof CustomResourceDefinition definition) {
                add(definition, shapes);
            }
        }
        custom = Map.copyOf(shapes);
    }

    private static void add(CustomResourceDefinition definition, Map<GroupVersionKind, Shape> shapes) {
        var spec = definition.spec();
        for (var version : spec.versions()) {
            var validation = version.schema();
            var schema = validation == null ? null : validation.openAPIV3Schema();
            if (schema != null) {
                shapes.put(
                        new GroupVersionKind(
                                spec.group(), version.name(), spec.names().kind()),
                        Shape.of(schema));
            }
        }
    }

    /** The shape of a kind's objects; null if nothing is known of it. */
    @Nullable
    Shape of(ResourceType type) {
        var record = type.record();
        return record != null && record.isRecord()
                ? Shape.of(record.asSubclass(Record.class))
                : custom.get(type.groupVersionKind());
    }

    /** The same kind in another version; null if it is not served. */
    @Nullable
    ResourceType version(ResourceType type, String apiVersion) {
        var version = GroupVersion.parse(apiVersion);
        return types.get()
                .byKind(new GroupVersionKind(version.group(), version.version(), type.kind()))
                .orElse(null);
    }
}

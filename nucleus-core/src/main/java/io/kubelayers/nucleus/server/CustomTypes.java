package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.View;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import io.kubelayers.nucleus.types.TableColumn;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The kinds that CustomResourceDefinitions add. */
final class CustomTypes {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private CustomTypes() {}

    /** The built-in kinds and those that the stored definitions serve. */
    static TypeRegistry registry(TypeRegistry builtIn, View view, String definitions) {
        var registry = builtIn;
        for (var stored : view.list(Prefix.all(definitions))) {
            if (stored.object() instanceof CustomResourceDefinition definition) {
                registry = registry.with(types(definition));
            }
        }
        return registry;
    }

    private static List<ResourceType> types(CustomResourceDefinition definition) {
        var types = new ArrayList<ResourceType>();
        for (var version : definition.spec().versions()) {
            if (version.served()) {
                types.add(type(definition, version));
            }
        }
        return types;
    }

    private static ResourceType type(CustomResourceDefinition definition, CustomResourceDefinition.Version version) {
        var spec = definition.spec();
        var names = spec.names();
        var columns = new ArrayList<TableColumn>();
        columns.add(new TableColumn("Name", "string", "name", "", 0, ".metadata.name"));
        for (var column : version.additionalPrinterColumns()) {
            columns.add(new TableColumn(
                    column.name(),
                    column.type(),
                    orEmpty(column.format()),
                    orEmpty(column.description()),
                    column.priority(),
                    column.jsonPath()));
        }
        if (version.additionalPrinterColumns().isEmpty()) {
            columns.add(new TableColumn("Age", "date", "", "", 0, ".metadata.creationTimestamp"));
        }
        return new ResourceType(
                spec.group(),
                version.name(),
                names.kind(),
                names.listKind() == null ? names.kind() + "List" : names.listKind(),
                names.plural(),
                names.singular() == null ? names.kind().toLowerCase(Locale.ROOT) : names.singular(),
                spec.scope().equals("Cluster") ? Scope.CLUSTER : Scope.NAMESPACED,
                names.shortNames(),
                names.categories(),
                VERBS,
                subresources(version),
                columns,
                version.selectableFields().stream()
                        .map(field -> field.jsonPath().substring(1))
                        .toList(),
                null,
                null,
                "",
                true);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<SubresourceType> subresources(CustomResourceDefinition.Version version) {
        var subresources = new ArrayList<SubresourceType>();
        var declared = version.subresources();
        if (declared != null && declared.status() != null) {
            subresources.add(new SubresourceType("status", List.of("get", "patch", "update"), ""));
        }
        if (declared != null && declared.scale() != null) {
            subresources.add(new SubresourceType("scale", List.of("get", "patch", "update"), "Scale"));
        }
        return subresources;
    }

    /** A custom object in the version that is asked for; conversion None changes the apiVersion alone. */
    static KubernetesObject asServed(ResourceType type, KubernetesObject held) {
        if (held instanceof DynamicObject dynamic && !dynamic.apiVersion().equals(type.apiVersion())) {
            return new DynamicObject(type.apiVersion(), dynamic.kind(), dynamic.metadata(), dynamic.fields());
        }
        return held;
    }
}

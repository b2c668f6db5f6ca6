package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.SubresourceType;
import io.kubelayers.nucleus.types.TableColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kinds that CustomResourceDefinitions add. */
final class CustomTypes {
    private static final List<String> VERBS =
            List.of("delete", "deletecollection", "get", "list", "patch", "create", "update", "watch");

    private static final String COLUMN = "Custom resource definition column (in JSONPath format): ";
    private static final String NAME =
            "Name must be unique within a namespace. Is required when creating resources, although some resources may"
                    + " allow a client to request the generation of an appropriate name automatically. Name is primarily"
                    + " intended for creation idempotence and configuration definition. Cannot be updated. More info:"
                    + " https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";
    private static final String CREATED =
            "CreationTimestamp is a timestamp representing the server time when this object was created. It is not"
                    + " guaranteed to be set in happens-before order across separate operations. Clients may not set this"
                    + " value. It is represented in RFC3339 form and is in UTC.\n\nPopulated by the system. Read-only."
                    + " Null for lists. More info:"
                    + " https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";

    private CustomTypes() {}

    /** One for each version that is served. */
    static List<ResourceType> of(CustomResourceDefinition definition) {
        var types = new ArrayList<ResourceType>();
        for (var version : definition.spec().versions()) {
            if (version.served()) {
                types.add(type(definition, version));
            }
        }
        return types;
    }

    /** The version in which objects are held, whether it is served or not. */
    static Optional<ResourceType> held(CustomResourceDefinition definition) {
        return definition.spec().versions().stream()
                .filter(CustomResourceDefinition.Version::storage)
                .findFirst()
                .map(version -> type(definition, version));
    }

    private static ResourceType type(CustomResourceDefinition definition, CustomResourceDefinition.Version version) {
        var spec = definition.spec();
        var names = definition.status().acceptedNames();
        var columns = new ArrayList<TableColumn>();
        columns.add(new TableColumn("Name", "string", "name", NAME, 0, ".metadata.name"));
        for (var column : version.additionalPrinterColumns()) {
            columns.add(new TableColumn(
                    column.name(),
                    column.type(),
                    orEmpty(column.format()),
                    column.description() == null ? COLUMN + column.jsonPath() : column.description(),
                    column.priority(),
                    column.jsonPath()));
        }
        if (version.additionalPrinterColumns().isEmpty()) {
            columns.add(new TableColumn("Age", "date", "", CREATED, 0, ".metadata.creationTimestamp"));
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
}

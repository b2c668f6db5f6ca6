package io.kubelayers.nucleus.types;

import io.kubelayers.nucleus.api.Column;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.api.Scope;
import io.kubelayers.nucleus.api.Subresource;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A kind as the API serves it: names, scope, verbs, subresources, table columns; read from {@link Kind} on a record, or
 * made for a custom resource definition (then it has no record, and its objects are {@link DynamicObject}s).
 *
 * @param group API group; empty is the core group
 * @param version API version, such as v1
 * @param kind kind in upper camel case
 * @param listKind kind of lists, usually the kind with {@code List} after it
 * @param plural lower-case plural used in paths
 * @param singular lower-case singular
 * @param scope whether objects live in a namespace
 * @param shortNames abbreviations that kubectl understands, such as {@code po}
 * @param categories groups of resources it belongs to, such as {@code all}
 * @param verbs what can be done with it, sorted
 * @param subresources its subresources
 * @param columns table columns in print order; empty means the server's fallback table
 * @param fieldSelectors fields that can be selected on, beside metadata.name and metadata.namespace
 * @param record class of its objects; null means {@link DynamicObject}
 * @param hub record in which objects are held, where another served version is the hub; null means its own
 * @param storageResource resource under which the store keeps its objects, {@code apps/deployments}; empty means its own
 * @param served false for kinds that an extension serves, not the main server
 */
@RecordBuilder
public record ResourceType(
        String group,
        String version,
        String kind,
        String listKind,
        String plural,
        String singular,
        Scope scope,
        List<String> shortNames,
        List<String> categories,
        List<String> verbs,
        List<SubresourceType> subresources,
        List<TableColumn> columns,
        List<String> fieldSelectors,
        @Nullable Class<? extends KubernetesObject> record,
        @Nullable Class<? extends KubernetesObject> hub,
        String storageResource,
        boolean served)
        implements ResourceTypeBuilder.With {
    private static final ClassValue<ResourceType> OF_RECORDS = new ClassValue<>() {
        @Override
        protected ResourceType computeValue(Class<?> record) {
            return read(record);
        }
    };

    public ResourceType {
        listKind = listKind == null || listKind.isEmpty() ? kind.concat("List") : listKind;
        singular = singular == null || singular.isEmpty() ? kind.toLowerCase(Locale.ROOT) : singular;
        scope = scope == null ? Scope.NAMESPACED : scope;
        shortNames = copy(shortNames);
        categories = copy(categories);
        verbs = copy(verbs);
        subresources = copy(subresources);
        columns = copy(columns);
        fieldSelectors = copy(fieldSelectors);
        storageResource =
                storageResource == null || storageResource.isEmpty() ? storageResource(group, plural) : storageResource;
    }

    private static String storageResource(String group, String plural) {
        return (group.isEmpty() ? plural : group + "/" + plural).intern();
    }

    private static String storageResource(Kind kind) {
        Kind held = kind.hub() == void.class ? kind : kind.hub().getAnnotation(Kind.class);
        return storageResource(held.group(), held.plural());
    }

    private static <T> List<T> copy(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /**
     * Reads the {@link Kind} of a record class.
     *
     * @throws IllegalArgumentException if it has none or is no {@link KubernetesObject}
     */
    public static ResourceType of(Class<?> record) {
        return OF_RECORDS.get(record);
    }

    private static ResourceType read(Class<?> record) {
        Kind kind = record.getAnnotation(Kind.class);
        if (kind == null) {
            throw new IllegalArgumentException(record.getName() + " has no @Kind");
        }
        List<SubresourceType> subresources = new ArrayList<>(kind.subresources().length);
        for (Subresource subresource : kind.subresources()) {
            subresources.add(SubresourceType.of(subresource));
        }
        List<TableColumn> columns = new ArrayList<>(kind.columns().length);
        for (Column column : kind.columns()) {
            columns.add(TableColumn.of(column));
        }
        return new ResourceType(
                kind.group(),
                kind.version(),
                kind.kind().isEmpty() ? record.getSimpleName() : kind.kind(),
                "",
                kind.plural(),
                kind.singular(),
                kind.scope(),
                List.of(kind.shortNames()),
                List.of(kind.categories()),
                List.of(kind.verbs()),
                subresources,
                columns,
                List.of(kind.fieldSelectors()),
                record.asSubclass(KubernetesObject.class),
                kind.hub() == void.class ? null : kind.hub().asSubclass(KubernetesObject.class),
                storageResource(kind),
                kind.served());
    }

    /** The {@code apiVersion} of its objects, such as {@code apps/v1}. */
    public String apiVersion() {
        return GroupVersion.text(group, version);
    }

    public GroupVersionKind groupVersionKind() {
        return new GroupVersionKind(group, version, kind);
    }

    public GroupVersionResource groupVersionResource() {
        return new GroupVersionResource(group, version, plural);
    }

    /** The plural with its group, as messages name a resource: {@code deployments.apps}, or {@code pods}. */
    public String groupResource() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    public boolean namespaced() {
        return scope == Scope.NAMESPACED;
    }

    /** Whether its objects have no record of their own. */
    public boolean dynamic() {
        return record == null;
    }

    /** The subresource of that name. */
    public Optional<SubresourceType> subresource(String name) {
        for (SubresourceType subresource : subresources) {
            if (subresource.name().equals(name)) {
                return Optional.of(subresource);
            }
        }
        return Optional.empty();
    }

    /** Whether this is the resource of that record class. */
    public boolean is(Class<? extends KubernetesObject> kind) {
        return kind == record;
    }
}

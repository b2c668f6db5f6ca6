package io.kubelayers.nucleus.types;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.GroupVersionResource;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kinds a server or client knows, upstream's scheme and REST mapper in one: from class to kind, from kind or path to
 * resource, from what people type to resource.
 *
 * <p>Immutable; {@link #with} and {@link #without} give changed copies, which is how custom resource definitions come and
 * go. A copy costs time linear in the number of kinds (microseconds), lookups are hash lookups. Field schemas are not
 * touched here, so that a registry of all built-in kinds is ready in milliseconds.
 *
 * <pre>{@code
 * TypeRegistry types = TypeRegistry.of(NucleusKinds.ALL);
 * types.resolve("po").get().plural();                       // pods
 * types.byClass(Pod.class).get().apiVersion();              // v1
 * }</pre>
 */
public final class TypeRegistry {
    // keys are joined texts: hashing a record for the first time costs more than building the whole registry
    private final Map<String, ResourceType> byResource;
    private final Map<String, Class<?>> plainTypes;
    private final Map<String, List<ResourceType>> byPlural = new HashMap<>(); // asked by each request: makes no text
    private final Map<String, ResourceType> byKind = new HashMap<>();
    private final Map<Class<?>, ResourceType> byClass = new HashMap<>();
    private final Map<Class<?>, GroupVersionKind> kinds = new HashMap<>();
    private final Map<String, List<String>> versions = new LinkedHashMap<>();
    private final ResourceNames names;

    private TypeRegistry(Map<String, ResourceType> byResource, Map<String, Class<?>> plainTypes) {
        this.byResource = byResource;
        this.plainTypes = plainTypes;
        for (Class<?> plain : plainTypes.values()) {
            kinds.put(plain, plainKind(plain));
        }
        for (ResourceType type : byResource.values()) {
            byPlural.computeIfAbsent(type.plural(), plural -> new ArrayList<>(2))
                    .add(type);
            byKind.put(key(type.group(), type.version(), type.kind()), type);
            Class<? extends KubernetesObject> record = type.record();
            if (record != null) {
                byClass.put(record, type);
                kinds.put(record, type.groupVersionKind());
            }
            List<String> known = versions.get(type.group());
            if (known == null) {
                known = new ArrayList<>(2);
                versions.put(type.group(), known);
            }
            if (!known.contains(type.version())) {
                known.add(type.version());
            }
        }
        for (List<String> known : versions.values()) {
            if (known.size() > 1) {
                known.sort(VersionOrder.BEST_FIRST);
            }
        }
        names = new ResourceNames(byResource.values(), this);
    }

    private static String key(String group, String version, String name) {
        return group.concat("/").concat(version).concat("/").concat(name);
    }

    private static GroupVersionKind plainKind(Class<?> record) {
        ApiType type = record.getAnnotation(ApiType.class);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + " has neither @Kind nor @ApiType");
        }
        return new GroupVersionKind(
                type.group(), type.version(), type.kind().isEmpty() ? record.getSimpleName() : type.kind());
    }

    /** A registry without kinds. */
    public static TypeRegistry empty() {
        return new TypeRegistry(Map.of(), Map.of());
    }

    /**
     * A registry of record classes: those with {@link Kind} become resources, those with {@link ApiType} are known to
     * the codec only. Their order is that of groups in discovery, and decides which group a bare name means.
     *
     * @throws IllegalArgumentException if a class has neither annotation
     */
    public static TypeRegistry of(List<Class<?>> records) {
        return empty().withAll(records);
    }

    /** This registry with more record classes, after those it has. */
    public TypeRegistry withAll(Collection<Class<?>> records) {
        Map<String, ResourceType> more = new LinkedHashMap<>(byResource);
        Map<String, Class<?>> plain = new LinkedHashMap<>(plainTypes);
        for (Class<?> record : records) {
            if (record.isAnnotationPresent(Kind.class)) {
                put(ResourceType.of(record), more);
            } else {
                GroupVersionKind kind = plainKind(record);
                plain.put(key(kind.group(), kind.version(), kind.kind()), record);
            }
        }
        return new TypeRegistry(more, plain);
    }

    private static void put(ResourceType type, Map<String, ResourceType> resources) {
        resources.put(key(type.group(), type.version(), type.plural()), type);
    }

    /** This registry with one more resource, or with it in place of the one of the same group, version and plural. */
    public TypeRegistry with(ResourceType type) {
        return with(List.of(type));
    }

    /** This registry with more resources. */
    public TypeRegistry with(Collection<ResourceType> types) {
        Map<String, ResourceType> more = new LinkedHashMap<>(byResource);
        for (ResourceType type : types) {
            put(type, more);
        }
        return new TypeRegistry(more, plainTypes);
    }

    /** This registry without a resource; the same registry if it has none such. */
    public TypeRegistry without(GroupVersionResource resource) {
        Map<String, ResourceType> fewer = new LinkedHashMap<>(byResource);
        if (fewer.remove(key(resource.group(), resource.version(), resource.resource())) == null) {
            return this;
        }
        return new TypeRegistry(fewer, plainTypes);
    }

    /** All resources, in order of registration. */
    public List<ResourceType> resources() {
        return List.copyOf(byResource.values());
    }

    /** The resource of a kind in one version. */
    public Optional<ResourceType> byKind(GroupVersionKind kind) {
        return Optional.ofNullable(byKind.get(key(kind.group(), kind.version(), kind.kind())));
    }

    /** The resource of a path. */
    public Optional<ResourceType> byResource(GroupVersionResource resource) {
        List<ResourceType> ofThatName = byPlural.get(resource.resource());
        if (ofThatName != null) {
            for (int i = 0; i < ofThatName.size(); i++) {
                ResourceType type = ofThatName.get(i);
                if (type.version().equals(resource.version()) && type.group().equals(resource.group())) {
                    return Optional.of(type);
                }
            }
        }
        return Optional.empty();
    }

    /** The resource whose objects are of that record class. */
    public Optional<ResourceType> byClass(Class<?> record) {
        return Optional.ofNullable(byClass.get(record));
    }

    /**
     * Group, version and kind of a record class, be it a resource or another API type.
     *
     * @throws IllegalArgumentException if the class is not registered
     */
    public GroupVersionKind kindOf(Class<?> record) {
        GroupVersionKind kind = kinds.get(record);
        if (kind == null) {
            throw new IllegalArgumentException("no kind is registered for the type " + record.getName());
        }
        return kind;
    }

    /** The record class of a kind; empty for unknown kinds and for those without a record. */
    public Optional<Class<?>> recordOf(GroupVersionKind kind) {
        String key = key(kind.group(), kind.version(), kind.kind());
        ResourceType type = byKind.get(key);
        return type == null ? Optional.ofNullable(plainTypes.get(key)) : Optional.ofNullable(type.record());
    }

    /**
     * The resource people mean: a plural, singular, short name or kind, in any case, alone or with group ({@code
     * deployments.apps}, {@code deploy.apps}) or with version and group ({@code deployments.v1.apps}).
     *
     * <p>A bare name that several groups use means the group registered first; without a version the group's preferred
     * one. Source: kubectl's resource builder and {@code restmapper} shortcut expansion.
     */
    public Optional<ResourceType> resolve(String text) {
        return names.resolve(text);
    }

    /** The groups in order of registration; the core group is "". */
    public List<String> groups() {
        return List.copyOf(versions.keySet());
    }

    /** The versions of a group, preferred one first; empty for an unknown group. */
    public List<String> versions(String group) {
        return List.copyOf(versions.getOrDefault(group, List.of()));
    }

    /**
     * The version of a group that discovery recommends.
     *
     * @throws IllegalArgumentException if the group is not registered
     */
    public String preferredVersion(String group) {
        List<String> known = versions.getOrDefault(group, List.of());
        if (known.isEmpty()) {
            throw new IllegalArgumentException("no kind is registered in group \"" + group + "\"");
        }
        return known.get(0);
    }

    /**
     * The resource of a record class.
     *
     * @throws IllegalArgumentException if the registry does not have it
     */
    public ResourceType typeOf(Class<? extends KubernetesObject> record) {
        return byClass(record)
                .orElseThrow(() -> new IllegalArgumentException("no resource has the type " + record.getName()));
    }

    /**
     * The resource that an object belongs to.
     *
     * @throws IllegalArgumentException if the registry does not have it
     */
    public ResourceType typeOf(KubernetesObject object) {
        if (object instanceof DynamicObject dynamic) {
            GroupVersion version = GroupVersion.parse(dynamic.apiVersion());
            return byKind(new GroupVersionKind(version.group(), version.version(), dynamic.kind()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "no resource has the kind " + dynamic.kind() + " in version " + dynamic.apiVersion()));
        }
        return typeOf(object.getClass());
    }
}

package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.apply.ApplyVersions;
import io.kubelayers.nucleus.apply.FieldSet;
import io.kubelayers.nucleus.apply.ServerSideApply;
import io.kubelayers.nucleus.apply.Shape;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Who keeps track of the fields of a kind, in a version, through a subresource: made once for each (apimachinery
 * {@code managedfields/fieldmanager.go}).
 */
final class FieldManagers {
    private record Place(Object kind, String apiVersion, String subresource) {}

    private final Trees trees;
    private final Versions versions;
    private final Rules rules;
    private final Shapes shapes;
    private final Map<Place, ServerSideApply> byPlace = new ConcurrentHashMap<>();
    private final Map<Class<?>, Set<String>> resets = new ConcurrentHashMap<>();

    FieldManagers(Trees trees, Versions versions, Rules rules, Shapes shapes) {
        this.trees = trees;
        this.versions = versions;
        this.rules = rules;
        this.shapes = shapes;
    }

    /** Of a resource as the registry has it now. */
    ServerSideApply of(ResourceType type, String subresource) {
        if (type.dynamic()) {
            return made(type, subresource); // definitions change
        }
        var place = new Place(Objects.requireNonNull(type.record()), type.version(), subresource);
        var known = byPlace.get(place);
        if (known == null) {
            known = made(type, subresource);
            byPlace.put(place, known);
        }
        return known;
    }

    private ServerSideApply made(ResourceType type, String subresource) {
        var ignored = FieldSet.ofFields(resetFields(type, subresource));
        return new ServerSideApply(
                Objects.requireNonNullElseGet(shapes.of(type), Shape::deduced),
                type.apiVersion(),
                subresource,
                ignored,
                blank(type),
                otherVersions(type));
    }

    /** What such writes never change: a status but through its subresource, and what else the kind's rules say. */
    private List<List<String>> resetFields(ResourceType type, String subresource) {
        var fields = new ArrayList<List<String>>();
        var record = type.hub() == null ? type.record() : type.hub();
        if (record != null && rules.of(record).storesStatusWithObject()) {
            return fields;
        }
        if (subresource.isEmpty() && type.subresource("status").isPresent()) {
            fields.add(List.of("status"));
        } else if (subresource.equals("status")) {
            fields.add(List.of("spec"));
        }
        if (record != null) {
            var kind = rules.of(record);
            if (subresource.equals("status") && kind.statusUpdatesLeaveMetadata()) {
                fields.add(List.of("metadata"));
            }
            fields.addAll(kind.fieldsResetBy(subresource));
        }
        return fields;
    }

    private Map<String, @Nullable Object> blank(ResourceType type) {
        var record = type.record();
        if (record != null && record.isRecord()) {
            return trees.write((KubernetesObject) RecordSchema.of(record).empty());
        }
        return Map.of("apiVersion", type.apiVersion(), "kind", type.kind());
    }

    private ApplyVersions otherVersions(ResourceType type) {
        return new ApplyVersions() {
            @Override
            public @Nullable Shape shape(String apiVersion) {
                var other = shapes.version(type, apiVersion);
                return other == null ? null : shapes.of(other);
            }

            @Override
            public Map<String, @Nullable Object> convert(Map<String, @Nullable Object> object, String apiVersion) {
                var other = shapes.version(type, apiVersion);
                if (other == null || other.dynamic()) {
                    var copy = new LinkedHashMap<>(object);
                    copy.put("apiVersion", apiVersion);
                    return copy;
                }
                return trees.write(versions.asServed(other, versions.toHub(trees.readLeniently(object))));
            }
        };
    }

    /** The fields of the root that an update resets. */
    Set<String> reset(ResourceType type) {
        var record = type.record();
        if (record == null) {
            return resetRoots(type); // definitions change
        }
        var known = resets.get(record);
        if (known == null) {
            known = resetRoots(type);
            resets.put(record, known);
        }
        return known;
    }

    private Set<String> resetRoots(ResourceType type) {
        var names = new HashSet<String>();
        for (var field : resetFields(type, "")) {
            if (field.size() == 1) {
                names.add(field.get(0));
            }
        }
        return Set.copyOf(names);
    }

    /** Of an object that is answered and not stored, such as a review. */
    ServerSideApply ofAnswered(KubernetesObject object, String subresource) {
        var kind = trees.types().kindOf(object.getClass());
        return new ServerSideApply(
                Shape.of(object.getClass().asSubclass(Record.class)),
                GroupVersion.text(kind.group(), kind.version()),
                subresource,
                FieldSet.EMPTY,
                trees.write(
                        (KubernetesObject) RecordSchema.of(object.getClass()).empty()),
                ApplyVersions.none());
    }
}

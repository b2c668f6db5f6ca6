package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.table.Tables;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Objects turned into tables or reduced to their metadata (apiserver {@code handlers/response.go}). */
final class Tabular {
    private final Codec codec;
    private final Output output;
    private final ResourceType type;
    private final Instant now;
    private final String include;
    private boolean first = true;

    Tabular(Codec codec, Output output, ResourceType type, Instant now, Query query) {
        this.codec = codec;
        this.output = output;
        this.type = type;
        this.now = now;
        this.include = query.first("includeObject");
        if (output.isTable() && !List.of("", "None", "Metadata", "Object").contains(include)) {
            throw ApiErrors.badRequest("Unable to convert to Table as requested: "
                    + FieldError.invalid(
                            FieldPath.of("includeObject"), include, "must be 'Metadata', 'Object', 'None', or empty"));
        }
    }

    private Output.Target target() {
        var target = output.as();
        if (target == null) {
            throw new IllegalStateException("the client wants no other kind");
        }
        return target;
    }

    Map<String, @Nullable Object> one(KubernetesObject object) {
        switch (target().kind()) {
            case "Table":
                var metadata = new LinkedHashMap<String, @Nullable Object>();
                var version = object.metadata().resourceVersion();
                if (version != null) {
                    metadata.put("resourceVersion", version);
                }
                return table(List.of(object), metadata, true);
            case "PartialObjectMetadata":
                return partial(object);
            default:
                throw Output.notAcceptable("you requested PartialObjectMetadataList, but the requested object is not a"
                        + " list (" + GoTypes.of(type) + ")");
        }
    }

    Map<String, @Nullable Object> many(ObjectList<KubernetesObject> list) {
        var whole = codec.toTree(new ObjectList<KubernetesObject>(list.metadata(), List.of()), type);
        var metadata = new LinkedHashMap<>(Tree.map(whole.get("metadata")));
        metadata.remove("continue", "");
        switch (target().kind()) {
            case "Table":
                return table(list.items(), metadata, true);
            case "PartialObjectMetadataList":
                var answer = head();
                answer.put("metadata", metadata);
                var items = new ArrayList<@Nullable Object>();
                for (var object : list) {
                    items.add(partial(object));
                }
                answer.put("items", items);
                return answer;
            default:
                throw Output.notAcceptable("you requested PartialObjectMetadata, but the requested object is a list ("
                        + GoTypes.listOf(type) + ")");
        }
    }

    /** The object of an event; columns are told once. Empty where the kind asked for does not fit an event. */
    Optional<Map<String, @Nullable Object>> event(KubernetesObject object) {
        switch (target().kind()) {
            case "Table":
                var metadata = new LinkedHashMap<String, @Nullable Object>();
                var version = object.metadata().resourceVersion();
                if (version != null) {
                    metadata.put("resourceVersion", version);
                }
                var table = table(List.of(object), metadata, first);
                first = false;
                return Optional.of(table);
            case "PartialObjectMetadata":
                return Optional.of(partial(object));
            default:
                return Optional.empty();
        }
    }

    private Map<String, @Nullable Object> head() {
        var head = new LinkedHashMap<String, @Nullable Object>();
        head.put("kind", target().kind());
        head.put("apiVersion", target().apiVersion());
        return head;
    }

    private Map<String, @Nullable Object> table(
            List<KubernetesObject> objects, Map<String, @Nullable Object> metadata, boolean columns) {
        var table = codec.toTree(Tables.of(type, List.copyOf(objects), now));
        var answer = head();
        answer.put("metadata", metadata);
        answer.put("columnDefinitions", columns ? table.get("columnDefinitions") : null);
        var rows = new ArrayList<@Nullable Object>();
        var made = Tree.list(table.get("rows"));
        for (int i = 0; i < made.size(); i++) {
            rows.add(row(Tree.map(made.get(i)), objects.get(i)));
        }
        answer.put("rows", rows);
        return answer;
    }

    private Map<String, @Nullable Object> row(Map<String, @Nullable Object> made, KubernetesObject object) {
        var row = new LinkedHashMap<>(made);
        switch (include) {
            case "None" -> row.put("object", null);
            case "Object" -> row.put("object", codec.toTree(object));
            default -> row.put("object", partial(object));
        }
        return row;
    }

    private Map<String, @Nullable Object> partial(KubernetesObject object) {
        var partial = new LinkedHashMap<String, @Nullable Object>();
        partial.put("kind", "PartialObjectMetadata");
        partial.put("apiVersion", target().apiVersion());
        partial.put("metadata", codec.toTree(object).get("metadata"));
        return partial;
    }
}

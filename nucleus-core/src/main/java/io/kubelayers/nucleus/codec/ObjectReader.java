package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ListMeta;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the objects of one text. */
final class ObjectReader {
    private final TypeRegistry types;
    private final String text;
    private final ReadOptions options;

    ObjectReader(TypeRegistry types, String text, ReadOptions options) {
        this.types = types;
        this.text = text;
        this.options = options;
    }

    /** The document of a text that must hold exactly one. */
    static Map<String, @Nullable Object> tree(String text, ReadOptions options) {
        DocumentReader reader = DocumentReader.of(text, options, null);
        Map<String, @Nullable Object> tree = onlyTree(reader, options);
        if (options.validation() == FieldValidation.STRICT
                && !reader.duplicates().isEmpty()) {
            throw new StrictDecodingException(reader.duplicates());
        }
        return tree;
    }

    Decoded<KubernetesObject> single() {
        DocumentReader reader = DocumentReader.of(text, options, null);
        Map<String, @Nullable Object> tree = onlyTree(reader, options);
        return decoder(0, reader).decode(tree);
    }

    Decoded<KubernetesObject> single(GroupVersionKind assumed) {
        DocumentReader reader = DocumentReader.of(text, options, null);
        Map<String, @Nullable Object> tree = onlyTree(reader, options);
        String apiVersion = GroupVersion.text(assumed.group(), assumed.version());
        return decoder(0, reader).decode(withTypeMeta(tree, assumed.kind(), apiVersion));
    }

    <T> Decoded<T> single(Class<T> type) {
        DocumentReader reader = DocumentReader.of(text, options, null);
        Map<String, @Nullable Object> tree = onlyTree(reader, options);
        return decoder(0, reader).decode(tree, type);
    }

    Decoded<ObjectList<KubernetesObject>> list(ResourceType type) {
        DocumentReader reader = DocumentReader.of(text, options, null);
        Map<String, @Nullable Object> tree = onlyTree(reader, options);
        if (!(tree.get("items") instanceof List<?> items)
                || !Tree.text(tree, "kind").endsWith("List")) {
            throw new SyntaxException(new Location(options.source(), 0, 0), "expected a " + type.listKind());
        }
        Map<String, @Nullable Object> typed = new LinkedHashMap<>(tree);
        typed.put("kind", type.listKind());
        typed.put("apiVersion", type.apiVersion());
        List<Located> decoded = new ArrayList<>(items.size());
        addItems(typed, items, 0, reader.duplicates(), decoded);
        List<KubernetesObject> objects = new ArrayList<>(items.size());
        List<FieldProblem> warnings = new ArrayList<>(0);
        for (Located item : decoded) {
            objects.add(item.value());
            warnings.addAll(item.warnings());
        }
        ListMeta metadata = decoder(0, reader)
                .decode(Tree.map(tree.get("metadata")), ListMeta.class)
                .value();
        return new Decoded<>(new ObjectList<>(metadata, objects), warnings);
    }

    List<Located> all() {
        List<Located> objects = new ArrayList<>();
        DocumentReader reader = DocumentReader.of(text, options, null);
        for (int document = 0; reader.hasNext(); document++) {
            Object tree = reader.next();
            if (tree == null) {
                continue;
            }
            Map<String, @Nullable Object> map = object(tree, document);
            Object items = map.get("items");
            if (items instanceof List<?> list && isList(map)) {
                addItems(map, list, document, reader.duplicates(), objects);
            } else {
                objects.add(new Located(decoder(document, reader).decode(map), Places.of(text, options, document)));
            }
        }
        return objects;
    }

    private boolean isList(Map<String, ?> tree) {
        String kind = Tree.text(tree, "kind");
        if (!kind.endsWith("List")) {
            return false;
        }
        try {
            GroupVersion version = GroupVersion.parse(Tree.text(tree, "apiVersion"));
            // a kind of its own, whatever its name ends in
            return types.recordOf(new GroupVersionKind(version.group(), version.version(), kind))
                    .isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void addItems(
            Map<String, ?> list, List<?> items, int document, List<FieldProblem> duplicates, List<Located> objects) {
        String listKind = Tree.text(list, "kind");
        String itemKind = listKind.substring(0, listKind.length() - "List".length());
        Places places = Places.of(text, options, document);
        for (int i = 0; i < items.size(); i++) {
            if (!(items.get(i) instanceof Map<?, ?> item)) {
                throw new SyntaxException(places.value(List.of("items", i)), "an item of a list must be an object");
            }
            Map<?, ?> typed = itemKind.isEmpty() ? item : withTypeMeta(item, itemKind, Tree.text(list, "apiVersion"));
            List<FieldProblem> own = inItem(duplicates, i);
            TreeDecoder decoder = new TreeDecoder(types, options, places.item(i), own);
            if (typed.get("items") instanceof List<?> nested && isList(Tree.map(typed))) {
                throw new SyntaxException(
                        places.value(List.of("items", i)), "a list inside a list of " + nested.size() + " items");
            }
            objects.add(new Located(decoder.decode(typed), places.item(i)));
        }
    }

    /** The same tree with kind and apiVersion where it has none: items of a typed list need not say what they are. */
    private static Map<?, ?> withTypeMeta(Map<?, ?> item, String kind, String apiVersion) {
        boolean hasKind = given(item.get("kind"));
        boolean hasVersion = given(item.get("apiVersion"));
        if (hasKind && hasVersion) {
            return item;
        }
        Map<Object, @Nullable Object> typed = new LinkedHashMap<>(item);
        if (!hasKind) {
            typed.put("kind", kind);
        }
        if (!hasVersion) {
            typed.put("apiVersion", apiVersion);
        }
        return typed;
    }

    private static boolean given(@Nullable Object text) {
        return text != null && !text.equals("");
    }

    private static List<FieldProblem> inItem(List<FieldProblem> problems, int item) {
        List<FieldProblem> own = new ArrayList<>(0);
        String prefix = "items[" + item + "].";
        for (FieldProblem problem : problems) {
            if (problem.path().startsWith(prefix)) {
                own.add(new FieldProblem(
                        problem.type(), problem.path().substring(prefix.length()), problem.location()));
            }
        }
        return own;
    }

    private TreeDecoder decoder(int document, DocumentReader reader) {
        return new TreeDecoder(types, options, Places.of(text, options, document), reader.duplicates());
    }

    private static Map<String, @Nullable Object> onlyTree(DocumentReader reader, ReadOptions options) {
        Object tree = reader.next();
        Map<String, @Nullable Object> map = object(tree, new Location(options.source(), 0, 0));
        if (reader.hasNext()) {
            throw new SyntaxException(
                    new Location(options.source(), 0, 0), "more than one object where one was expected");
        }
        return map;
    }

    private Map<String, @Nullable Object> object(Object tree, int document) {
        return tree instanceof Map
                ? Tree.map(tree)
                : object(tree, Places.of(text, options, document).value(List.of()));
    }

    private static Map<String, @Nullable Object> object(@Nullable Object tree, Location location) {
        if (tree instanceof Map) {
            return Tree.map(tree);
        }
        String found = tree == null ? "nothing" : tree instanceof List ? "an array" : "the scalar " + Codec.json(tree);
        throw new SyntaxException(location, "expected an object, found " + found);
    }
}

package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects from JSON and YAML and writes them, exactly as upstream's serializers do.
 *
 * <p>Bound to the kinds of a registry; immutable and safe to share between threads.
 *
 * <pre>{@code
 * Codec codec = Codec.of(TypeRegistry.of(NucleusKinds.ALL));
 * Pod pod = codec.read(yaml, Pod.class);
 * codec.toJson(pod.withMetadata(pod.metadata().withName("other")));
 * }</pre>
 */
public final class Codec {
    private final TypeRegistry types;

    private Codec(TypeRegistry types) {
        this.types = types;
    }

    /** A codec for the kinds of a registry. */
    public static Codec of(TypeRegistry types) {
        return new Codec(types);
    }

    /** The kinds this codec knows. */
    public TypeRegistry types() {
        return types;
    }

    /**
     * Reads the one object of a text, JSON or YAML; unknown and duplicate fields are errors.
     *
     * @throws DecodeException if the text holds no object, several of them, or one that can't be read
     */
    public KubernetesObject read(String text) {
        return read(text, ReadOptions.strict()).value();
    }

    /**
     * Reads the one object of a text as that class; unknown and duplicate fields are errors.
     *
     * @throws DecodeException if the text does not hold such an object
     */
    public <T> T read(String text, Class<T> type) {
        return read(text, type, ReadOptions.strict()).value();
    }

    /**
     * Reads the one object of a text.
     *
     * @throws DecodeException if the text holds no object, several of them, or one that can't be read
     */
    public Decoded<KubernetesObject> read(String text, ReadOptions options) {
        return new ObjectReader(types, text, options).single();
    }

    /**
     * Reads the one object of a text that need not say what it is, such as a request body: a missing kind or apiVersion
     * is that of the path.
     *
     * @throws DecodeException if the text holds no object, several of them, or one that can't be read
     */
    public Decoded<KubernetesObject> read(String text, GroupVersionKind assumed, ReadOptions options) {
        return new ObjectReader(types, text, options).single(assumed);
    }

    /** Like {@link #read(String, ReadOptions)}, for UTF-8 bytes; broken UTF-8 becomes U+FFFD, as in Go. */
    public Decoded<KubernetesObject> read(byte[] text, ReadOptions options) {
        return read(new String(text, StandardCharsets.UTF_8), options);
    }

    /**
     * Reads the one object of a text as that class, which may be any API type, with apiVersion and kind or without.
     *
     * @throws DecodeException if the text does not hold such an object
     */
    public <T> Decoded<T> read(String text, Class<T> type, ReadOptions options) {
        return new ObjectReader(types, text, options).single(type);
    }

    /**
     * Reads a list of objects of that kind, as a server answers it: {@code PodList}.
     *
     * @throws DecodeException if the text is no such list
     */
    public Decoded<ObjectList<KubernetesObject>> readList(String text, ResourceType type, ReadOptions options) {
        return new ObjectReader(types, text, options).list(type);
    }

    /**
     * Reads all objects of a text: YAML documents, or JSON objects one after another. Empty documents are skipped;
     * lists ({@code kind: List}, {@code PodList} …) give their items.
     *
     * @throws DecodeException if any of them can't be read
     */
    public List<KubernetesObject> readAll(String text, ReadOptions options) {
        List<KubernetesObject> objects = new ArrayList<>();
        for (Located located : new ObjectReader(types, text, options).all()) {
            objects.add(located.value());
        }
        return List.copyOf(objects);
    }

    /** Like {@link #readAll}, with the warnings of each object. */
    public List<Decoded<KubernetesObject>> readAllWithWarnings(String text, ReadOptions options) {
        return new ObjectReader(types, text, options)
                .all().stream().map(Located::decoded).toList();
    }

    /** Like {@link #readAllWithWarnings}, with objects that can tell where they stand. */
    public List<Located> readAllLocated(String text, ReadOptions options) {
        return List.copyOf(new ObjectReader(types, text, options).all());
    }

    /**
     * Where in the one document of a text the field of a path is, such as {@code profiles[0].plugins}; if it is not there,
     * where the innermost field around it is that is there.
     *
     * @throws DecodeException if the text is not well-formed
     */
    public static Location locate(String text, ReadOptions options, String path) {
        return Places.of(text, options, 0).key(Located.elements(path));
    }

    /**
     * Reads the one document of a text as a plain tree, whatever it means.
     *
     * @throws DecodeException if the text is not well-formed, empty, or more than one document
     */
    public static Map<String, @Nullable Object> readTree(String text, ReadOptions options) {
        return ObjectReader.tree(text, options);
    }

    /**
     * The fields that an object in a text has twice, as texts that say so.
     *
     * @throws DecodeException if the text is not well-formed
     */
    public static List<String> duplicates(String text) {
        DocumentReader reader = DocumentReader.of(text, ReadOptions.warn(), null);
        reader.next();
        return reader.duplicates().stream().map(FieldProblem::text).toList();
    }

    /**
     * What upstream's reader of YAML says of keys that a text has twice, in JSON too, since YAML includes it: {@code line 5:
     * key "a" already set in map}.
     *
     * @throws DecodeException if the text is not well-formed
     */
    public static List<String> repeatedKeys(String text) {
        YamlReader reader = new YamlReader(text, ReadOptions.warn(), null);
        reader.next();
        return reader.repeatedKeys();
    }

    /**
     * Reads the first document of a text as YAML, whatever value it is; null if there is none.
     *
     * @throws DecodeException if the text is not well-formed
     */
    public static @Nullable Object readValue(String text) {
        return new YamlReader(text, ReadOptions.ignore(), null).next();
    }

    /** Whether a text is read as JSON; otherwise it is YAML. */
    public static boolean isJson(String text) {
        return DocumentReader.isJson(text);
    }

    /**
     * Makes a record from a tree. Unknown fields are ignored.
     *
     * @throws FieldTypeException if a value does not fit its field
     */
    public <T> T decode(Map<String, ?> tree, Class<T> type) {
        return decode(tree, type, ReadOptions.ignore()).value();
    }

    /**
     * Makes a record, or a {@link DynamicObject}, from a tree.
     *
     * @throws DecodeException if a value does not fit its field, or there are unknown fields and none are allowed
     */
    public <T> Decoded<T> decode(Map<String, ?> tree, Class<T> type, ReadOptions options) {
        return new TreeDecoder(types, options).decode(tree, type);
    }

    /**
     * Makes the object that a tree's apiVersion and kind say.
     *
     * @throws UnknownKindException if the registry has no such kind
     * @throws DecodeException if a value does not fit its field, or there are unknown fields and none are allowed
     */
    public Decoded<KubernetesObject> decode(Map<String, ?> tree, ReadOptions options) {
        return new TreeDecoder(types, options).decode(tree);
    }

    /** The tree of an object or other API type. Kinds begin with kind and apiVersion. */
    public Map<String, @Nullable Object> toTree(Object value) {
        TreeSink sink = new TreeSink();
        new ObjectWriter(types).write(value, sink);
        return Tree.map(sink.result());
    }

    /**
     * As {@link #toTree(Object)}, but empty lists that were sent as such stay empty lists where storage, and so every answer,
     * has null. Only who owns fields depends on it.
     */
    public Map<String, @Nullable Object> toTreeAsGiven(Object value) {
        TreeSink sink = new TreeSink(true);
        new ObjectWriter(types).write(value, sink);
        return Tree.map(sink.result());
    }

    /** The tree of a list: its items carry no apiVersion and kind of their own, unless they are dynamic. */
    public Map<String, @Nullable Object> toTree(ObjectList<?> list, ResourceType type) {
        TreeSink sink = new TreeSink();
        new ObjectWriter(types).write(list, type, sink);
        return Tree.map(sink.result());
    }

    /** JSON text, byte for byte what upstream's serializer writes (without its line break at the end). */
    public String toJson(Object value) {
        JsonSink sink = new JsonSink(1024);
        new ObjectWriter(types).write(value, sink);
        return sink.result();
    }

    /** The JSON of an object of a kind that has a record. */
    EncodedObject encode(KubernetesObject object) {
        JsonSink sink = new JsonSink(4096); // a pod as it is stored fits
        int fields = new ObjectWriter(types).write(object, sink);
        return new EncodedObject((sink.result() + "\n").getBytes(StandardCharsets.UTF_8), fields);
    }

    /** JSON text of a list. */
    public String toJson(ObjectList<?> list, ResourceType type) {
        JsonSink sink = new JsonSink(1024 + 512 * list.items().size());
        new ObjectWriter(types).write(list, type, sink);
        return sink.result();
    }

    /** JSON text of a tree. */
    public static String json(@Nullable Object tree) {
        if (tree == null) {
            return "null";
        }
        JsonSink sink = new JsonSink(256);
        sink.tree(tree);
        return sink.result();
    }

    /** JSON text of a tree for people, indented by four spaces as kubectl does. */
    public static String prettyJson(@Nullable Object tree) {
        return prettyJson(tree, 4);
    }

    /** A tree as JSON text for people, indented by so many spaces a level. */
    public static String prettyJson(@Nullable Object tree, int spaces) {
        return PrettyJson.write(tree, spaces);
    }

    /** YAML text as kubectl prints it: keys sorted, lists not indented. */
    public String toYaml(Object value) {
        return YamlWriter.write(toTree(value));
    }

    /** YAML text of a list. */
    public String toYaml(ObjectList<?> list, ResourceType type) {
        return YamlWriter.write(toTree(list, type));
    }

    /** YAML text of a tree. */
    public static String yaml(@Nullable Object tree) {
        return YamlWriter.write(tree);
    }

    /**
     * Group, version and kind of any object.
     *
     * @throws IllegalArgumentException if its class is not registered
     */
    public GroupVersionKind kindOf(KubernetesObject object) {
        if (object instanceof DynamicObject dynamic) {
            GroupVersion version = GroupVersion.parse(dynamic.apiVersion());
            return new GroupVersionKind(version.group(), version.version(), dynamic.kind());
        }
        return types.kindOf(object.getClass());
    }
}

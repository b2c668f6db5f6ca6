package io.kubelayers.nucleus.codec;

import io.kubelayers.nucleus.api.ApiType;
import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMeta;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes objects from trees, and tells where in the text the trouble is when it can't. */
final class TreeDecoder {
    private static final int MAX_SHOWN = 1000;

    private final TypeRegistry types;
    private final ReadOptions options;
    private final Places places;
    private final List<FieldProblem> duplicates;

    TreeDecoder(TypeRegistry types, ReadOptions options) {
        this(types, options, Places.NONE, List.of());
    }

    TreeDecoder(TypeRegistry types, ReadOptions options, Places places, List<FieldProblem> duplicates) {
        this.types = types;
        this.options = options;
        this.places = places;
        this.duplicates = duplicates;
    }

    /** Makes the object that the tree's apiVersion and kind say. */
    Decoded<KubernetesObject> decode(Map<?, ?> tree) {
        GroupVersionKind kind = kind(tree);
        Optional<Class<?>> record = types.recordOf(kind);
        if (record.isPresent() && KubernetesObject.class.isAssignableFrom(record.get())) {
            return widen(decode(tree, record.get().asSubclass(KubernetesObject.class)));
        }
        if (options.lenient() || types.byKind(kind).isPresent()) {
            return widen(decode(tree, DynamicObject.class));
        }
        throw new UnknownKindException(
                places.value(List.of("kind")),
                kind,
                "no kind \"" + kind.kind() + "\" is registered for version \""
                        + GroupVersion.text(kind.group(), kind.version()) + "\" in scheme");
    }

    private static Decoded<KubernetesObject> widen(Decoded<? extends KubernetesObject> decoded) {
        return new Decoded<>(decoded.value(), decoded.warnings());
    }

    /** Makes a record of that class, or a dynamic object, from the tree. */
    <T> Decoded<T> decode(Map<?, ?> tree, Class<T> type) {
        Decoding decoding = new Decoding(options.validation());
        Object value;
        try {
            if (type == DynamicObject.class) {
                value = dynamic(tree, decoding);
            } else {
                checkKind(tree, type);
                value = ValueCodecs.struct(type).read(tree, decoding);
            }
        } catch (WrongValue e) {
            throw e.at(places.value(e.elements()));
        }
        return new Decoded<>(type.cast(value), problems(decoding));
    }

    private List<FieldProblem> problems(Decoding decoding) {
        if (decoding.unknown().isEmpty() && duplicates.isEmpty()) {
            return List.of();
        }
        List<FieldProblem> problems = new ArrayList<>(duplicates);
        for (Decoding.Unknown unknown : decoding.unknown()) {
            problems.add(new FieldProblem(FieldProblem.Type.UNKNOWN, unknown.text(), places.key(unknown.path())));
        }
        // as they stand in the text; without places the order found
        problems.sort(Comparator.comparingInt(
                        (FieldProblem problem) -> problem.location().line())
                .thenComparingInt(problem -> problem.location().column()));
        if (options.validation() == FieldValidation.STRICT) {
            throw new StrictDecodingException(problems);
        }
        return problems;
    }

    private DynamicObject dynamic(Map<?, ?> tree, Decoding decoding) {
        GroupVersionKind kind = kind(tree);
        ObjectMeta metadata = ObjectMeta.EMPTY;
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : tree.entrySet()) {
            String name = (String) entry.getKey();
            Object value = entry.getValue();
            if (name.equals("metadata")) {
                if (value != null) {
                    decoding.path.enter(name);
                    metadata = (ObjectMeta) ValueCodecs.struct(ObjectMeta.class).read(value, decoding);
                    decoding.path.leave();
                }
            } else if (!name.equals("apiVersion") && !name.equals("kind")) {
                fields.put(name, value);
            }
        }
        return new DynamicObject(
                GroupVersion.text(kind.group(), kind.version()),
                kind.kind(),
                metadata,
                Collections.unmodifiableMap(fields));
    }

    private GroupVersionKind kind(Map<?, ?> tree) {
        String kind = typeMeta(tree, "kind");
        if (kind.isEmpty()) {
            throw missing("Kind", tree);
        }
        String apiVersion = typeMeta(tree, "apiVersion");
        if (apiVersion.isEmpty()) {
            throw missing("apiVersion", tree);
        }
        try {
            GroupVersion version = GroupVersion.parse(apiVersion);
            return new GroupVersionKind(version.group(), version.version(), kind);
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(places.value(List.of("apiVersion")), String.valueOf(e.getMessage()));
        }
    }

    private String typeMeta(Map<?, ?> tree, String name) {
        Object value = tree.get(name);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        Decoding at = new Decoding(FieldValidation.IGNORE);
        at.path.enter(name, "");
        throw at.mismatch("a string", value, "string").at(places.value(List.of(name)));
    }

    private SyntaxException missing(String name, Map<?, ?> tree) {
        String json = Codec.json(tree);
        String shown = json.length() > MAX_SHOWN ? json.substring(0, MAX_SHOWN) + "…" : json;
        return new SyntaxException(places.value(List.of()), "Object '" + name + "' is missing in '" + shown + "'");
    }

    /** What the tree says it is, if it says so, must be what it is read as. */
    private void checkKind(Map<?, ?> tree, Class<?> type) {
        boolean resource = type.isAnnotationPresent(Kind.class);
        if (!resource && !type.isAnnotationPresent(ApiType.class)) {
            return;
        }
        GroupVersionKind expected = types.kindOf(type);
        String kind = typeMeta(tree, "kind");
        String apiVersion = typeMeta(tree, "apiVersion");
        String wanted = GroupVersion.text(expected.group(), expected.version());
        boolean sameKind = kind.isEmpty() || kind.equals(expected.kind());
        // options and reviews exist in every group version, resources in their own
        boolean sameVersion = apiVersion.isEmpty() || !resource || apiVersion.equals(wanted);
        if (!sameKind || !sameVersion) {
            throw new SyntaxException(
                    places.value(List.of(sameKind ? "apiVersion" : "kind")),
                    "the object is a " + (kind.isEmpty() ? expected.kind() : kind) + " of version \"" + apiVersion
                            + "\", not a " + expected.kind() + " of version \"" + wanted + "\"");
        }
    }
}

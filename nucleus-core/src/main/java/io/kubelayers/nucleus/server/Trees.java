package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.Decoded;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.StrictDecodingException;
import io.kubelayers.nucleus.codec.SyntaxException;
import io.kubelayers.nucleus.codec.UnknownKindException;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Objects as JSON trees and back, as a request wants its fields validated. */
final class Trees {
    private static final String STRICTLY = "strict decoding error: ";

    private final Supplier<TypeRegistry> types;
    private final Rules rules;

    Trees(Supplier<TypeRegistry> types, Rules rules) {
        this.types = types;
        this.rules = rules;
    }

    Map<String, @Nullable Object> write(KubernetesObject object) {
        return codec().toTree(object);
    }

    /** As {@link #write}, but with the empty lists that a client has sent where others are null. */
    Map<String, @Nullable Object> writeAsGiven(KubernetesObject object) {
        return codec().toTreeAsGiven(object);
    }

    /** The tree of a part of an object, such as a spec. */
    Map<String, @Nullable Object> part(Object record) {
        return codec().toTree(record);
    }

    /** The object in a tree that says its own kind; fields that it does not have are passed over. */
    KubernetesObject readLeniently(Map<String, @Nullable Object> tree) {
        return codec().decode(tree, ReadOptions.ignore()).value();
    }

    /**
     * The object that a patch has made.
     *
     * @param shown what errors show of the patch
     * @param problems of the patch itself, that field validation tells of
     */
    KubernetesObject readPatched(
            RequestContext context, Map<String, @Nullable Object> tree, Supplier<String> shown, List<String> problems) {
        return readPatched(context, tree, shown, problems, DecodeException::detail);
    }

    /** The same, with other words for values that don't fit their field. */
    KubernetesObject readPatched(
            RequestContext context,
            Map<String, @Nullable Object> tree,
            Supplier<String> shown,
            List<String> problems,
            Function<DecodeException, String> wording) {
        boolean strict = context.request().options().fieldValidation() == FieldValidation.STRICT;
        try {
            var decoded = codec().decode(named(context, tree), options(context));
            if (strict && !problems.isEmpty()) {
                throw badPatch(shown, STRICTLY + String.join(", ", problems));
            }
            problems.forEach(context::warn);
            decoded.warnings().forEach(problem -> context.warn(problem.text()));
            var unreadable = rules.of(decoded.value()).unreadable(decoded.value());
            if (unreadable != null) {
                throw badPatch(shown, unreadable);
            }
            context.wasText(true);
            return decoded.value();
        } catch (DecodeException e) {
            var detail = wording.apply(e) + (e instanceof UnknownKindException ? " " + scheme(context.type()) : "");
            throw badPatch(
                    shown,
                    strict && !problems.isEmpty() && detail.startsWith(STRICTLY)
                            ? STRICTLY + String.join(", ", problems) + ", " + detail.substring(STRICTLY.length())
                            : detail);
        }
    }

    private static ApiException badPatch(Supplier<String> shown, String problem) {
        return ApiErrors.invalid("", "", "", List.of(FieldError.invalid(FieldPath.of("patch"), shown.get(), problem)));
    }

    /** The object in a tree that says its own kind, or in a tree without one the kind that the request is addressed to. */
    KubernetesObject read(RequestContext context, @Nullable Object tree) {
        if (!(tree instanceof Map<?, ?> fields)) {
            throw ApiErrors.badRequest("the object provided is not a JSON object");
        }
        return kept(context, "{}", () -> codec().decode(named(context, fields), options(context)));
    }

    /** The object in a text, JSON or YAML. */
    KubernetesObject read(RequestContext context, String text) {
        if (context.type().dynamic() && !context.request().subresource().equals("scale")) {
            return custom(context, text);
        }
        if (text.isBlank()) {
            return read(context, Map.of()); // YAML of nothing; of JSON that is refused before
        }
        return kept(context, text, () -> codec().read(text, BodyKind.of(context), options(context)));
    }

    /** A custom object says itself what it is, and that is what the path says. */
    private KubernetesObject custom(RequestContext context, String text) {
        var type = context.type();
        try {
            var object = kept(
                    context, text, () -> codec().read(text, options(context).acceptingUnknownKinds()));
            checkKind(context, object);
            return object;
        } catch (SyntaxException e) {
            var detail = e.detail().startsWith("Object '")
                    ? e.detail().substring(0, e.detail().indexOf(" in '")) + " in '" + text + "'"
                    : "couldn't get version/kind; json parse error: " + problem(text, e);
            throw Unrecognized.of(type.kind(), text, detail);
        }
    }

    private static String problem(String text, SyntaxException e) {
        var problem = text.stripLeading().startsWith("{") ? GoJson.problem(text) : "";
        return problem.isEmpty() ? e.detail() : problem;
    }

    private static void checkKind(RequestContext context, KubernetesObject object) {
        var type = context.type();
        var apiVersion = object instanceof DynamicObject dynamic ? dynamic.apiVersion() : "";
        if (object instanceof DynamicObject dynamic
                && apiVersion.equals(type.apiVersion())
                && !dynamic.kind().equals(type.kind())) {
            throw ApiErrors.invalid(
                    type.group(),
                    dynamic.kind(),
                    object.metadata().nameOrEmpty(),
                    List.of(FieldError.invalid(FieldPath.of("kind"), dynamic.kind(), "must be " + type.kind())));
        }
        if (!apiVersion.equals(type.apiVersion())) {
            throw ApiErrors.badRequest("the API version in the data (" + apiVersion
                    + ") does not match the expected API version (" + type.apiVersion() + ")");
        }
    }

    /** The name that upstream's registry of types has in messages: the place in its source where it is made. */
    private static String scheme(ResourceType type) {
        return switch (type.group()) {
            case "apiextensions.k8s.io" -> "\"k8s.io/apiextensions-apiserver/pkg/apiserver/apiserver.go:56\"";
            case "apiregistration.k8s.io" -> "\"k8s.io/kube-aggregator/pkg/apiserver/scheme/scheme.go:28\"";
            default -> "\"k8s.io/kubernetes/pkg/api/legacyscheme/scheme.go:30\"";
        };
    }

    private static Map<String, @Nullable Object> named(RequestContext context, Map<?, ?> fields) {
        var named = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((key, value) -> named.put((String) key, value));
        var kind = BodyKind.of(context);
        putIfMissing(named, "apiVersion", GroupVersion.text(kind.group(), kind.version()));
        putIfMissing(named, "kind", kind.kind());
        return named;
    }

    private static void putIfMissing(Map<String, @Nullable Object> tree, String name, String value) {
        if (tree.get(name) == null || "".equals(tree.get(name))) {
            tree.put(name, value);
        }
    }

    private static ReadOptions options(RequestContext context) {
        return switch (context.request().options().fieldValidation()) {
            case STRICT -> ReadOptions.strict();
            case WARN -> ReadOptions.warn();
            case IGNORE -> ReadOptions.ignore();
        };
    }

    private KubernetesObject kept(RequestContext context, String text, Supplier<Decoded<KubernetesObject>> read) {
        try {
            var decoded = read.get();
            StrictReading.warnings(decoded.warnings(), text).forEach(context::warn);
            context.wasText(true);
            return readable(context, decoded.value());
        } catch (UnknownKindException e) {
            throw ApiErrors.badRequest(
                    e.kind().kind() + " in version \"" + e.kind().version() + "\" cannot be handled as a "
                            + context.type().kind() + ": " + e.detail() + " " + scheme(context.type()));
        } catch (SyntaxException e) {
            if (context.type().dynamic()) {
                throw e;
            }
            throw unreadable(context, text, e);
        } catch (StrictDecodingException e) {
            throw unreadable(context, StrictReading.error(e.problems(), text));
        } catch (DecodeException e) {
            throw unreadable(context, text, e);
        }
    }

    /**
     * The object.
     *
     * @throws ApiException 400 if upstream could not convert it
     */
    KubernetesObject readable(RequestContext context, KubernetesObject object) {
        var problem = rules.of(object).unreadable(object);
        if (problem != null) {
            throw unreadable(context, problem);
        }
        return object;
    }

    private static ApiException unreadable(RequestContext context, String text, DecodeException e) {
        var unrecognized = Unrecognized.of(context.type().kind(), text, e);
        return unrecognized == null ? unreadable(context, e.detail()) : unrecognized;
    }

    private static ApiException unreadable(RequestContext context, String detail) {
        return ApiErrors.badRequest(context.type().kind() + " in version \""
                + context.type().version() + "\" cannot be handled as a "
                + context.type().kind() + ": "
                + detail);
    }

    TypeRegistry types() {
        return types.get();
    }

    private Codec codec() {
        return Codec.of(types.get());
    }
}

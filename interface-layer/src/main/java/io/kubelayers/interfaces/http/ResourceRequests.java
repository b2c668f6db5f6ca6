package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.protobuf.Protobuf;
import io.kubelayers.interfaces.http.protobuf.ProtobufException;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.EncodedObjects;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.JsonValue;
import io.kubelayers.nucleus.codec.SyntaxException;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Unrecognized;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.types.ResourceType;
import java.time.InstantSource;
import java.util.List;

/** Requests for resources: path, parameters and body become an {@link ApiRequest}, its answer an HTTP response. */
final class ResourceRequests {
    /** How much JSON is kept for those who ask for the same again. */
    private static final long MOST_ENCODED = 64L << 20;

    private final ApiServer server;
    private final EncodedObjects encoded = new EncodedObjects(MOST_ENCODED);
    private final InstantSource clock;

    ResourceRequests(ApiServer server, InstantSource clock) {
        this.server = server;
        this.clock = clock;
    }

    HttpResponse handle(UserInfo user, RequestPath path, HttpRequest request) {
        var type = Routes.find(server.types(), path);
        var verb = Routes.verb(type, path, request);
        if (!DeprecatedKinds.has(type)) {
            return answered(user, path, request, type, verb);
        }
        try {
            return DeprecatedKinds.warned(answered(user, path, request, type, verb), type);
        } catch (ApiException refused) {
            return DeprecatedKinds.warned(Answers.refusal(refused, request, Codec.of(server.types())), type);
        }
    }

    private HttpResponse answered(UserInfo user, RequestPath path, HttpRequest request, ResourceType type, Verb verb) {
        Output.requireKnown(request, verb == Verb.LIST || verb == Verb.WATCH);
        var output = Output.of(request, target -> Answers.offers(target), !type.dynamic());
        var codec = Codec.of(server.types());
        var asked = asked(user, path, verb, type, request, codec);
        var response = server.handle(asked);
        return new Answers(codec, encoded, output, type, clock.instant(), request.query()).answer(response, asked);
    }

    private ApiRequest asked(
            UserInfo user, RequestPath path, Verb verb, ResourceType type, HttpRequest request, Codec codec) {
        var options = options(verb, path, request);
        Body body =
                switch (verb) {
                    case CREATE, UPDATE -> object(type, request, codec);
                    case PATCH -> patch(type, request, options);
                    case DELETE, DELETECOLLECTION -> new Body.Delete(DeleteParameters.read(request, codec));
                    default -> Body.none();
                };
        if (body instanceof Body.Delete delete) {
            options = options.withDryRun(!delete.options().dryRun().isEmpty());
        }
        var watchesOne = verb == Verb.WATCH && !path.name().isEmpty();
        return new ApiRequest(
                Credentials.of(user),
                verb,
                path.groupVersionResource(),
                path.subresource(),
                path.isNamespace() ? "" : path.namespace(),
                watchesOne ? "" : path.name(),
                body,
                watchesOne ? options.withFieldSelector("metadata.name=" + path.name()) : options);
    }

    private static RequestOptions options(Verb verb, RequestPath path, HttpRequest request) {
        return switch (verb) {
            case GET -> RequestOptions.NONE.withResourceVersion(Parameters.text(request.query(), "resourceVersion"));
            case LIST, DELETECOLLECTION -> ListParameters.read(request.query(), false);
            case WATCH -> ListParameters.read(request.query(), true);
            case CREATE -> WriteParameters.read(request, "CreateOptions", null);
            case UPDATE -> WriteParameters.read(request, "UpdateOptions", null);
            case PATCH -> WriteParameters.read(
                    request,
                    "PatchOptions",
                    MediaType.named(request.headers().first("Content-Type"))
                            .equals(Body.PatchType.APPLY.contentType()));
            case DELETE -> RequestOptions.NONE;
        };
    }

    private static Body object(ResourceType type, HttpRequest request, Codec codec) {
        var format = BodyFormat.of(request);
        if (format != MediaType.PROTOBUF) {
            if (format == MediaType.JSON && !type.dynamic()) {
                requireJson(type, request);
            }
            return new Body.Text(request.text());
        }
        try {
            return new Body.Tree(Protobuf.of(codec.types()).read(request.body(), type.groupVersionKind()));
        } catch (ProtobufException e) {
            throw ApiErrors.badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** YAML is only read where it is said to be. */
    private static void requireJson(ResourceType type, HttpRequest request) {
        var problem = Unrecognized.jsonProblem(request.text());
        if (!problem.isEmpty()) {
            throw Unrecognized.of(type.kind(), request.text(), problem);
        }
    }

    private static Body patch(ResourceType type, HttpRequest request, RequestOptions options) {
        var kind = BodyFormat.patch(request, !type.dynamic());
        var text = request.text();
        if (kind == Body.PatchType.APPLY) {
            return PatchText.apply(text, options);
        }
        if (PatchText.nonsense(text) != null) {
            throw PatchText.malformed(kind, text, options);
        }
        try {
            boolean strategic = kind == Body.PatchType.STRATEGIC_MERGE || kind == Body.PatchType.MERGE;
            boolean complete = !strategic || text.stripLeading().startsWith("{");
            boolean validates = complete && options.fieldValidation() != FieldValidation.IGNORE;
            var read = JsonValue.read(text);
            return new Body.Patch(kind, read.tree(), validates ? read.duplicates() : List.of());
        } catch (DecodeException e) {
            throw e instanceof SyntaxException ? PatchText.malformed(kind, text, options) : PatchText.unreadable(e);
        }
    }
}

package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.protobuf.Protobuf;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.EncodedObjects;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.WatchStream;
import io.kubelayers.nucleus.types.ResourceType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes answers in the form that the client wants. */
final class Answers {
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(45);

    private final Codec codec;
    private final Output output;
    private final ResourceType type;
    private final Tabular tabular;
    private final EncodedObjects encoded;

    Answers(Codec codec, EncodedObjects encoded, Output output, ResourceType type, Instant now, Query query) {
        this.codec = codec;
        this.encoded = encoded;
        this.output = output;
        this.type = type;
        this.tabular = new Tabular(codec, output, type, now, query);
    }

    /** Whether answers can be turned into that kind. */
    static boolean offers(Output.Target target) {
        boolean meta = target.group().equals("meta.k8s.io")
                && (target.version().equals("v1") || target.version().equals("v1beta1"));
        return meta
                && (target.kind().equals("Table")
                        || target.kind().equals("PartialObjectMetadata")
                        || target.kind().equals("PartialObjectMetadataList"));
    }

    /** A refusal: a Status, in the client's format if it is one we have, with what was warned of until then. */
    static HttpResponse refusal(ApiException refused, HttpRequest request, Codec codec) {
        var output = Output.forError(request);
        var response = Text.response(refused.code(), output, codec, refused.status());
        for (var warning : refused.warnings()) {
            response = response.with("Warning", Warnings.header(warning));
        }
        var details = refused.status().details();
        return details != null && details.retryAfterSeconds() > 0
                ? response.with("Retry-After", Integer.toString(details.retryAfterSeconds()))
                : response;
    }

    HttpResponse answer(ApiResponse response, ApiRequest request) {
        var answer = bare(response, request);
        for (var warning : response.warnings()) {
            answer = answer.with("Warning", Warnings.header(warning));
        }
        return answer;
    }

    private HttpResponse bare(ApiResponse response, ApiRequest request) {
        if (response instanceof ApiResponse.One one) {
            return one(one);
        }
        if (response instanceof ApiResponse.Many many) {
            return many(many);
        }
        if (response instanceof ApiResponse.Outcome outcome) {
            return Text.response(outcome.code(), output, codec, outcome.status());
        }
        return watching((ApiResponse.Watching) response, request);
    }

    /** Whether objects are sent as they are held, so that they are encoded once for all. */
    private boolean isPlain() {
        return output.format() == MediaType.JSON
                && !output.pretty()
                && output.as() == null
                && !type.dynamic()
                && type.hub() == null;
    }

    /** How objects are written if the client wants that kind of metadata alone, as protobuf; otherwise null. */
    private @Nullable PartialMessages partial(String kind) {
        var target = output.as();
        return target != null
                        && output.format() == MediaType.PROTOBUF
                        && target.kind().equals(kind)
                ? new PartialMessages(Protobuf.of(codec.types()), target.apiVersion())
                : null;
    }

    private HttpResponse one(ApiResponse.One one) {
        var partial = partial("PartialObjectMetadata");
        if (partial != null) {
            return HttpResponse.of(one.code(), output.format().text(), partial.one(one.object()));
        }
        if (isPlain() && one.object().getClass() == type.record()) {
            return HttpResponse.of(
                    one.code(),
                    MediaType.JSON.text(),
                    encoded.encode(one.object(), codec).line());
        }
        return output.as() == null
                ? Text.response(one.code(), output, codec, one.object())
                : Text.tree(one.code(), output, tabular.one(one.object()));
    }

    private HttpResponse many(ApiResponse.Many many) {
        var partial = partial("PartialObjectMetadataList");
        if (partial != null) {
            return HttpResponse.of(200, output.format().text(), partial.many(many.list()));
        }
        if (output.as() != null) {
            return Text.tree(200, output, tabular.many(many.list()));
        }
        if (output.format() == MediaType.PROTOBUF) {
            var bytes = Protobuf.of(codec.types()).write(many.list(), type);
            return HttpResponse.of(200, output.format().text(), bytes);
        }
        if (isPlain()) {
            return HttpResponse.of(200, MediaType.JSON.text(), encoded.encode(many.list(), type, codec));
        }
        if (output.format() == MediaType.JSON && !output.pretty()) {
            return Text.json(200, codec.toJson(many.list(), type));
        }
        return Text.tree(200, output, codec.toTree(many.list(), type));
    }

    private HttpResponse watching(ApiResponse.Watching watching, ApiRequest request) {
        if (!output.format().streams()) {
            watching.stream().close();
            throw Output.notAcceptable("only the following media types are accepted: application/json;stream=watch,"
                    + " application/vnd.kubernetes.protobuf;stream=watch");
        }
        var seconds = request.options().timeoutSeconds();
        var timeout = seconds == null ? LONGEST_WATCH : Duration.ofSeconds(seconds);
        var stream = new EventStream(watching.stream(), this::event, this::error, timeout);
        return new HttpResponse(200, Headers.NONE.with("Content-Type", streamType()), stream);
    }

    private String streamType() {
        return output.format() == MediaType.PROTOBUF
                ? output.format().text() + ";stream=watch"
                : output.format().text();
    }

    private Optional<byte[]> event(WatchStream.Event event) {
        if (output.format() == MediaType.PROTOBUF) {
            return message(event);
        }
        if (isPlain() && event.type() != WatchStream.Type.BOOKMARK) {
            return Optional.of(
                    encoded.encode(event.object(), codec).event(event.type().name()));
        }
        return text(event).map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private Optional<byte[]> message(WatchStream.Event event) {
        if (output.as() == null) {
            return Optional.of(Protobuf.of(codec.types()).event(event.type().name(), (Record) event.object()));
        }
        var partial = partial("PartialObjectMetadata");
        return partial == null
                ? Optional.empty()
                : Optional.of(partial.event(event.type().name(), event.object()));
    }

    private Optional<String> text(WatchStream.Event event) {
        if (output.as() == null) {
            return Optional.of("{\"type\":\"" + event.type() + "\",\"object\":" + codec.toJson(event.object()) + "}\n");
        }
        return tabular.event(event.object()).map(tree -> line(event.type().name(), tree));
    }

    private byte[] error(ApiException broken) {
        return output.format() == MediaType.PROTOBUF
                ? Protobuf.of(codec.types()).event("ERROR", broken.status())
                : line("ERROR", codec.toTree(broken.status())).getBytes(StandardCharsets.UTF_8);
    }

    private static String line(String type, Map<String, @Nullable Object> object) {
        var event = new LinkedHashMap<String, @Nullable Object>();
        event.put("type", type);
        event.put("object", object);
        return Codec.json(event) + "\n";
    }
}

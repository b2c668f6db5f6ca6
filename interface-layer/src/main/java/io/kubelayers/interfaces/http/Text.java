package io.kubelayers.interfaces.http;

import io.kubelayers.interfaces.http.protobuf.Protobuf;
import io.kubelayers.nucleus.codec.Codec;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bodies of answers as JSON or YAML text. */
final class Text {
    private Text() {}

    /** An object or other API type. */
    static HttpResponse response(int status, Output output, Codec codec, Object value) {
        if (output.format() == MediaType.PROTOBUF && value instanceof Record record) {
            return HttpResponse.of(
                    status, output.format().text(), Protobuf.of(codec.types()).write(record));
        }
        return output.format() == MediaType.JSON && !output.pretty()
                ? json(status, codec.toJson(value))
                : tree(status, output, codec.toTree(value));
    }

    static HttpResponse tree(int status, Output output, Map<String, @Nullable Object> tree) {
        if (output.format() == MediaType.YAML) {
            return body(status, MediaType.YAML, Codec.yaml(tree));
        }
        return json(status, output.pretty() ? Codec.prettyJson(tree, 2) : Codec.json(tree));
    }

    static HttpResponse json(int status, String json) {
        return body(status, MediaType.JSON, json.endsWith("\n") ? json : json + "\n");
    }

    private static HttpResponse body(int status, MediaType format, String text) {
        return HttpResponse.of(status, format.text(), text.getBytes(StandardCharsets.UTF_8));
    }
}

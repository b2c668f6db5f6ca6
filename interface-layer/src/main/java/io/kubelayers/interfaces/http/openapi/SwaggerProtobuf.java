package io.kubelayers.interfaces.http.openapi;

import com.google.protobuf.CodedOutputStream;
import io.kubelayers.nucleus.codec.Codec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Swagger documents as protobuf, which older parts of kubectl read (gnostic {@code openapiv2/OpenAPIv2.proto}, whose field
 * numbers these are). Written are the parts that such documents of an API server have: information, paths with their
 * operations, parameters and responses, and definitions.
 */
public final class SwaggerProtobuf {
    public static final String CONTENT_TYPE = "application/com.github.proto-openapi.spec.v2.v1.0+protobuf";

    private static final List<String> METHODS = List.of("get", "put", "post", "delete", "options", "head", "patch");

    private SwaggerProtobuf() {}

    private interface Content {
        void write(CodedOutputStream out) throws IOException;
    }

    /** A document as bytes. */
    public static byte[] of(Map<String, @Nullable Object> swagger) {
        return bytes(out -> {
            text(out, 1, swagger.get("swagger"));
            message(out, 2, info -> {
                text(info, 1, map(swagger.get("info")).get("title"));
                text(info, 2, map(swagger.get("info")).get("version"));
            });
            message(out, 8, paths -> named(paths, 2, swagger.get("paths"), SwaggerProtobuf::path));
            message(out, 9, all -> named(all, 1, swagger.get("definitions"), SwaggerProtobuf::schema));
            message(out, 10, all -> named(all, 1, swagger.get("parameters"), SwaggerProtobuf::parameter));
            for (var requirement : list(swagger.get("security"))) {
                message(out, 12, one -> named(one, 1, requirement, (item, none) -> {}));
            }
            message(out, 13, all -> named(all, 1, swagger.get("securityDefinitions"), SwaggerProtobuf::apiKey));
        });
    }

    private interface Writer {
        void write(CodedOutputStream out, Map<String, @Nullable Object> value) throws IOException;
    }

    private static void named(CodedOutputStream out, int number, @Nullable Object values, Writer writer)
            throws IOException {
        for (var entry : map(values).entrySet()) {
            message(out, number, one -> {
                text(one, 1, entry.getKey());
                message(one, 2, value -> writer.write(value, map(entry.getValue())));
            });
        }
    }

    /** The second of the forms that such a definition may have. */
    private static void apiKey(CodedOutputStream out, Map<String, @Nullable Object> fields) throws IOException {
        message(out, 2, key -> {
            text(key, 1, fields.get("type"));
            text(key, 2, fields.get("name"));
            text(key, 3, fields.get("in"));
            text(key, 4, fields.get("description"));
        });
    }

    private static void path(CodedOutputStream out, Map<String, @Nullable Object> path) throws IOException {
        for (int i = 0; i < METHODS.size(); i++) {
            var operation = path.get(METHODS.get(i));
            if (operation != null) {
                message(out, i + 2, one -> operation(one, map(operation)));
            }
        }
        parameters(out, 9, path.get("parameters"));
        extensions(out, 10, path);
    }

    private static void operation(CodedOutputStream out, Map<String, @Nullable Object> operation) throws IOException {
        texts(out, 1, operation.get("tags"));
        text(out, 3, operation.get("description"));
        text(out, 5, operation.get("operationId"));
        texts(out, 6, operation.get("produces"));
        texts(out, 7, operation.get("consumes"));
        parameters(out, 8, operation.get("parameters"));
        message(out, 9, responses -> named(responses, 1, operation.get("responses"), SwaggerProtobuf::response));
        texts(out, 10, operation.get("schemes"));
        extensions(out, 13, operation);
    }

    private static void response(CodedOutputStream out, Map<String, @Nullable Object> response) throws IOException {
        message(out, 1, plain -> {
            text(plain, 1, response.get("description"));
            if (response.get("schema") != null) {
                message(plain, 2, item -> message(item, 1, schema -> schema(schema, map(response.get("schema")))));
            }
        });
    }

    private static void parameters(CodedOutputStream out, int number, @Nullable Object parameters) throws IOException {
        for (var parameter : list(parameters)) {
            var fields = map(parameter);
            message(out, number, item -> {
                if (fields.containsKey("$ref")) {
                    message(item, 2, reference -> text(reference, 1, fields.get("$ref")));
                } else {
                    message(item, 1, one -> parameter(one, fields));
                }
            });
        }
    }

    private static void parameter(CodedOutputStream out, Map<String, @Nullable Object> fields) throws IOException {
        if ("body".equals(fields.get("in"))) {
            message(out, 1, body -> {
                text(body, 1, fields.get("description"));
                text(body, 2, fields.get("name"));
                text(body, 3, fields.get("in"));
                flag(body, 4, fields.get("required"));
                message(body, 5, schema -> schema(schema, map(fields.get("schema"))));
            });
            return;
        }
        boolean query = "query".equals(fields.get("in"));
        message(
                out,
                2,
                other -> message(other, query ? 3 : 4, one -> {
                    flag(one, 1, fields.get("required"));
                    text(one, 2, fields.get("in"));
                    text(one, 3, fields.get("description"));
                    text(one, 4, fields.get("name"));
                    text(one, query ? 6 : 5, fields.get("type"));
                    flag(one, query ? 20 : 19, fields.get("uniqueItems"));
                }));
    }

    private static void schema(CodedOutputStream out, Map<String, @Nullable Object> schema) throws IOException {
        text(out, 1, schema.get("$ref"));
        text(out, 2, schema.get("format"));
        text(out, 3, schema.get("title"));
        text(out, 4, schema.get("description"));
        if (schema.get("default") != null) {
            any(out, 5, schema.get("default"));
        }
        texts(out, 19, schema.get("required"));
        for (var value : list(schema.get("enum"))) {
            any(out, 20, value);
        }
        var additional = schema.get("additionalProperties");
        if (additional instanceof Boolean allowed) {
            message(out, 21, item -> item.writeBool(2, allowed));
        } else if (additional != null) {
            message(out, 21, item -> message(item, 1, one -> schema(one, map(additional))));
        }
        if (schema.get("type") != null) {
            message(out, 22, item -> text(item, 1, schema.get("type")));
        }
        if (schema.get("items") != null) {
            message(out, 23, item -> message(item, 1, one -> schema(one, map(schema.get("items")))));
        }
        if (schema.get("properties") != null) {
            message(out, 25, all -> named(all, 1, schema.get("properties"), SwaggerProtobuf::schema));
        }
        extensions(out, 31, schema);
    }

    private static void extensions(CodedOutputStream out, int number, Map<String, @Nullable Object> fields)
            throws IOException {
        for (var entry : fields.entrySet()) {
            if (entry.getKey().startsWith("x-")) {
                message(out, number, extension -> {
                    text(extension, 1, entry.getKey());
                    any(extension, 2, entry.getValue());
                });
            }
        }
    }

    /** Any value is written as YAML, and JSON is YAML. */
    private static void any(CodedOutputStream out, int number, @Nullable Object value) throws IOException {
        message(out, number, any -> any.writeString(2, Codec.json(value) + "\n"));
    }

    private static void text(CodedOutputStream out, int number, @Nullable Object text) throws IOException {
        if (text instanceof String string && !string.isEmpty()) {
            out.writeString(number, string);
        }
    }

    private static void texts(CodedOutputStream out, int number, @Nullable Object texts) throws IOException {
        for (var text : list(texts)) {
            text(out, number, text);
        }
    }

    private static void flag(CodedOutputStream out, int number, @Nullable Object flag) throws IOException {
        if (Boolean.TRUE.equals(flag)) {
            out.writeBool(number, true);
        }
    }

    private static void message(CodedOutputStream out, int number, Content content) throws IOException {
        out.writeByteArray(number, bytes(content));
    }

    private static byte[] bytes(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var out = CodedOutputStream.newInstance(bytes);
            content.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("can't write to memory", e);
        }
        return bytes.toByteArray();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(@Nullable Object tree) {
        return tree instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object tree) {
        return tree instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }
}

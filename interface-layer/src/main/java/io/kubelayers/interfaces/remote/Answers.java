package io.kubelayers.interfaces.remote;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.Status;
import io.kubelayers.nucleus.meta.StatusBuilder;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what the server answers. */
final class Answers {
    private static final ReadOptions LENIENT = ReadOptions.ignore().acceptingUnknownKinds();

    /** {@code 299 - "text"} of RFC 7234, quotes and backslashes escaped. */
    private static final Pattern WARNING = Pattern.compile("299 \\S+ \"((?:[^\"\\\\]|\\\\.)*+)\".*");

    private Answers() {}

    /** @throws ApiException if the server refused */
    static ApiResponse read(HttpResponse<String> answer, ApiRequest request, Codec codec) {
        int code = answer.statusCode();
        if (code >= 300) {
            throw refusal(code, answer.body(), codec);
        }
        var warnings = warnings(answer);
        try {
            var tree = Codec.readTree(answer.body(), LENIENT);
            var kind = Tree.text(tree, "kind");
            if (kind.equals("Status") && Tree.text(tree, "apiVersion").equals("v1")) {
                return new ApiResponse.Outcome(code, codec.decode(tree, Status.class), warnings);
            }
            var type = codec.types().byResource(request.resource());
            if (type.isPresent() && kind.equals(type.get().listKind()) && tree.containsKey("items")) {
                return new ApiResponse.Many(
                        codec.readList(answer.body(), type.get(), LENIENT).value(), warnings);
            }
            return new ApiResponse.One(code, codec.decode(tree, LENIENT).value(), warnings);
        } catch (DecodeException e) {
            throw ApiErrors.internal("the server's answer cannot be read: " + e.getMessage());
        }
    }

    /** What the server's refusal says, or what its code says where there is no more. */
    static ApiException refusal(int code, String body, Codec codec) {
        try {
            var tree = Codec.readTree(body, LENIENT);
            if (Tree.text(tree, "kind").equals("Status")) {
                return refusal(tree, codec);
            }
        } catch (DecodeException e) {
            return plain(code, body); // some proxy's page
        }
        return plain(code, body);
    }

    /** The refusal that a Status is. */
    static ApiException refusal(Map<String, @Nullable Object> status, Codec codec) {
        return new ApiException(codec.decode(status, Status.class));
    }

    private static ApiException plain(int code, String body) {
        var text = body.strip();
        return new ApiException(StatusBuilder.builder()
                .status("Failure")
                .code(code)
                .message(text.isEmpty() ? "the server answered " + code : text)
                .build());
    }

    private static List<String> warnings(HttpResponse<?> answer) {
        return answer.headers().allValues("Warning").stream()
                .map(WARNING::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).replaceAll("\\\\(.)", "$1"))
                .toList();
    }
}

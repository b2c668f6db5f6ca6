package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.server.Body.PatchType;
import java.util.Optional;
import java.util.StringJoiner;

/** Which formats of bodies are read. */
final class BodyFormat {
    private BodyFormat() {}

    /**
     * The format of an object; without a Content-Type it is JSON.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 415 if the body is something else
     */
    static MediaType of(HttpRequest request) {
        var named = MediaType.named(request.headers().first("Content-Type"));
        for (var type : MediaType.values()) {
            if (type.text().equals(named)) {
                return type;
            }
        }
        if (named.isEmpty()) {
            return MediaType.JSON;
        } else {
            throw ApiErrors.unsupportedMediaType(unknown(Output.ACCEPTED));
        }
    }

    /**
     * The type of a patch.
     *
     * @param builtIn whether the kind has a record, which strategic merge needs
     * @throws io.kubelayers.nucleus.errors.ApiException 415 if it is none
     */
    static PatchType patch(HttpRequest request, boolean builtIn) {
        var named = MediaType.named(request.headers().first("Content-Type"));
        return find(named)
                .filter(type -> builtIn || type != PatchType.STRATEGIC_MERGE)
                .orElseThrow(() -> ApiErrors.unsupportedMediaType(unknown(patchTypes(builtIn))));
    }

    private static Optional<PatchType> find(String named) {
        for (var type : PatchType.values()) {
            if (type.contentType().equals(named)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static String patchTypes(boolean builtIn) {
        var types = new StringJoiner(", ");
        for (var type : PatchType.values()) {
            if (builtIn || type != PatchType.STRATEGIC_MERGE) {
                types.add(type.contentType());
            }
        }
        return types.toString();
    }

    private static String unknown(String accepted) {
        return "the body of the request was in an unknown format - accepted media types include: " + accepted;
    }
}

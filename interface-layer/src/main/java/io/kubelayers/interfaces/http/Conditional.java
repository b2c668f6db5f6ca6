package io.kubelayers.interfaces.http;

import com.google.common.hash.Hashing;
import java.util.Locale;

/** Answers with a tag of their content: who has it already is told so (RFC 7232). */
final class Conditional {
    private Conditional() {}

    /** What the tag of a content says. */
    static String hash(byte[] bytes) {
        return Hashing.sha512().hashBytes(bytes).toString().toUpperCase(Locale.ROOT);
    }

    static HttpResponse answer(HttpRequest request, HttpResponse full, String contentType) {
        var bytes = full.payload() instanceof HttpResponse.Bytes body ? body.bytes() : new byte[0];
        var tag = "\"" + hash(bytes) + "\"";
        if (request.headers().first("If-None-Match").equals(tag)) {
            return new HttpResponse(304, Headers.NONE, new HttpResponse.Bytes(new byte[0]))
                    .with("ETag", tag)
                    .with("Vary", "Accept");
        }
        return HttpResponse.of(full.status(), contentType, bytes)
                .with("ETag", tag)
                .with("Vary", "Accept");
    }
}

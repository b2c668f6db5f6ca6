package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Where a page of a list ended. Opaque to clients.
 *
 * @param revision revision of the list
 * @param namespace namespace of the last object given
 * @param name its name
 */
record ContinueToken(long revision, String namespace, String name) {
    String encode() {
        var text = revision + "/" + namespace + "/" + name;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token back.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it is not one of ours
     */
    static ContinueToken decode(String token) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            var parts = text.split("/", -1);
            if (parts.length == 3) {
                return new ContinueToken(Long.parseLong(parts[0]), parts[1], parts[2]);
            }
        } catch (IllegalArgumentException malformed) {
            throw ApiErrors.badRequest("invalid continue token: continue key is not valid: illegal base64 data at input"
                    + " byte " + firstBad(token));
        }
        throw ApiErrors.badRequest("invalid continue token: continue key is not valid: server error");
    }

    private static int firstBad(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && c != '-' && c != '_') {
                return i;
            }
        }
        return Math.max(0, token.length() - 1);
    }
}

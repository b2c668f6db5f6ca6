package io.kubelayers.interfaces.http.server;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Users;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A token by which the server knows its administrator, made anew for each server. */
final class AdminToken {
    private final String token;

    AdminToken() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String text() {
        return token;
    }

    Authenticator authenticator() {
        var expected = token.getBytes(StandardCharsets.UTF_8);
        return credentials -> {
            var shown = credentials.bearerToken();
            // compared in constant time: how long it takes tells nothing
            return shown != null && MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(Users.admin())
                    : Optional.empty();
        };
    }
}

package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A bearer token, made anew each time, by which a server knows one user. */
public final class UserToken {
    private final String token;
    private final UserInfo user;

    private UserToken(String token, UserInfo user) {
        this.token = token;
        this.user = user;
    }

    /** A new token for a user. */
    public static UserToken of(UserInfo user) {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return new UserToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), user);
    }

    /** What the user shows. */
    public String text() {
        return token;
    }

    /** Knows the user by the token. */
    public Authenticator authenticator() {
        var expected = token.getBytes(StandardCharsets.UTF_8);
        return credentials -> {
            var shown = credentials.bearerToken();
            // compared in constant time: how long it takes tells nothing
            return shown != null && MessageDigest.isEqual(expected, shown.getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(user)
                    : Optional.empty();
        };
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return "token of " + user.username();
    }
}

package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import org.jspecify.annotations.Nullable;

/**
 * What a caller shows to say who they are.
 *
 * @param asserted a user named by a trusted caller in the same process; null for remote callers
 * @param bearerToken the token of an Authorization header; null if none
 */
public record Credentials(@Nullable UserInfo asserted, @Nullable String bearerToken) {
    public static Credentials of(UserInfo user) {
        return new Credentials(user, null);
    }

    public static Credentials token(String bearerToken) {
        return new Credentials(null, bearerToken);
    }

    public static Credentials none() {
        return new Credentials(null, null);
    }

    /** Never shows the token. */
    @Override
    public String toString() {
        return asserted != null ? "Credentials[" + asserted.username() + "]" : "Credentials[token or none]";
    }
}

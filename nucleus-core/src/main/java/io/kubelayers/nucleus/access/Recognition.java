package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator makes of a token that is for certain audiences, as a TokenReview asks it.
 *
 * @param user whose token it is; null if it is not known, or not for any of them
 * @param audiences those of the audiences that the token is for
 * @param complaint why a token of a known kind is not good; null if it is, or is of another kind
 */
public record Recognition(@Nullable UserInfo user, List<String> audiences, @Nullable String complaint) {
    private static final Recognition NONE = new Recognition(null, List.of(), null);

    /** Credentials that mean nothing here. */
    public static Recognition none() {
        return NONE;
    }

    public static Recognition of(UserInfo user, List<String> audiences) {
        return new Recognition(user, audiences, null);
    }

    public static Recognition refused(String complaint) {
        return new Recognition(null, List.of(), complaint);
    }
}

package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.Optional;

/** Turns credentials into a user. */
@FunctionalInterface
public interface Authenticator {
    /** The user, or empty when these credentials mean nothing here and the next authenticator may try. */
    Optional<UserInfo> authenticate(Credentials credentials);

    /** Who gives the tokens that this one knows; empty if it knows none, or keeps to itself how they are checked. */
    default Optional<TokenIssuer> issuer() {
        return Optional.empty();
    }

    /** In-process callers say who they are and are believed. */
    static Authenticator trustingProcess() {
        return credentials -> Optional.ofNullable(credentials.asserted());
    }
}

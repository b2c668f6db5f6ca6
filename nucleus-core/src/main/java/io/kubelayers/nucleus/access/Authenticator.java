package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.List;
import java.util.Optional;

/** Turns credentials into a user. */
@FunctionalInterface
public interface Authenticator {
    /** The API server's own audience: whom credentials are for that do not say otherwise. */
    String AUDIENCE = "https://kubernetes.default.svc";

    /** The user, or empty when these credentials mean nothing here and the next authenticator may try. */
    Optional<UserInfo> authenticate(Credentials credentials);

    /** Who gives the tokens that this one knows; empty if it knows none, or keeps to itself how they are checked. */
    default Optional<TokenIssuer> issuer() {
        return Optional.empty();
    }

    /**
     * What the credentials are worth to those who are among these audiences. Without saying otherwise they are for the API
     * server alone ({@code WrapAudienceAgnosticToken}).
     */
    default Recognition recognize(Credentials credentials, List<String> audiences) {
        if (!audiences.contains(AUDIENCE)) {
            return Recognition.none();
        }
        return authenticate(credentials)
                .map(user -> Recognition.of(user, List.of(AUDIENCE)))
                .orElse(Recognition.none());
    }

    /** In-process callers say who they are and are believed. */
    static Authenticator trustingProcess() {
        return credentials -> Optional.ofNullable(credentials.asserted());
    }
}

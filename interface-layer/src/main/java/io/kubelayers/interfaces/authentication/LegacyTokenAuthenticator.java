package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.value.Bytes;
import java.util.Map;
import java.util.Optional;

/** Knows service accounts by the tokens in their secrets, as long as account and secret are there and hold the token. */
final class LegacyTokenAuthenticator implements Authenticator {
    private final LegacyTokens tokens;
    private final Informers informers;

    LegacyTokenAuthenticator(LegacyTokens tokens, Informers informers) {
        this.tokens = tokens;
        this.informers = informers;
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        var text = credentials.bearerToken();
        return text == null
                ? Optional.empty()
                : tokens.read(text).filter(token -> isAlive(token, text)).map(LegacyTokenAuthenticator::user);
    }

    private boolean isAlive(LegacyTokens.LegacyToken token, String text) {
        var secret = informers.lister(Secret.class).get(token.namespace(), token.secret());
        var account = informers.lister(ServiceAccount.class).get(token.namespace(), token.account());
        return secret.isPresent()
                && !secret.get().metadata().isBeingDeleted()
                && Bytes.utf8(text).equals(secret.get().data().get(TokenSecretSigner.TOKEN))
                && account.isPresent()
                && !account.get().metadata().isBeingDeleted()
                && token.accountUid().equals(account.get().metadata().uid());
    }

    private static UserInfo user(LegacyTokens.LegacyToken token) {
        var plain = Users.serviceAccount(token.namespace(), token.account());
        return new UserInfo(plain.username(), token.accountUid(), plain.groups(), Map.of());
    }
}

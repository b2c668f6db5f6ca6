package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ServiceAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows service accounts by their tokens, as long as the account and the object a token is bound to are there. */
final class AccountTokenAuthenticator implements Authenticator {
    private static final String EXTRA = "authentication.kubernetes.io/";

    private final AccountTokens tokens;
    private final Informers informers;

    AccountTokenAuthenticator(AccountTokens tokens, Informers informers) {
        this.tokens = tokens;
        this.informers = informers;
    }

    @Override
    public Optional<TokenIssuer> issuer() {
        return Optional.of(tokens.issuer());
    }

    @Override
    public Optional<UserInfo> authenticate(Credentials credentials) {
        var text = credentials.bearerToken();
        if (text == null) {
            return Optional.empty();
        }
        return tokens.read(text)
                .filter(token -> token.audiences().contains(AccountTokens.ISSUER))
                .filter(this::isAlive)
                .map(AccountTokenAuthenticator::user);
    }

    private boolean isAlive(AccountToken token) {
        var account = informers.lister(ServiceAccount.class).get(token.namespace(), token.account());
        if (account.isEmpty()
                || !token.accountUid().equals(account.get().metadata().uid())) {
            return false;
        }
        var bound = token.bound();
        return bound == null
                || BoundObjects.find(informers, bound.kind(), token.namespace(), bound.name())
                        .filter(object -> bound.uid().equals(object.metadata().uid()))
                        .isPresent();
    }

    private static UserInfo user(AccountToken token) {
        var plain = Users.serviceAccount(token.namespace(), token.account());
        Map<String, List<String>> extra = new TreeMap<>();
        extra.put(EXTRA + "credential-id", List.of("JTI=" + token.id()));
        var bound = token.bound();
        if (bound != null && bound.kind().equals("Pod")) {
            extra.put(EXTRA + "pod-name", List.of(bound.name()));
            extra.put(EXTRA + "pod-uid", List.of(bound.uid()));
        }
        return new UserInfo(plain.username(), token.accountUid(), plain.groups(), extra);
    }
}

package io.kubelayers.interfaces.authentication;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Recognition;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.validation.GoText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Knows service accounts by their tokens, as long as the account and the object a token is bound to are there ({@code
 * pkg/serviceaccount/jwt.go} and {@code claims.go}).
 */
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
        return Optional.ofNullable(recognize(credentials, List.of(AUDIENCE)).user());
    }

    @Override
    public Recognition recognize(Credentials credentials, List<String> audiences) {
        var text = credentials.bearerToken();
        var token = text == null ? null : tokens.read(text).orElse(null);
        if (token == null) {
            return Recognition.none();
        }
        var common = new ArrayList<>(token.audiences());
        common.retainAll(audiences);
        if (common.isEmpty()) {
            return Recognition.refused("token audiences " + quoted(token.audiences())
                    + " is invalid for the target audiences " + quoted(audiences));
        }
        var complaint = complaint(token);
        return complaint == null ? Recognition.of(user(token), common) : Recognition.refused(complaint);
    }

    private static String quoted(List<String> audiences) {
        var quoted = audiences.stream().map(GoText::quote).toList();
        return "[" + String.join(" ", quoted) + "]";
    }

    /** Why a token that is for the right audience is not good; null if it is. */
    private @Nullable String complaint(AccountToken token) {
        var untimely = tokens.untimely(token);
        if (untimely != null) {
            return untimely;
        }
        var account = informers
                .lister(ServiceAccount.class)
                .get(token.namespace(), token.account())
                .orElse(null);
        if (account == null) {
            return "serviceaccounts \"" + token.account() + "\" not found";
        }
        var uid = account.metadata().uidOrEmpty();
        if (!token.accountUid().equals(uid)) {
            return "service account UID (" + uid + ") does not match claim (" + token.accountUid() + ")";
        }
        return token.bound() == null ? null : complaint(token, token.bound());
    }

    private @Nullable String complaint(AccountToken token, AccountToken.Bound bound) {
        var object = BoundObjects.find(informers, bound.kind(), token.namespace(), bound.name())
                .orElse(null);
        if (object == null) {
            return "service account token has been invalidated";
        }
        var uid = object.metadata().uidOrEmpty();
        var kind = bound.kind().toLowerCase(Locale.ROOT);
        return bound.uid().equals(uid)
                ? null
                : kind + " UID (" + uid + ") does not match service account " + kind + " ref claim (" + bound.uid()
                        + ")";
    }

    private static UserInfo user(AccountToken token) {
        var plain = Users.serviceAccount(token.namespace(), token.account());
        Map<String, List<String>> extra = new TreeMap<>();
        extra.put(EXTRA + "credential-id", List.of("JTI=" + token.id()));
        var bound = token.bound();
        if (bound != null && bound.kind().equals("Pod")) {
            tell("pod", bound, extra);
        }
        var node = bound != null && bound.kind().equals("Node") ? bound : token.node();
        if (node != null) {
            tell("node", node, extra);
        }
        return new UserInfo(plain.username(), token.accountUid(), plain.groups(), extra);
    }

    private static void tell(String what, AccountToken.Bound bound, Map<String, List<String>> extra) {
        extra.put(EXTRA + what + "-name", List.of(bound.name()));
        if (!bound.uid().isEmpty()) {
            extra.put(EXTRA + what + "-uid", List.of(bound.uid()));
        }
    }
}

package io.kubelayers.interfaces.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.runtime.Runtime;
import java.text.ParseException;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens as text and back (pkg {@code serviceaccount/claims.go}). */
final class AccountTokens {
    static final String ISSUER = "https://kubernetes.default.svc";
    private static final String KUBERNETES = "kubernetes.io";

    private final TokenKey key;
    private final Runtime runtime;

    AccountTokens(TokenKey key, Runtime runtime) {
        this.key = key;
        this.runtime = runtime;
    }

    TokenIssuer issuer() {
        return new TokenIssuer(ISSUER, key.publicKeys(), List.of("ES256"));
    }

    String write(AccountToken token) {
        var about = new LinkedHashMap<String, @Nullable Object>();
        about.put("namespace", token.namespace());
        var bound = token.bound();
        if (bound != null) {
            about.put(bound.kind().toLowerCase(Locale.ROOT), object(bound.name(), bound.uid()));
        }
        about.put("serviceaccount", object(token.account(), token.accountUid()));
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(token.audiences())
                .subject("system:serviceaccount:" + token.namespace() + ":" + token.account())
                .issueTime(Date.from(token.issued()))
                .notBeforeTime(Date.from(token.issued()))
                .expirationTime(Date.from(token.expires()))
                .jwtID(token.id())
                .claim(KUBERNETES, about)
                .build());
    }

    private static Map<String, @Nullable Object> object(String name, String uid) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("name", name);
        object.put("uid", uid);
        return object;
    }

    /** What a text says, if it is a token of ours that is valid now. */
    Optional<AccountToken> read(String text) {
        var claims = key.verified(text);
        if (claims.isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(claims.get());
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }

    private Optional<AccountToken> read(JWTClaimsSet claims) throws ParseException {
        var now = runtime.now();
        var expires = claims.getExpirationTime();
        var issued = claims.getNotBeforeTime();
        if (!ISSUER.equals(claims.getIssuer())
                || expires == null
                || issued == null
                || !expires.toInstant().isAfter(now)
                || issued.toInstant().isAfter(now)) {
            return Optional.empty();
        }
        var about = claims.getJSONObjectClaim(KUBERNETES);
        return Optional.of(new AccountToken(
                Tree.text(about, "namespace"),
                Tree.text(about, "serviceaccount", "name"),
                Tree.text(about, "serviceaccount", "uid"),
                claims.getAudience(),
                issued.toInstant(),
                expires.toInstant(),
                claims.getJWTID() == null ? "" : claims.getJWTID(),
                bound(about)));
    }

    private static AccountToken.@Nullable Bound bound(Map<String, Object> about) {
        for (var kind : new String[] {"Pod", "Secret", "Node"}) {
            var name = kind.toLowerCase(Locale.ROOT);
            if (about.containsKey(name)) {
                return new AccountToken.Bound(kind, Tree.text(about, name, "name"), Tree.text(about, name, "uid"));
            }
        }
        return null;
    }
}

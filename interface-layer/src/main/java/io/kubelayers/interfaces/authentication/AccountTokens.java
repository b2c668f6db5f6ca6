package io.kubelayers.interfaces.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.runtime.Runtime;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens as text and back (pkg {@code serviceaccount/claims.go}). */
final class AccountTokens {
    static final String ISSUER = Authenticator.AUDIENCE;
    private static final String KUBERNETES = "kubernetes.io";
    private static final String NODE = "node";

    /** How far clocks may differ. */
    private static final Duration LEEWAY = Duration.ofMinutes(1);

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
        var node = token.node();
        if (node != null) {
            about.put(NODE, object(node.name(), node.uid()));
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
        if (!uid.isEmpty()) {
            object.put("uid", uid);
        }
        return object;
    }

    /** Why a token is not valid now, as far as the time tells; null if it is. */
    @Nullable
    String untimely(AccountToken token) {
        var now = runtime.now();
        if (now.minus(LEEWAY).isAfter(token.expires())) {
            return "service account token has expired";
        }
        return now.plus(LEEWAY).isBefore(token.issued()) ? "service account token is not valid yet" : null;
    }

    /** What a text says, if it is a token of ours. */
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
        var expires = claims.getExpirationTime();
        var issued = claims.getNotBeforeTime();
        if (!ISSUER.equals(claims.getIssuer()) || expires == null || issued == null) {
            return Optional.empty();
        }
        var about = claims.getJSONObjectClaim(KUBERNETES);
        var bound = bound(about);
        boolean ofPod = bound != null && bound.kind().equals("Pod");
        return Optional.of(new AccountToken(
                Tree.text(about, "namespace"),
                Tree.text(about, "serviceaccount", "name"),
                Tree.text(about, "serviceaccount", "uid"),
                claims.getAudience(),
                issued.toInstant(),
                expires.toInstant(),
                claims.getJWTID() == null ? "" : claims.getJWTID(),
                bound,
                ofPod && about.containsKey(NODE) ? reference("Node", about) : null));
    }

    private static AccountToken.@Nullable Bound bound(Map<String, Object> about) {
        for (var kind : new String[] {"Pod", "Secret", "Node"}) {
            if (about.containsKey(kind.toLowerCase(Locale.ROOT))) {
                return reference(kind, about);
            }
        }
        return null;
    }

    private static AccountToken.Bound reference(String kind, Map<String, Object> about) {
        var name = kind.toLowerCase(Locale.ROOT);
        return new AccountToken.Bound(kind, Tree.text(about, name, "name"), Tree.text(about, name, "uid"));
    }
}

package io.kubelayers.interfaces.authentication;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.Optional;

/** The tokens inside secrets: without an end, valid while the secret is there ({@code pkg/serviceaccount/legacy.go}). */
final class LegacyTokens {
    private static final String ISSUER = "kubernetes/serviceaccount";
    private static final String CLAIMS = "kubernetes.io/serviceaccount/";
    private static final String NAMESPACE = CLAIMS + "namespace";
    private static final String SECRET = CLAIMS + "secret.name";
    private static final String ACCOUNT = CLAIMS + "service-account.name";
    private static final String ACCOUNT_UID = CLAIMS + "service-account.uid";

    private final TokenKey key;

    LegacyTokens(TokenKey key) {
        this.key = key;
    }

    /**
     * What such a token says.
     *
     * @param namespace where account and secret are
     * @param secret name of the secret that holds the token
     * @param account name of the account
     * @param accountUid its uid
     */
    record LegacyToken(String namespace, String secret, String account, String accountUid) {}

    String write(LegacyToken token) {
        return key.sign(new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .claim(NAMESPACE, token.namespace())
                .claim(SECRET, token.secret())
                .claim(ACCOUNT, token.account())
                .claim(ACCOUNT_UID, token.accountUid())
                .subject("system:serviceaccount:" + token.namespace() + ":" + token.account())
                .build());
    }

    /** What a text says, if it is such a token of ours. */
    Optional<LegacyToken> read(String text) {
        var claims = key.verified(text).orElse(null);
        if (claims == null || !ISSUER.equals(claims.getIssuer())) {
            return Optional.empty();
        }
        try {
            return Optional.of(new LegacyToken(
                    String.valueOf(claims.getStringClaim(NAMESPACE)),
                    String.valueOf(claims.getStringClaim(SECRET)),
                    String.valueOf(claims.getStringClaim(ACCOUNT)),
                    String.valueOf(claims.getStringClaim(ACCOUNT_UID))));
        } catch (ParseException malformed) {
            return Optional.empty();
        }
    }
}

package io.kubelayers.interfaces.authentication;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/** The key by which tokens are signed and known again: ES256. Other algorithms, {@code none} among them, are refused. */
final class TokenKey {
    private final ECKey key;

    private TokenKey(ECKey key) {
        this.key = key;
    }

    static TokenKey generate() {
        try {
            return new TokenKey(
                    new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("can't make a key for tokens", e);
        }
    }

    /** What others check tokens with: a set of its public part alone. */
    String publicKeys() {
        var named = new ECKey.Builder(key.toPublicJWK())
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .build();
        return new JWKSet(named).toString();
    }

    String sign(JWTClaimsSet claims) {
        var header =
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("can't sign a token", e);
        }
        return token.serialize();
    }

    /** The claims of a token; empty if it is not one signed with this key. */
    Optional<JWTClaimsSet> verified(String text) {
        try {
            var token = SignedJWT.parse(text);
            if (!JWSAlgorithm.ES256.equals(token.getHeader().getAlgorithm())
                    || !token.verify(new ECDSAVerifier(key.toECPublicKey()))) {
                return Optional.empty();
            }
            return Optional.of(token.getJWTClaimsSet());
        } catch (ParseException | JOSEException notOne) {
            return Optional.empty();
        }
    }
}

package io.kubelayers.nucleus.access;

import java.util.List;

/**
 * Who gives tokens to service accounts, and how others can check them (OpenID Connect discovery).
 *
 * @param name the issuer as tokens name it, an URL
 * @param keys its public keys, a JSON Web Key Set
 * @param algorithms how they sign, such as {@code ES256}
 */
public record TokenIssuer(String name, String keys, List<String> algorithms) {
    public TokenIssuer {
        algorithms = List.copyOf(algorithms);
    }
}

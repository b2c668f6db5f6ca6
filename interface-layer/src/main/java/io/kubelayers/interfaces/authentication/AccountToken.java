package io.kubelayers.interfaces.authentication;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token says.
 *
 * @param namespace namespace of the account
 * @param account name of the account
 * @param accountUid its uid
 * @param audiences who may accept the token
 * @param issued since when it is valid
 * @param expires when it stops being valid
 * @param id tells tokens apart
 * @param bound the object whose end is the token's end; null if none
 */
record AccountToken(
        String namespace,
        String account,
        String accountUid,
        List<String> audiences,
        Instant issued,
        Instant expires,
        String id,
        @Nullable Bound bound) {
    /**
     * An object that a token is bound to.
     *
     * @param kind Pod, Secret or Node
     * @param name its name
     * @param uid its uid
     */
    record Bound(String kind, String name, String uid) {}
}

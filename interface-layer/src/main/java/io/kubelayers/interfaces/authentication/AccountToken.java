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
 * @param node the node of the pod that it is bound to; null if it is bound to none, or the pod has none yet
 */
record AccountToken(
        String namespace,
        String account,
        String accountUid,
        List<String> audiences,
        Instant issued,
        Instant expires,
        String id,
        @Nullable Bound bound,
        @Nullable Bound node) {
    /**
     * An object that a token is bound to.
     *
     * @param kind Pod, Secret or Node
     * @param name its name
     * @param uid its uid; "" of a node that is gone
     */
    record Bound(String kind, String name, String uid) {}
}

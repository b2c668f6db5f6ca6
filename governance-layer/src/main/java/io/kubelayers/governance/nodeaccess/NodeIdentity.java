package io.kubelayers.governance.nodeaccess;

import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.Optional;

/** Which node a user is the agent of ({@code pkg/auth/nodeidentifier}). */
final class NodeIdentity {
    private static final String PREFIX = "system:node:";

    private NodeIdentity() {}

    /** The node's name, "" for an agent of no node in particular; empty for users that are no agents. */
    static Optional<String> of(UserInfo user) {
        var name = user.username();
        return name != null && name.startsWith(PREFIX) && user.groups().contains(Users.NODES)
                ? Optional.of(name.substring(PREFIX.length()))
                : Optional.empty();
    }
}

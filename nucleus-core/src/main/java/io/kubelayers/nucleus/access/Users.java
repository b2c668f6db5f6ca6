package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Well-known users and groups (apiserver {@code authentication/user}). */
public final class Users {
    /** Group whose members may do everything, whatever the policy says. */
    public static final String MASTERS = "system:masters";

    public static final String AUTHENTICATED = "system:authenticated";
    public static final String UNAUTHENTICATED = "system:unauthenticated";
    public static final String SERVICE_ACCOUNTS = "system:serviceaccounts";
    public static final String NODES = "system:nodes";

    private Users() {}

    /** The cluster administrator: a member of system:masters. */
    public static UserInfo admin() {
        return user("kubernetes-admin", MASTERS);
    }

    public static UserInfo anonymous() {
        return new UserInfo("system:anonymous", null, List.of(UNAUTHENTICATED), Map.of());
    }

    /** An authenticated user with these groups; {@code system:authenticated} comes with them. */
    public static UserInfo user(String name, String... groups) {
        var all = new ArrayList<>(List.of(groups));
        all.add(AUTHENTICATED);
        return new UserInfo(name, null, all, Map.of());
    }

    /**
     * A controller of the cluster itself, such as {@code system:serviceaccount:kube-system:deployment-controller}. It acts
     * as an administrator, so that a cluster works before it has any policy.
     */
    public static UserInfo controller(String name) {
        var account = serviceAccount("kube-system", name);
        var groups = new ArrayList<>(account.groups());
        groups.add(MASTERS);
        return new UserInfo(account.username(), null, groups, Map.of());
    }

    public static UserInfo serviceAccount(String namespace, String name) {
        return user(
                "system:serviceaccount:" + namespace + ":" + name,
                SERVICE_ACCOUNTS,
                SERVICE_ACCOUNTS + ":" + namespace);
    }

    /** The agent of a node: user {@code system:node:<name>} in group {@code system:nodes}. */
    public static UserInfo node(String name) {
        return user("system:node:" + name, NODES);
    }
}

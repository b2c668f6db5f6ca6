package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.value.Absent;
import java.util.List;

/**
 * Who asks: a user name and all groups of that user.
 *
 * <p>The groups are complete: nothing such as {@code system:authenticated} is added when a request is decided.
 *
 * @param name user name, {@code system:serviceaccount:NAMESPACE:NAME} for a service account
 * @param groups every group the user is in
 */
public record Requester(String name, List<String> groups) {
    static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";
    /** The group whose members may do everything, RBAC or not. */
    public static final String MASTERS = "system:masters";

    public Requester {
        name = Absent.text(name);
        groups = Absent.list(groups);
    }

    public static Requester user(String name, String... groups) {
        return new Requester(name, List.of(groups));
    }

    /** A service account with the groups that the server gives to each of them. */
    public static Requester serviceAccount(String namespace, String name) {
        return new Requester(
                serviceAccountName(namespace, name),
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace, "system:authenticated"));
    }

    public static Requester of(UserInfo user) {
        return new Requester(Absent.text(user.username()), user.groups());
    }

    static String serviceAccountName(String namespace, String name) {
        return SERVICE_ACCOUNT_PREFIX + namespace + ":" + name;
    }
}

package io.kubelayers.governance.abac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.List;
import java.util.Set;

/**
 * One line of a policy file. A value of "" matches nothing, {@code *} everything.
 *
 * @param line where it stands, from 1
 * @param user name of a user; "" says nothing about users
 * @param group name of a group; "" says nothing about groups
 * @param readonly whether only get, list and watch are allowed
 * @param apiGroup group of the resource
 * @param resource plural of the resource
 * @param namespace namespace of the object
 * @param nonResourcePath path that is no resource; stars at its end match the rest
 */
public record AbacRule(
        int line,
        String user,
        String group,
        boolean readonly,
        String apiGroup,
        String resource,
        String namespace,
        String nonResourcePath) {
    private static final String ALL = "*";
    private static final Set<String> READING = Set.of("get", "list", "watch");

    /** Whether the line allows this. Upstream: {@code pkg/auth/authorizer/abac/abac.go}. */
    public boolean matches(AccessRequest request) {
        return isAbout(request.user())
                && (!readonly || READING.contains(request.verb()))
                && (request.resourceRequest() ? matchesResource(request) : matchesPath(request.path()));
    }

    /** Whether the line says something about this user. */
    boolean isAbout(UserInfo who) {
        if (user.isEmpty() && group.isEmpty()) {
            return false;
        }
        return (user.isEmpty() || user.equals(ALL) || user.equals(who.username()))
                && (group.isEmpty() || group.equals(ALL) || who.groups().contains(group));
    }

    boolean isIn(String other) {
        return fits(namespace, other);
    }

    /** What the line allows, as rules say it. */
    List<String> verbs() {
        return readonly ? List.of("get", "list", "watch") : List.of(ALL);
    }

    private boolean matchesResource(AccessRequest request) {
        return fits(namespace, request.namespace())
                && fits(resource, request.resource())
                && fits(apiGroup, request.apiGroup());
    }

    private static boolean fits(String wanted, String value) {
        return wanted.equals(ALL) || wanted.equals(value);
    }

    private boolean matchesPath(String path) {
        int end = nonResourcePath.length();
        while (end > 0 && nonResourcePath.charAt(end - 1) == '*') {
            end--;
        }
        return fits(nonResourcePath, path)
                || (end < nonResourcePath.length() && path.startsWith(nonResourcePath.substring(0, end)));
    }
}

package io.kubelayers.interfaces.http;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.AccessRequestBuilder;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to act as, by the Impersonate headers (apiserver {@code endpoints/filters/impersonation}). Each part, user,
 * groups, uid, extras, must be allowed on its own.
 */
final class Impersonation {
    private static final String EXTRA = "Impersonate-Extra-";
    private static final String ACCOUNT = "system:serviceaccount:";
    private static final String AUTHENTICATION = "authentication.k8s.io";

    private final String name;
    private final List<String> groups;
    private final @Nullable String uid;
    private final Map<String, List<String>> extra;

    private Impersonation(String name, List<String> groups, @Nullable String uid, Map<String, List<String>> extra) {
        this.name = name;
        this.groups = groups;
        this.uid = uid;
        this.extra = extra;
    }

    /**
     * What the headers ask for; empty if nothing.
     *
     * @throws NobodyImpersonatedException if they name no user
     */
    static Optional<Impersonation> of(Headers headers) {
        var name = headers.first("Impersonate-User");
        var groups = headers.all("Impersonate-Group");
        var uid = headers.first("Impersonate-Uid");
        var extra = extra(headers);
        if (name.isEmpty()) {
            if (groups.isEmpty() && uid.isEmpty() && extra.isEmpty()) {
                return Optional.empty();
            }
            throw new NobodyImpersonatedException(
                    "requested " + requests(groups, uid, extra) + " without impersonating a user");
        }
        return Optional.of(new Impersonation(name, groups, uid.isEmpty() ? null : uid, extra));
    }

    private static Map<String, List<String>> extra(Headers headers) {
        var extra = new TreeMap<String, List<String>>();
        headers.asMap().forEach((header, values) -> {
            if (header.length() > EXTRA.length() && header.regionMatches(true, 0, EXTRA, 0, EXTRA.length())) {
                var key = header.substring(EXTRA.length()).toLowerCase(Locale.ROOT);
                extra.put(unescaped(key), values);
            }
        });
        return extra;
    }

    private static String unescaped(String key) {
        try {
            return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return key;
        }
    }

    /** The parts as Go prints a list of object references. */
    private static String requests(List<String> groups, String uid, Map<String, List<String>> extra) {
        var parts = new ArrayList<String>();
        groups.forEach(group -> parts.add("{Group  " + group + "    }"));
        extra.forEach((key, values) -> values.forEach(
                value -> parts.add("{UserExtra  " + value + "  " + AUTHENTICATION + "/v1  " + key + "}")));
        if (!uid.isEmpty()) {
            parts.add("{UID  " + uid + "  " + AUTHENTICATION + "/v1  }");
        }
        return "[" + String.join(" ", parts) + "]";
    }

    /** What the one who really asks must be allowed. */
    List<AccessRequest> questions(UserInfo asker) {
        var questions = new ArrayList<AccessRequest>();
        var account = account();
        if (account.length == 2) {
            questions.add(question(asker, "", "serviceaccounts", account[1]).withNamespace(account[0]));
        } else {
            questions.add(question(asker, "", "users", name));
        }
        groups.forEach(group -> questions.add(question(asker, "", "groups", group)));
        extra.forEach((key, values) -> values.forEach(value -> questions.add(
                question(asker, AUTHENTICATION, "userextras", value).withSubresource(key))));
        if (uid != null) {
            questions.add(question(asker, AUTHENTICATION, "uids", uid));
        }
        return questions;
    }

    private static AccessRequest question(UserInfo asker, String group, String resource, String name) {
        return AccessRequestBuilder.builder(AccessRequest.to(asker, "impersonate", group, resource))
                .name(name)
                .build();
    }

    private String[] account() {
        return name.startsWith(ACCOUNT) ? name.substring(ACCOUNT.length()).split(":", -1) : new String[0];
    }

    UserInfo user() {
        var all = new ArrayList<>(groups);
        var account = account();
        if (account.length == 2 && groups.isEmpty()) {
            all.add(Users.SERVICE_ACCOUNTS);
            all.add(Users.SERVICE_ACCOUNTS + ":" + account[0]);
        }
        if (name.equals("system:anonymous")) {
            if (!all.contains(Users.UNAUTHENTICATED)) {
                all.add(Users.UNAUTHENTICATED);
            }
        } else if (!all.contains(Users.AUTHENTICATED) && !all.contains(Users.UNAUTHENTICATED)) {
            all.add(Users.AUTHENTICATED);
        }
        return new UserInfo(name, uid, all, extra);
    }
}

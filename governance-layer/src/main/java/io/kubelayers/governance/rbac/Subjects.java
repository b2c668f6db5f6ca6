package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.authentication.UserInfo;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the subjects of a binding stand for a user. */
final class Subjects {
    static final String USER = "User";
    static final String GROUP = "Group";
    static final String SERVICE_ACCOUNT = "ServiceAccount";
    static final String SERVICE_ACCOUNT_PREFIX = "system:serviceaccount:";

    private Subjects() {}

    static String nameOf(UserInfo user) {
        return user.username() == null ? "" : user.username();
    }

    static boolean standsFor(Subject subject, String bindingNamespace, UserInfo user) {
        return switch (subject.kind()) {
            case USER -> subject.name().equals(nameOf(user));
            case GROUP -> user.groups().contains(subject.name());
            case SERVICE_ACCOUNT -> {
                var account = accountName(subject, bindingNamespace);
                yield account != null && account.equals(nameOf(user));
            }
            default -> false;
        };
    }

    /** Every user name that the binding names, service accounts under their full user name. */
    static Set<String> usersOf(Binding binding) {
        var names = new LinkedHashSet<String>();
        for (var subject : binding.subjects()) {
            if (subject.kind().equals(USER)) {
                names.add(subject.name());
            } else if (subject.kind().equals(SERVICE_ACCOUNT)) {
                var account = accountName(subject, binding.namespace());
                if (account != null) {
                    names.add(account);
                }
            }
        }
        return names;
    }

    /** Every group that the binding names. */
    static Set<String> groupsOf(Binding binding) {
        var names = new LinkedHashSet<String>();
        for (var subject : binding.subjects()) {
            if (subject.kind().equals(GROUP)) {
                names.add(subject.name());
            }
        }
        return names;
    }

    /** The user name of a service account; null if neither the subject nor its binding has a namespace. */
    static @Nullable String accountName(Subject subject, String bindingNamespace) {
        var namespace = namespaceOf(subject, bindingNamespace);
        return namespace.isEmpty() ? null : SERVICE_ACCOUNT_PREFIX + namespace + ":" + subject.name();
    }

    /** A service account without a namespace is one of the binding's own namespace. */
    private static String namespaceOf(Subject subject, String bindingNamespace) {
        return subject.namespace() == null ? bindingNamespace : subject.namespace();
    }

    /** {@code ServiceAccount "deployer/ci"}: upstream puts the name first. */
    static String describe(Subject subject, String bindingNamespace) {
        var shown = subject.kind().equals(SERVICE_ACCOUNT)
                ? subject.name() + "/" + namespaceOf(subject, bindingNamespace)
                : subject.name();
        return subject.kind() + " " + GoText.quote(shown);
    }
}

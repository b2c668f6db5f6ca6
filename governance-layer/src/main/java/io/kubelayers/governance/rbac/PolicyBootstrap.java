package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.function.BinaryOperator;

/** Puts the {@link DefaultPolicy} into a cluster, and repairs it where it is there already. */
public final class PolicyBootstrap {
    private final Client admin;

    private PolicyBootstrap(Client admin) {
        this.admin = admin;
    }

    /**
     * Creates what is missing and adds what has been taken away.
     *
     * @param admin somebody who may write roles
     */
    public static void run(Client admin) {
        new PolicyBootstrap(admin).write();
    }

    private void write() {
        for (var object : DefaultPolicy.objects()) {
            if (object instanceof ClusterRole role) {
                write(role, PolicyReconciliation::reconcile);
            } else if (object instanceof ClusterRoleBinding binding) {
                replaceIfMoved(binding);
                write(binding, PolicyReconciliation::reconcile);
            } else if (object instanceof Role role) {
                require(role.metadata().namespaceOrEmpty());
                write(role, PolicyReconciliation::reconcile);
            } else if (object instanceof RoleBinding binding) {
                write(binding, PolicyReconciliation::reconcile);
            }
        }
    }

    private void replaceIfMoved(ClusterRoleBinding expected) {
        var name = expected.metadata().nameOrEmpty();
        admin.on(ClusterRoleBinding.class)
                .find("", name)
                .filter(existing -> PolicyReconciliation.mustBeReplaced(expected, existing))
                .ifPresent(admin::delete);
    }

    @SuppressWarnings("unchecked")
    private <T extends KubernetesObject> void write(T expected, BinaryOperator<T> reconcile) {
        var meta = expected.metadata();
        var found = admin.on((Class<T>) expected.getClass()).find(meta.namespaceOrEmpty(), meta.nameOrEmpty());
        if (found.isEmpty()) {
            admin.create(expected);
            return;
        }
        var wanted = reconcile.apply(expected, found.get());
        if (!wanted.equals(found.get())) {
            admin.update(wanted);
        }
    }

    private void require(String namespace) {
        if (admin.on(Namespace.class).find("", namespace).isEmpty()) {
            admin.create(NamespaceBuilder.builder()
                    .metadata(ObjectMetaBuilder.builder().name(namespace).build())
                    .build());
        }
    }
}

package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.Optional;

/**
 * May a user write this role or binding? Nobody grants more than he holds.
 *
 * <p>Lifted for members of {@code system:masters}, for those who may {@code escalate} the role or {@code bind} the role
 * that a binding refers to, and for changes that only concern garbage collection. Source:
 * pkg/registry/rbac/{role,clusterrole,rolebinding,clusterrolebinding}/policybased.
 */
public final class EscalationCheck {
    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<PolicyRule> EVERYTHING = List.of(
            PolicyRule.onResources(List.of("*"), List.of("*"), List.of("*")),
            PolicyRule.onPaths(List.of("*"), List.of("*")));

    private final RbacEvaluator rbac;
    private final UserInfo user;
    private final Authorizer authorizer;

    private EscalationCheck(RbacEvaluator rbac, UserInfo user, Authorizer authorizer) {
        this.rbac = rbac;
        this.user = user;
        this.authorizer = authorizer;
    }

    public static EscalationCheck of(RbacEvaluator rbac, UserInfo user) {
        return new EscalationCheck(rbac, user, rbac::authorize);
    }

    /** The same where others than roles may let somebody {@code escalate} or {@code bind}, as a policy file can. */
    public static EscalationCheck of(RbacEvaluator rbac, UserInfo user, Authorizer authorizer) {
        return new EscalationCheck(rbac, user, authorizer);
    }

    /**
     * May the user write the role?
     *
     * @param old what it replaces; empty for a create
     */
    public EscalationDecision write(Role role, Optional<Role> old) {
        var namespace = role.metadata().namespaceOrEmpty();
        if (isLifted(role, old) || mayEscalate("roles", namespace, old)) {
            return EscalationDecision.lifted(user);
        }
        return rbac.confirmNoEscalation(user, namespace, role.rules());
    }

    /**
     * May the user write the cluster role? An aggregation rule can gather anything, so it takes all rights there are.
     *
     * @param old what it replaces; empty for a create
     */
    public EscalationDecision write(ClusterRole role, Optional<ClusterRole> old) {
        if (isLifted(role, old) || mayEscalate("clusterroles", "", old)) {
            return EscalationDecision.lifted(user);
        }
        var decision = rbac.confirmNoEscalation(user, "", role.rules());
        boolean aggregates = aggregates(role) || (old.isPresent() && aggregates(old.get()));
        if (!decision.allowed() || !aggregates) {
            return decision;
        }
        return rbac.confirmNoEscalation(user, "", EVERYTHING)
                .worded("must have cluster-admin privileges to use the aggregationRule");
    }

    /**
     * May the user write the binding?
     *
     * @param old what it replaces; empty for a create
     * @throws RoleNotFoundException if the role it refers to does not exist, so that its rights are unknown
     */
    public EscalationDecision write(RoleBinding binding, Optional<RoleBinding> old) {
        return isLifted(binding, old)
                ? EscalationDecision.lifted(user)
                : bind(binding.roleRef(), binding.metadata().namespaceOrEmpty());
    }

    /**
     * May the user write the binding?
     *
     * @param old what it replaces; empty for a create
     * @throws RoleNotFoundException if the role it refers to does not exist, so that its rights are unknown
     */
    public EscalationDecision write(ClusterRoleBinding binding, Optional<ClusterRoleBinding> old) {
        return isLifted(binding, old) ? EscalationDecision.lifted(user) : bind(binding.roleRef(), "");
    }

    private EscalationDecision bind(RoleRef ref, String namespace) {
        var resource = ref.kind().equals("Role") ? "roles" : "clusterroles";
        if (allowed("bind", resource, ref.name(), namespace)) {
            return EscalationDecision.lifted(user);
        }
        var rules = rbac.policy().rules(ref, namespace);
        if (rules == null) {
            throw new RoleNotFoundException(ref);
        }
        return rbac.confirmNoEscalation(user, namespace, rules);
    }

    private <T extends KubernetesObject> boolean isLifted(T object, Optional<T> old) {
        return user.groups().contains(Users.MASTERS) || (old.isPresent() && concernsOnlyCollection(object, old.get()));
    }

    /** Owners and finalizers may be changed by those who could not write the rest. */
    private static boolean concernsOnlyCollection(KubernetesObject object, KubernetesObject old) {
        var before = old.metadata();
        var now = object.metadata()
                .withOwnerReferences(before.ownerReferences())
                .withFinalizers(before.finalizers())
                .withManagedFields(before.managedFields());
        return object.withMetadata(now).equals(old);
    }

    /** A create has no name yet as far as authorization is concerned. */
    private boolean mayEscalate(String resource, String namespace, Optional<? extends KubernetesObject> old) {
        var name = old.map(object -> object.metadata().nameOrEmpty()).orElse("");
        return allowed("escalate", resource, name, namespace);
    }

    private boolean allowed(String verb, String resource, String name, String namespace) {
        var request =
                AccessRequest.to(user, verb, GROUP, resource).withName(name).withNamespace(namespace);
        return authorizer.authorize(request).allowed();
    }

    private static boolean aggregates(ClusterRole role) {
        var aggregation = role.aggregationRule();
        return aggregation != null && !aggregation.clusterRoleSelectors().isEmpty();
    }
}

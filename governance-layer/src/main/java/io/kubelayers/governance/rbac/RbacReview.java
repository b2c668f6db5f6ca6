package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * What is worth a second look in a set of roles and bindings: dangerous grants, and bindings that grant nothing because
 * their role is not there.
 *
 * @param dangers who holds dangerous rights
 * @param dangling bindings of roles that don't exist
 */
public record RbacReview(DangerousGrants dangers, List<Binding> dangling) implements Explained {
    private static final String CODE = "rbac.review";

    public RbacReview {
        dangling = List.copyOf(dangling);
    }

    /** Looks at all that does not come with every cluster, see {@link DefaultPolicy}. */
    public static RbacReview of(PolicyView policy) {
        return since(DefaultPolicy.policy(), policy);
    }

    /** Looks at what a change of roles and bindings brings. */
    public static RbacReview since(PolicyView before, PolicyView after) {
        var dangling = new ArrayList<>(dangling(after));
        dangling.removeAll(dangling(before));
        return new RbacReview(DangerousGrants.in(after).since(DangerousGrants.in(before)), dangling);
    }

    private static List<Binding> dangling(PolicyView policy) {
        var found = new ArrayList<Binding>();
        var namespaces = new ArrayList<>(List.of(""));
        namespaces.addAll(policy.namespaces());
        for (var namespace : namespaces) {
            for (var binding : policy.bindings(namespace)) {
                if (policy.rules(binding.roleRef(), namespace) == null) {
                    found.add(binding);
                }
            }
        }
        return found;
    }

    /** Whether nothing was found. */
    public boolean isEmpty() {
        return dangers.found().isEmpty() && dangling.isEmpty();
    }

    @Override
    public String explain() {
        return dangling.isEmpty()
                ? dangers.explain()
                : dangers.explain() + ", " + dangling.size()
                        + (dangling.size() == 1 ? " binding grants nothing" : " bindings grant nothing");
    }

    @Override
    public Finding finding() {
        var root = isEmpty() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        for (var one : dangers.found()) {
            root = root.because(one.finding());
        }
        for (var binding : dangling) {
            root = root.because(
                    Finding.fail("rbac.missing-role", binding.describe(), Binding.unresolved(binding.roleRef())));
        }
        return root;
    }
}

package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/**
 * Who holds rights that are worth more than they look.
 *
 * @param found each with the binding it comes from, cluster-wide ones first
 */
public record DangerousGrants(List<One> found) implements Explained {
    private static final String CODE = "rbac.danger";

    public DangerousGrants {
        found = List.copyOf(found);
    }

    /** A danger, and the grant it is in. */
    public record One(Danger danger, Grant grant) {
        Finding finding() {
            var binding = grant.binding();
            var names = grant.rule().resourceNames();
            var where = binding.isClusterWide() ? "" : " in namespace " + GoText.quote(binding.namespace());
            return Finding.fail(
                            CODE + "." + danger.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            binding.describeSubject(grant.subject()),
                            danger.sentence()
                                    + where
                                    + (names.isEmpty() ? "" : ", if named " + String.join(", ", names)))
                    .input("binding", binding.describe())
                    .input("rule", RuleText.phrase(grant.rule()));
        }
    }

    /** All dangerous grants of a policy. */
    public static DangerousGrants in(PolicyView policy) {
        var found = new ArrayList<One>();
        find("", policy, found);
        policy.namespaces().forEach(namespace -> find(namespace, policy, found));
        return new DangerousGrants(found);
    }

    private static void find(String namespace, PolicyView policy, List<One> found) {
        for (var binding : policy.bindings(namespace)) {
            var rules = policy.rules(binding.roleRef(), namespace);
            for (int i = 0; rules != null && i < rules.size(); i++) {
                for (var danger : Danger.in(rules.get(i))) {
                    for (var subject : binding.subjects()) {
                        found.add(new One(danger, new Grant(binding, subject, i, rules.get(i))));
                    }
                }
            }
        }
    }

    /** Those that are new: the subject had no such right before, there or cluster-wide. */
    public DangerousGrants since(DangerousGrants before) {
        var old = new HashSet<Held>();
        before.found.forEach(one -> old.add(Held.by(one, one.grant().binding().namespace())));
        return new DangerousGrants(found.stream()
                .filter(one -> !old.contains(Held.by(one, one.grant().binding().namespace()))
                        && !old.contains(Held.by(one, "")))
                .toList());
    }

    /** Who may do it, where and to what, however it is granted. */
    private record Held(Danger danger, String who, String namespace, List<String> names) {
        static Held by(One one, String namespace) {
            var grant = one.grant();
            return new Held(
                    one.danger(),
                    grant.binding().describeSubject(grant.subject()),
                    namespace,
                    grant.rule().resourceNames());
        }
    }

    /** Without those of the cluster's own parts: bindings, users and groups whose names begin with {@code system:}. */
    public DangerousGrants withoutSystem() {
        return new DangerousGrants(found.stream()
                .filter(one -> !one.grant().binding().name().startsWith("system:")
                        && !one.grant().subject().name().startsWith("system:")
                        && !"kube-system".equals(one.grant().subject().namespace()))
                .toList());
    }

    @Override
    public String explain() {
        return found.isEmpty()
                ? "nobody holds a dangerous right"
                : found.size() + (found.size() == 1 ? " dangerous grant" : " dangerous grants");
    }

    @Override
    public Finding finding() {
        var root = found.isEmpty() ? Finding.pass(CODE, "", explain()) : Finding.fail(CODE, "", explain());
        for (var one : found) {
            root = root.because(one.finding());
        }
        return root;
    }
}

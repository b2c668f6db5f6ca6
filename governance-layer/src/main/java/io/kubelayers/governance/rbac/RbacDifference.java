package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a change of roles and bindings gives and takes, for each subject that some binding names.
 *
 * <p>Rights are compared as {@link RuleCover} does: in pieces of one verb, one resource and at most one name, so a role
 * that is only written differently changes nothing. What a subject holds cluster-wide it holds in each namespace.
 *
 * @param changes subjects by kind and name, cluster-wide rights before those of namespaces
 */
public record RbacDifference(List<Change> changes) implements Explained {
    private static final String CODE = "rbac.difference";

    public RbacDifference {
        changes = List.copyOf(changes);
    }

    /**
     * What one subject gains and loses.
     *
     * @param subject user, group or service account; the namespace of an account is filled in
     * @param namespace where; empty for cluster-wide
     * @param gained rights it did not have before
     * @param lost rights it no longer has
     */
    public record Change(Subject subject, String namespace, List<PolicyRule> gained, List<PolicyRule> lost) {
        String who() {
            return Subjects.describe(subject, namespace);
        }

        String where() {
            return namespace.isEmpty() ? "cluster-wide" : "in namespace " + GoText.quote(namespace);
        }
    }

    /** The difference between two policies. */
    public static RbacDifference between(PolicyView before, PolicyView after) {
        var subjects = new TreeSet<>(Comparator.comparing(Subject::kind)
                .thenComparing(Subject::name)
                .thenComparing(subject -> String.valueOf(subject.namespace())));
        var namespaces = new TreeSet<String>();
        for (var policy : List.of(before, after)) {
            namespaces.add("");
            namespaces.addAll(policy.namespaces());
            namespaces.forEach(namespace -> policy.bindings(namespace)
                    .forEach(binding -> binding.subjects().forEach(one -> subjects.add(own(one, namespace)))));
        }
        var was = Held.of(before, namespaces);
        var is = Held.of(after, namespaces);
        var changes = new ArrayList<Change>();
        for (var subject : subjects) {
            for (var namespace : namespaces) {
                var gained = was.missing(subject, namespace, is);
                var lost = is.missing(subject, namespace, was);
                if (!gained.isEmpty() || !lost.isEmpty()) {
                    changes.add(new Change(subject, namespace, gained, lost));
                }
            }
        }
        return new RbacDifference(changes);
    }

    /** A subject so written that equal means the same one. */
    private static Subject own(Subject subject, String namespace) {
        boolean account = subject.kind().equals(Subjects.SERVICE_ACCOUNT);
        return new Subject(
                subject.kind(),
                null,
                subject.name(),
                !account ? null : subject.namespace() == null ? namespace : subject.namespace());
    }

    /** The rules of each subject in each namespace, those of the cluster under "". */
    private record Held(TreeMap<String, TreeMap<String, List<PolicyRule>>> rules) {
        static Held of(PolicyView policy, TreeSet<String> namespaces) {
            var held = new TreeMap<String, TreeMap<String, List<PolicyRule>>>();
            for (var namespace : namespaces) {
                for (var binding : policy.bindings(namespace)) {
                    var rules = policy.rules(binding.roleRef(), namespace);
                    for (var subject : rules == null ? List.<Subject>of() : binding.subjects()) {
                        held.computeIfAbsent(key(own(subject, namespace)), one -> new TreeMap<>())
                                .computeIfAbsent(namespace, one -> new ArrayList<>())
                                .addAll(rules);
                    }
                }
            }
            return new Held(held);
        }

        private static String key(Subject subject) {
            return subject.kind() + "/" + subject.name() + "/" + subject.namespace();
        }

        private List<PolicyRule> in(Subject subject, String namespace) {
            return rules.getOrDefault(key(subject), new TreeMap<>()).getOrDefault(namespace, List.of());
        }

        /** What the other one holds of its own in a namespace, and this one neither there nor cluster-wide. */
        List<PolicyRule> missing(Subject subject, String namespace, Held other) {
            var own = new ArrayList<>(in(subject, ""));
            if (!namespace.isEmpty()) {
                own.addAll(in(subject, namespace));
            }
            return RuleCover.of(own, other.in(subject, namespace)).uncovered();
        }
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    @Override
    public String explain() {
        if (isEmpty()) {
            return "nobody gains or loses anything";
        }
        long gaining = changes.stream()
                .filter(one -> !one.gained().isEmpty())
                .map(Change::subject)
                .distinct()
                .count();
        long losing = changes.stream()
                .filter(one -> !one.lost().isEmpty())
                .map(Change::subject)
                .distinct()
                .count();
        return gaining + (gaining == 1 ? " subject gains" : " subjects gain") + " rights, " + losing
                + (losing == 1 ? " loses" : " lose") + " some";
    }

    @Override
    public Finding finding() {
        boolean gains = changes.stream().anyMatch(change -> !change.gained().isEmpty());
        var root = gains ? Finding.fail(CODE, "", explain()) : Finding.pass(CODE, "", explain());
        for (var change : changes) {
            for (var rule : CompactRules.gathered(change.gained())) {
                root = root.because(Finding.fail(
                        CODE + ".gained", change.who(), "gains " + RuleText.phrase(rule) + " " + change.where()));
            }
            for (var rule : CompactRules.gathered(change.lost())) {
                root = root.because(Finding.note(
                        CODE + ".lost", change.who(), "loses " + RuleText.phrase(rule) + " " + change.where()));
            }
        }
        return root;
    }
}

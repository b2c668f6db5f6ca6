package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.core.PodSpec;
import io.kubelayers.nucleus.meta.ObjectMeta;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether pods keep to a policy of the Pod Security Standards. Immutable; make it once.
 *
 * <p>An evaluation runs each check of the policy once over the containers. Upstream: {@code policy/registry.go} and
 * {@code policy/checks.go}.
 */
public final class PodSecurity {
    /** The newest version whose standards are known here. */
    public static final PolicyVersion NEWEST = PolicyVersion.v1(35);

    private final List<PodSecurityCheck> checks;
    private final CheckTable table;

    private PodSecurity(List<PodSecurityCheck> checks, PolicyVersion newest) {
        this.checks = List.copyOf(checks);
        this.table = new CheckTable(checks, newest);
    }

    /** With the checks of the standards. */
    public static PodSecurity standard() {
        return of(StandardChecks.all());
    }

    /**
     * With these checks instead.
     *
     * @throws IllegalArgumentException if two have the same id, or one has no level or no ordered revisions
     */
    public static PodSecurity of(List<PodSecurityCheck> checks) {
        return new PodSecurity(checks, NEWEST);
    }

    /** As a cluster of that version decides: it reads later versions, and latest, as its own. */
    public PodSecurity emulating(PolicyVersion version) {
        return new PodSecurity(checks, version.compareTo(NEWEST) < 0 ? version : NEWEST);
    }

    /** All checks, of every level and version. */
    public List<PodSecurityCheck> checks() {
        return checks;
    }

    /** The checks that make up a policy, in the order of messages. */
    public List<PodSecurityCheck> checks(LevelVersion policy) {
        return table.checks(policy).stream().map(CheckTable.Entry::check).toList();
    }

    /** What of a policy a pod violates. */
    public PodSecurityResult evaluate(LevelVersion policy, Pod pod) {
        return evaluate(policy, pod.metadata(), pod.spec());
    }

    /** What of a policy a pod made of these parts would violate. */
    public PodSecurityResult evaluate(LevelVersion policy, ObjectMeta metadata, PodSpec spec) {
        var entries = table.checks(policy);
        if (entries.isEmpty()) {
            return new PodSecurityResult(policy, List.of());
        }
        var pod = PodUnderTest.of(metadata, spec);
        List<Violation> violations = List.of();
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var wrong = entry.test().wrong(pod);
            if (wrong.isPresent()) {
                violations = violations.isEmpty() ? new ArrayList<>() : violations;
                violations.add(new Violation(
                        entry.check().id(), wrong.get().reason(), wrong.get().detail()));
            }
        }
        return new PodSecurityResult(policy, violations);
    }
}

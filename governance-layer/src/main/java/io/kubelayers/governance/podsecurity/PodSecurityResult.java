package io.kubelayers.governance.podsecurity;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import java.util.List;
import java.util.StringJoiner;

/**
 * What of a policy a pod violates.
 *
 * @param policy the policy asked for
 * @param violations the checks not passed, in the order of messages; empty if the pod keeps to the policy
 */
public record PodSecurityResult(LevelVersion policy, List<Violation> violations) implements Explained {
    private static final String CODE = "podsecurity";

    public PodSecurityResult {
        violations = List.copyOf(violations);
    }

    public boolean allowed() {
        return violations.isEmpty();
    }

    /** The reasons alone: {@code hostPort, privileged}. */
    public String forbiddenReason() {
        var text = new StringJoiner(", ");
        for (var violation : violations) {
            text.add(violation.reason());
        }
        return text.toString();
    }

    /** The reasons with their details: {@code hostPort (container "web" uses hostPort 80), …}. */
    public String forbiddenDetail() {
        var text = new StringJoiner(", ");
        for (var violation : violations) {
            text.add(violation.toString());
        }
        return text.toString();
    }

    /** {@code violates PodSecurity "baseline:latest": hostPort (container "web" uses hostPort 80)}. */
    @Override
    public String explain() {
        return allowed()
                ? "keeps to PodSecurity \"" + policy + "\""
                : "violates PodSecurity \"" + policy + "\": " + forbiddenDetail();
    }

    @Override
    public Finding finding() {
        if (allowed()) {
            return Finding.pass(CODE, policy.toString(), explain());
        }
        var root = Finding.fail(CODE, policy.toString(), "violates PodSecurity \"" + policy + "\"");
        for (var violation : violations) {
            root = root.because(Finding.fail(CODE + "." + violation.check(), violation.reason(), violation.detail()));
        }
        return root;
    }
}

package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Finding.Mark;
import io.kubelayers.nucleus.meta.Status;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What may stand behind a decision: a quota, a budget, the access rules, a field of the object. Made by the static methods
 * of {@link KubelayersAssertions}.
 */
public final class Rule {
    private final String text;
    private final Predicate<Finding> finding;
    private final Predicate<ApiException> refusal;

    private Rule(String text, Predicate<Finding> finding, Predicate<ApiException> refusal) {
        this.text = text;
        this.finding = finding;
        this.refusal = refusal;
    }

    /** A rule known by the reasons it gives. */
    static Rule giving(String text, Predicate<Finding> finding) {
        return new Rule(text, finding, error -> Findings.any(error.finding(), finding));
    }

    static Rule quota(String name) {
        return giving(
                "quota \"" + name + "\"",
                finding -> finding.mark() == Mark.FAIL
                        && finding.code().startsWith("quota.")
                        && finding.subject().equals(name));
    }

    static Rule limitRange(String name) {
        return giving(
                "limit range \"" + name + "\"",
                finding -> finding.mark() == Mark.FAIL
                        && finding.code().startsWith("limitrange.")
                        && (finding.subject().equals(name)
                                || name.equals(finding.inputs().get("limitRange"))));
    }

    static Rule budget(String name) {
        return giving(
                "disruption budget \"" + name + "\"",
                finding -> finding.code().equals("PodDisruptionBudget")
                        && finding.subject().equals("poddisruptionbudget/" + name));
    }

    static Rule networkPolicy(String name) {
        var subject = "NetworkPolicy " + name;
        return giving(
                "network policy \"" + name + "\"",
                finding -> finding.code().startsWith("networkpolicy.")
                        && (finding.subject().equals(subject)
                                || finding.subject().startsWith(subject + " ")));
    }

    static Rule podSecurity(String policy) {
        return giving(
                "Pod Security \"" + policy + "\"",
                finding -> finding.mark() == Mark.FAIL
                        && finding.code().equals("podsecurity")
                        && finding.subject().equals(policy));
    }

    static Rule rbac() {
        return giving(
                "the access rules",
                finding -> finding.mark() == Mark.FAIL
                        && (finding.code().startsWith("rbac.") || finding.code().equals("authorization")));
    }

    static Rule plugin(String name) {
        return giving(name, finding -> finding.code().equals(name));
    }

    /** The validation of a field: 422 with a cause that names it. */
    static Rule field(String path) {
        return new Rule(
                "the validation of " + path,
                finding -> false,
                error -> error.code() == 422 && causes(error.status()).anyMatch(cause -> path.equals(cause.field())));
    }

    private static Stream<Status.Cause> causes(Status status) {
        return status.details() == null ? Stream.empty() : status.details().causes().stream();
    }

    String text() {
        return text;
    }

    boolean gave(Finding reason) {
        return finding.test(reason);
    }

    boolean refused(ApiException error) {
        return refusal.test(error);
    }

    @Override
    public String toString() {
        return text;
    }
}

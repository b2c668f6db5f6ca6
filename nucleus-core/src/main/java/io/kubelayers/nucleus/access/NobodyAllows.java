package io.kubelayers.nucleus.access;

import io.kubelayers.nucleus.explain.Finding;
import java.util.List;

/**
 * No authorizer had an opinion.
 *
 * @param answers what each of them said
 */
record NobodyAllows(List<AccessDecision> answers) implements AccessDecision {
    NobodyAllows {
        answers = List.copyOf(answers);
    }

    @Override
    public Verdict verdict() {
        return Verdict.NO_OPINION;
    }

    @Override
    public String reason() {
        return String.join(
                "\n",
                answers.stream()
                        .map(AccessDecision::reason)
                        .filter(reason -> !reason.isEmpty())
                        .toList());
    }

    @Override
    public Finding finding() {
        return Finding.fail("authorization", "", "no authorizer allows it")
                .because(answers.stream().map(AccessDecision::finding).toList());
    }
}

package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.ContainerResizePolicy;
import io.kubelayers.nucleus.core.ContainerRestartPolicy;
import io.kubelayers.nucleus.core.ContainerRestartRule;
import io.kubelayers.nucleus.core.PodSpec.RestartPolicy;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is wrong with when a container is started anew ({@code validateContainerRestartPolicy}, {@code validateResizePolicy}). */
final class RestartChecks {
    private static final List<String> POLICIES =
            List.of(ContainerRestartPolicy.ALWAYS, ContainerRestartPolicy.NEVER, ContainerRestartPolicy.ON_FAILURE);
    private static final List<String> RESIZABLE = List.of("cpu", "memory");
    private static final List<String> ON_RESIZE = List.of("NotRequired", "RestartContainer");
    private static final int MOST_RULES = 20;
    private static final int MOST_CODES = 255;

    private RestartChecks() {}

    static void policy(
            FieldPath at, @Nullable String policy, List<ContainerRestartRule> rules, List<FieldError> errors) {
        if (policy == null) {
            if (rules.isEmpty()) {
                return;
            }
            errors.add(FieldError.required(
                    at.child("restartPolicy"), "must specify restartPolicy when restart rules are used"));
        } else if (!POLICIES.contains(policy)) {
            errors.add(FieldError.notSupported(at.child("restartPolicy"), policy, POLICIES));
        }
        if (rules.size() > MOST_RULES) {
            errors.add(FieldError.tooLong(at.child("restartPolicyRules"), MOST_RULES));
        }
        for (int i = 0; i < rules.size(); i++) {
            rule(at.child("restartPolicyRules").index(i), rules.get(i), errors);
        }
    }

    private static void rule(FieldPath path, ContainerRestartRule rule, List<FieldError> errors) {
        var action = rule.action() == null ? "" : rule.action();
        PodSpecChecks.choiceIfSet(path.child("action"), action, List.of("Restart"), errors);
        var codes = rule.exitCodes();
        if (codes == null) {
            errors.add(FieldError.required(path.child("exitCodes"), "must be specified"));
            return;
        }
        var operator = codes.operator() == null ? "" : codes.operator();
        PodSpecChecks.choiceIfSet(path.child("exitCodes", "operator"), operator, List.of("In", "NotIn"), errors);
        if (codes.values().size() > MOST_CODES) {
            errors.add(FieldError.tooLong(path.child("exitCodes", "values"), MOST_CODES));
        }
    }

    static void initPolicy(FieldPath at, Container container, List<FieldError> errors) {
        var policy = container.restartPolicy();
        var rules = container.restartPolicyRules();
        if (!ContainerRestartPolicy.ALWAYS.equals(policy)) {
            if (policy == null && !rules.isEmpty()) {
                errors.add(FieldError.required(
                        at.child("restartPolicy"), "must specify restartPolicy when restart rules are used"));
            } else {
                policy(at, policy, rules, errors);
            }
        } else if (!rules.isEmpty()) {
            errors.add(FieldError.forbidden(
                    at.child("restartPolicyRules"),
                    "restartPolicyRules are not allowed for init containers with restart policy Always"));
        }
    }

    static void resizePolicy(
            FieldPath path, List<ContainerResizePolicy> policies, @Nullable String podPolicy, List<FieldError> errors) {
        if (policies.isEmpty()) {
            return;
        }
        var seen = new HashSet<String>();
        for (int i = 0; i < policies.size(); i++) {
            var policy = policies.get(i);
            if (!seen.add(policy.resourceName())) {
                errors.add(FieldError.duplicate(path.index(i), policy.resourceName()));
            }
            PodSpecChecks.choice(path, policy.resourceName(), RESIZABLE, errors);
            PodSpecChecks.choice(path, policy.restartPolicy(), ON_RESIZE, errors);
            if (RestartPolicy.NEVER.equals(podPolicy) && !policy.restartPolicy().equals("NotRequired")) {
                errors.add(FieldError.invalid(
                        path, policy.restartPolicy(), "must be 'NotRequired' when `restartPolicy` is 'Never'"));
            }
        }
    }
}

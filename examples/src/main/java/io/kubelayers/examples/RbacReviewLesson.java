package io.kubelayers.examples;

import io.kubelayers.governance.rbac.DangerousGrants;
import io.kubelayers.governance.rbac.RbacDifference;
import io.kubelayers.governance.rbac.RbacEvaluator;
import io.kubelayers.governance.rbac.RbacPolicy;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;

/** A pull request changes roles: who gains what, is it dangerous, and who can do the thing one fears? */
public final class RbacReviewLesson {
    private static final String BEFORE =
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {namespace: shop, name: operator}
            rules: [{apiGroups: [""], resources: [pods, pods/log], verbs: [get, list]}]
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {namespace: shop, name: operators}
            subjects: [{kind: Group, name: operators, apiGroup: rbac.authorization.k8s.io}]
            roleRef: {kind: Role, name: operator, apiGroup: rbac.authorization.k8s.io}
            """;

    /** To run a shell now and then; and a secret, while at it. */
    private static final String AFTER = BEFORE.replace(
            "[pods, pods/log], verbs: [get, list]",
            "[pods, \"*/log\", pods/exec, secrets], verbs: [get, list, create]");

    private RbacReviewLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var before = RbacPolicy.of(Yaml.all(BEFORE));
        var after = RbacPolicy.of(Yaml.all(AFTER));

        out.println("What the pull request gives and takes:");
        out.print(Render.text(RbacDifference.between(before, after)));

        out.println("What of it is dangerous:");
        out.print(Render.text(DangerousGrants.in(after)));

        var exec = AccessRequest.to(Users.anonymous(), "create", "", "pods")
                .withSubresource("exec")
                .withNamespace("shop");
        out.println("who can run commands in pods of shop, before: "
                + RbacEvaluator.of(before).whoCan(exec).explain());
        out.println("and afterwards: " + RbacEvaluator.of(after).whoCan(exec).explain());
    }
}

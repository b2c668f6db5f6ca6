package io.kubelayers.examples;

import io.kubelayers.governance.rbac.RbacEvaluator;
import io.kubelayers.governance.rbac.RbacPolicy;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.explain.Render;
import java.io.PrintStream;

/** Only RBAC: roles and bindings in, an explained answer out. */
public final class EmbedRbac {
    private EmbedRbac() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        var policy = RbacPolicy.of(
                Yaml.all(
                        """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: viewer}
                rules: [{apiGroups: ["apps"], resources: [deployments], verbs: [get, list]}]
                ---
                apiVersion: rbac.authorization.k8s.io/v1
                kind: RoleBinding
                metadata: {name: jane-views, namespace: shop}
                subjects: [{kind: User, name: jane, apiGroup: rbac.authorization.k8s.io}]
                roleRef: {kind: ClusterRole, name: viewer, apiGroup: rbac.authorization.k8s.io}
                """));
        var evaluator = RbacEvaluator.of(policy);
        var question = AccessRequest.to(Users.user("jane"), "get", "apps", "deployments");

        var here = evaluator.authorize(question.withNamespace("shop"));
        out.println("in shop: " + here.allowed() + ", " + here.explain());
        var elsewhere = evaluator.authorize(question.withNamespace("bank"));
        out.println("in bank: " + elsewhere.allowed());
        out.print(Render.text(elsewhere));
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.rbac.ClusterRole;
import io.kubelayers.governance.rbac.ClusterRoleBinding;
import io.kubelayers.governance.rbac.DefaultPolicy;
import io.kubelayers.governance.rbac.RbacDifference;
import io.kubelayers.governance.rbac.RbacPolicy;
import io.kubelayers.governance.rbac.RbacReview;
import io.kubelayers.governance.rbac.Role;
import io.kubelayers.governance.rbac.RoleBinding;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers rbac}: what is dangerous in roles and bindings, and what a change of them gives and takes. */
@Command(
        name = "rbac",
        description = {
            "Look through the roles and bindings among manifests: who holds dangerous rights (escalate, bind,"
                    + " impersonate, secrets, commands in pods, wildcards), and which bindings name roles that are not"
                    + " there. With --before: who gains and loses what, and only what the change brings.",
            "The default roles of a cluster are known. Exit code 1: there is something to look at."
        },
        footer = {"", "Examples:", "  kubelayers rbac -f k8s/", "  kubelayers rbac -f k8s/ --before main/k8s/ -o json"},
        mixinStandardHelpOptions = true)
final class RbacCommand implements Callable<Integer> {
    @Mixin
    private PlainManifestOptions manifests = new PlainManifestOptions();

    @Option(names = "--before", paramLabel = "FILE|DIR", description = "The same before the change. Repeatable.")
    private List<String> before = List.of();

    @Mixin
    private FindingOutput output = new FindingOutput();

    @Override
    public Integer call() {
        boolean json = output.isJson();
        var is = policy(manifests.objects());
        if (before.isEmpty()) {
            var review = RbacReview.of(is);
            if (json) {
                output.json(review.finding());
            } else {
                output.text(Render.text(review));
            }
            return code(review);
        }
        var was = policy(manifests.objects(before));
        var difference = RbacDifference.between(was, is);
        var review = RbacReview.since(was, is);
        if (json) {
            output.json(Finding.note("rbac.change", "", difference.explain())
                    .because(difference.finding())
                    .because(review.finding()));
        } else {
            output.text(Render.text(difference) + Render.text(review));
        }
        return code(review);
    }

    private static int code(RbacReview review) {
        return review.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private static RbacPolicy policy(List<KubernetesObject> objects) {
        return DefaultPolicy.policyWith(
                objects.stream().filter(RbacCommand::isPolicy).toList());
    }

    private static boolean isPolicy(KubernetesObject object) {
        return object instanceof ClusterRole
                || object instanceof Role
                || object instanceof ClusterRoleBinding
                || object instanceof RoleBinding;
    }
}

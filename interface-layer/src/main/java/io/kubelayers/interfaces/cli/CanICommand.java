package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.rbac.GrantedRules;
import io.kubelayers.interfaces.table.TableText;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.explain.Render;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kubelayers can-i}: would the roles of the manifests allow this? */
@Command(
        name = "can-i",
        description = {
            "Say whether an action is allowed, as kubectl auth can-i does.",
            "Prints yes or no; exit code 0 is yes, 1 is no."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers can-i delete pods -n shop --as ann -f rbac/ --why",
            "  kubelayers can-i get deploy/web --as system:serviceaccount:shop:bot -f rbac/",
            "  kubelayers can-i --list --as ann -n shop -f rbac/"
        },
        mixinStandardHelpOptions = true)
final class CanICommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Parameters(index = "0", arity = "0..1", paramLabel = "VERB", description = "Such as get, list, create, delete.")
    private @Nullable String verb;

    @Parameters(index = "1", arity = "0..1", paramLabel = "RESOURCE[/NAME]|/PATH", description = "What it is done to.")
    private @Nullable String target;

    @Option(names = "--as", paramLabel = "USER", description = "Who acts. Default: the administrator.")
    private @Nullable String user;

    @Option(names = "--as-group", paramLabel = "GROUP", description = "A group of who acts. Repeatable.")
    private List<String> groups = List.of();

    @Option(names = "--list", description = "Print all that is allowed in the namespace; with -A in each.")
    private boolean list;

    @Option(names = "--why", description = "Say which rule allows it, or which came near.")
    private boolean why;

    @Option(
            names = {"-q", "--quiet"},
            description = "Print nothing; the exit code tells.")
    private boolean quiet;

    @CommandLine.Mixin
    private PolicyFileOption policyFile = new PolicyFileOption();

    @Override
    public Integer call() {
        if (!list && (verb == null || target == null)) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "you must specify two arguments, VERB and RESOURCE[/NAME] or /PATH, or --list");
        }
        var who = Permissions.user(user, groups);
        var policies = policyFile.policy();
        try (var started = CommandCluster.startWithNamespaces(clusterOptions, "default")) {
            var permissions = Permissions.of(started.cluster());
            if (verb == null || target == null || list) {
                list(permissions, who);
                return started.exitCode();
            }
            var request = Permissions.request(spec.commandLine(), started.cluster(), who, verb, target, access.scope());
            var decision = permissions.decide(request, policies);
            if (!quiet) {
                var out = spec.commandLine().getOut();
                out.println(decision.allowed() ? "yes" : "no");
                if (why) {
                    out.print(Render.text(decision));
                }
                out.flush();
            }
            return decision.allowed() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private void list(Permissions permissions, UserInfo who) {
        var namespace = access.scope().namespace();
        var lines = new ArrayList<List<String>>();
        var title = List.of("Resources", "Non-Resource URLs", "Resource Names", "Verbs");
        if (namespace.isEmpty()) {
            lines.add(with("Namespace", title));
            for (var granted : permissions.rbac().whatCan(who)) {
                var where = granted.namespace().isEmpty() ? "*" : granted.namespace();
                rows(granted).forEach(row -> lines.add(with(where, row)));
            }
        } else {
            lines.add(title);
            lines.addAll(rows(permissions.rbac().rulesFor(who, namespace)));
        }
        var out = spec.commandLine().getOut();
        out.print(TableText.align(lines));
        out.flush();
    }

    private static List<String> with(String first, List<String> rest) {
        var row = new ArrayList<>(List.of(first));
        row.addAll(rest);
        return row;
    }

    private static List<List<String>> rows(GrantedRules granted) {
        var rows = new ArrayList<List<String>>();
        for (var rule : granted.rules()) {
            for (var resource : rule.resources()) {
                for (var group : rule.apiGroups()) {
                    rows.add(List.of(
                            group.isEmpty() ? resource : resource + "." + group,
                            "[]",
                            brackets(rule.resourceNames()),
                            brackets(rule.verbs())));
                }
            }
            for (var path : rule.nonResourceURLs()) {
                rows.add(List.of("", "[" + path + "]", "[]", brackets(rule.verbs())));
            }
        }
        return rows;
    }

    private static String brackets(List<String> words) {
        return "[" + String.join(" ", words) + "]";
    }
}

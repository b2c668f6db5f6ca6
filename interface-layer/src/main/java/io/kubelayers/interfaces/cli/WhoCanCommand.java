package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.table.TableText;
import io.kubelayers.nucleus.access.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code kubelayers who-can}: everybody whom the roles of the manifests allow this. */
@Command(
        name = "who-can",
        description = {"Say who may do something, and by which binding.", "Exit code 1 says that nobody may."},
        footer = {"", "Example:", "  kubelayers who-can delete pods -n shop -f rbac/"},
        mixinStandardHelpOptions = true)
final class WhoCanCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private AccessOptions access = new AccessOptions();

    @Parameters(index = "0", paramLabel = "VERB", description = "Such as get, list, create, delete.")
    private String verb = "";

    @Parameters(index = "1", paramLabel = "RESOURCE[/NAME]|/PATH", description = "What it is done to.")
    private String target = "";

    @Override
    public Integer call() {
        try (var started = CommandCluster.startWithNamespaces(clusterOptions, "default")) {
            var request = Permissions.request(
                    spec.commandLine(), started.cluster(), Users.anonymous(), verb, target, access.scope());
            var holders =
                    Permissions.of(started.cluster()).rbac().whoCan(request).holders();
            var out = spec.commandLine().getOut();
            if (holders.isEmpty()) {
                out.println("nobody");
                out.flush();
                return CommandLine.ExitCode.SOFTWARE;
            }
            var lines = new ArrayList<List<String>>();
            lines.add(List.of("KIND", "NAME", "NAMESPACE", "BINDING", "ROLE"));
            for (var holder : holders) {
                var binding = holder.binding();
                var namespace = holder.subject().namespace();
                lines.add(List.of(
                        holder.subject().kind(),
                        holder.subject().name(),
                        namespace == null ? "" : namespace,
                        (binding.isClusterWide() ? "ClusterRoleBinding/" : "RoleBinding/") + binding.name(),
                        binding.roleRef().kind() + "/" + binding.roleRef().name()));
            }
            out.print(TableText.align(lines));
            out.flush();
            return CommandLine.ExitCode.OK;
        }
    }
}

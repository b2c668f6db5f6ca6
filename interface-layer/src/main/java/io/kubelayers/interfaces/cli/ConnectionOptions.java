package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.expectation.AskedConnection;
import io.kubelayers.interfaces.expectation.AskedConnection.End;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A connection to ask about. */
final class ConnectionOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(names = "--from", paramLabel = "NAMESPACE/NAME", description = "Who connects: a pod or a workload.")
    private @Nullable String from;

    @Option(names = "--from-address", paramLabel = "IP", description = "Who connects: an address outside.")
    private @Nullable String fromAddress;

    @Option(names = "--to", paramLabel = "NAMESPACE/NAME", description = "Whom to: a pod or a workload.")
    private @Nullable String to;

    @Option(names = "--to-service", paramLabel = "NAMESPACE/NAME", description = "Whom to: a service.")
    private @Nullable String toService;

    @Option(names = "--to-address", paramLabel = "IP", description = "Whom to: an address outside.")
    private @Nullable String toAddress;

    @Option(names = "--port", paramLabel = "PORT", description = "The port; of a service also by its name.")
    private @Nullable String port;

    @Option(
            names = "--protocol",
            paramLabel = "PROTOCOL",
            defaultValue = "TCP",
            description = "TCP, UDP or SCTP. Default: ${DEFAULT-VALUE}.")
    private String protocol = "TCP";

    /**
     * The connection; null if none is asked about.
     *
     * @throws CommandLine.ParameterException if only a part of one is given, or more than one end
     */
    @Nullable
    AskedConnection asked() {
        var source = end(from, null, fromAddress, "--from or --from-address");
        var target = end(to, toService, toAddress, "--to, --to-service or --to-address");
        if (source == null && target == null && port == null) {
            return null;
        }
        if (source == null || target == null || port == null) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(),
                    "a connection has --from or --from-address, --to, --to-service or --to-address, and --port");
        }
        return new AskedConnection(source, target, port, protocol.toUpperCase(Locale.ROOT));
    }

    private @Nullable End end(
            @Nullable String pods, @Nullable String service, @Nullable String address, String options) {
        int given = (pods == null ? 0 : 1) + (service == null ? 0 : 1) + (address == null ? 0 : 1);
        if (given > 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "only one of " + options);
        }
        if (pods != null) {
            return End.pods(pods);
        }
        return service != null ? End.service(service) : address != null ? End.address(address) : null;
    }

    /**
     * Prints the verdicts; gives whether all are let through.
     *
     * @throws CommandLine.ParameterException if an end is not there
     */
    boolean print(AskedConnection asked, Cluster cluster, FindingOutput output) {
        try {
            var verdicts = asked.verdicts(cluster);
            boolean all = verdicts.stream().allMatch(AskedConnection.Verdict::allowed);
            if (output.isJson()) {
                var root = Finding.note("networkpolicy.connection", "", all ? "allowed" : "refused");
                for (var verdict : verdicts) {
                    root = root.because(verdict.why().finding());
                }
                output.json(root);
            } else {
                var text = new StringBuilder(all ? "yes\n" : "no\n");
                verdicts.forEach(verdict -> text.append(Render.text(verdict.why())));
                output.text(text.toString());
            }
            return all;
        } catch (IllegalArgumentException notThere) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), String.valueOf(notThere.getMessage()), notThere);
        }
    }
}

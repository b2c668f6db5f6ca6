package io.kubelayers.interfaces.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code kubelayers version}: this version, and whose behaviour it follows. */
@Command(name = "version", description = "Print the version.", mixinStandardHelpOptions = true)
final class VersionCommand implements Runnable {
    /** The Kubernetes version whose behaviour is followed. */
    static final String KUBERNETES = "v1.35";

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public void run() {
        var out = spec.commandLine().getOut();
        for (var line : spec.root().version()) {
            out.println(line);
        }
        out.println("kubernetes " + KUBERNETES);
        out.flush();
    }
}

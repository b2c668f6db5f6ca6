package io.kubelayers.interfaces.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The entry point. Exit codes: 0 all is well, 1 something is not, 2 wrong usage. */
@Command(
        name = "kubelayers",
        description = "Kubernetes' layers in one process: see what a cluster would do, and why.",
        mixinStandardHelpOptions = true,
        version = "kubelayers 0.1.0-SNAPSHOT",
        subcommands = {
            TourCommand.class,
            ApplyCommand.class,
            GetCommand.class,
            DescribeCommand.class,
            ExplainPendingCommand.class,
            ScheduleCommand.class,
            FitCommand.class,
            PackCommand.class,
            CompareCommand.class,
            DrainCommand.class,
            AutoscaleCommand.class,
            QuotaCommand.class,
            CanICommand.class,
            WhoCanCommand.class,
            RbacCommand.class,
            NetworkCommand.class,
            TestCommand.class,
            ServeCommand.class,
            SchedulerCommand.class,
            VersionCommand.class
        })
public final class Kubelayers implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        // UTF-8 whatever the locale says: reports have arrows and blocks in them
        var out = writer(FileDescriptor.out);
        var err = writer(FileDescriptor.err);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The commands, writing there. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Kubelayers())
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Refusals());
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** Without a command: what there is. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}

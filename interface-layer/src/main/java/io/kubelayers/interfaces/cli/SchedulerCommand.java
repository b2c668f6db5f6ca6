package io.kubelayers.interfaces.cli;

import io.kubelayers.application.scheduling.config.ConfigurationException;
import io.kubelayers.application.scheduling.config.ConfigurationFile;
import io.kubelayers.application.scheduling.config.PluginRegistry;
import io.kubelayers.application.scheduling.config.SchedulerConfiguration;
import io.kubelayers.interfaces.http.metrics.SchedulerPrometheus;
import io.kubelayers.interfaces.http.server.MetricsPort;
import io.kubelayers.interfaces.remote.HttpExtenders;
import io.kubelayers.interfaces.remote.KubeconfigFile;
import io.kubelayers.interfaces.remote.RemoteClient;
import io.kubelayers.interfaces.remote.RemoteScheduler;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.election.ElectionSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubelayers scheduler}: the scheduler beside a cluster elsewhere, as kube-scheduler is. */
@Command(
        name = "scheduler",
        description = {
            "Schedule the pods of a cluster elsewhere until interrupted.",
            "Serves the pods whose spec.schedulerName the profiles have."
        },
        footer = {
            "",
            "Exit codes: 0 interrupted, 1 it has lost the lead or the cluster cannot be read, 2 wrong usage.",
            "",
            "Example:",
            "  kubelayers scheduler --kubeconfig admin.conf --config scheduler.yaml"
        },
        mixinStandardHelpOptions = true)
final class SchedulerCommand implements Callable<Integer> {
    private static final String STANDARD =
            """
            apiVersion: kubescheduler.config.k8s.io/v1
            kind: KubeSchedulerConfiguration
            """;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--kubeconfig",
            required = true,
            paramLabel = "FILE",
            description = "Where the cluster is, and as whom to call it.")
    private Path kubeconfig = Path.of("");

    @Option(
            names = "--context",
            paramLabel = "NAME",
            description = "Context of the kubeconfig. Default: its current one.")
    private @Nullable String context;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "A KubeSchedulerConfiguration. Default: upstream's default profile.")
    private @Nullable Path config;

    @Option(
            names = "--leader-elect",
            negatable = true,
            fallbackValue = "true",
            description = {
                "Whether to act only while it leads among the schedulers with the same Lease.",
                "Default: what the configuration says, which is yes unless it says otherwise."
            })
    private @Nullable Boolean leaderElect;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Where to serve /metrics and /healthz on 127.0.0.1; 0 takes a free port. Default: nowhere.")
    private @Nullable Integer metricsPort;

    @Override
    public Integer call() throws InterruptedException {
        var configuration = elected(configuration());
        var metrics = SchedulerPrometheus.create();
        var client = client();
        try (var port = metricsPort == null ? null : metricsPort(metrics)) {
            return run(configuration, RemoteScheduler.start(client, configuration, identity(), metrics), port);
        }
    }

    private MetricsPort metricsPort(SchedulerPrometheus metrics) {
        try {
            return MetricsPort.serve(metricsPort == null ? 0 : metricsPort, metrics::text);
        } catch (IllegalStateException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private int run(SchedulerConfiguration configuration, RemoteScheduler scheduler, @Nullable MetricsPort port)
            throws InterruptedException {
        greet(configuration, port);
        if (UntilAsked.run(work(scheduler), UntilAsked.Host.JVM, CommandLine.ExitCode.OK)) { // as kube-scheduler
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine().getErr().println("error: leaderelection lost");
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static UntilAsked.Work work(RemoteScheduler scheduler) {
        return new UntilAsked.Work() {
            @Override
            public void awaitEnd() throws InterruptedException {
                scheduler.awaitEnd();
            }

            @Override
            public void close() {
                scheduler.close();
            }
        };
    }

    private SchedulerConfiguration configuration() {
        try {
            return config == null
                    ? SchedulerConfiguration.read(STANDARD)
                    : ConfigurationFile.read(
                            config.toString(),
                            Files.readString(config),
                            PluginRegistry.installed(),
                            new HttpExtenders());
        } catch (IOException e) {
            throw wrong("can't read " + config + ": " + e.getMessage(), e);
        } catch (ConfigurationException | DecodeException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private SchedulerConfiguration elected(SchedulerConfiguration configuration) {
        if (leaderElect == null) {
            return configuration;
        }
        var lease = configuration.election().orElse(ElectionSettings.standard("kube-system", "kube-scheduler"));
        var election = leaderElect ? Optional.of(lease) : Optional.<ElectionSettings>empty();
        return new SchedulerConfiguration(configuration.profiles(), configuration.queueTimes(), election);
    }

    private RemoteClient client() {
        try {
            return RemoteClient.to(KubeconfigFile.read(kubeconfig, context), "kubelayers-scheduler");
        } catch (IllegalArgumentException e) {
            throw wrong(String.valueOf(e.getMessage()), e);
        }
    }

    private CommandLine.ParameterException wrong(String message, Exception cause) {
        return new CommandLine.ParameterException(spec.commandLine(), message, cause);
    }

    private void greet(SchedulerConfiguration configuration, @Nullable MetricsPort port) {
        var out = spec.commandLine().getOut();
        var names = configuration.profiles().stream()
                .map(profile -> profile.schedulerName())
                .toList();
        out.println("Scheduling the pods of " + String.join(", ", names) + ", until interrupted.");
        if (port != null) {
            out.println("Metrics: " + port.url() + "/metrics");
        }
        out.flush();
    }

    /** Unique, and tells people where it runs. */
    private static String identity() {
        try {
            return InetAddress.getLocalHost().getHostName() + "_" + UUID.randomUUID();
        } catch (UnknownHostException e) {
            return "kubelayers_" + UUID.randomUUID();
        }
    }
}

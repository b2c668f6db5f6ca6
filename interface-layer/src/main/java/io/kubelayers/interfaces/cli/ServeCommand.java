package io.kubelayers.interfaces.cli;

import com.google.common.util.concurrent.Uninterruptibles;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ClusterAuthority;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code kubelayers serve}: a cluster in real time behind an HTTP port, for kubectl and other clients. */
@Command(
        name = "serve",
        description = {
            "Run a cluster and serve its API until interrupted.",
            "Containers are simulated; everything else happens as in a real cluster."
        },
        footer = {
            "",
            "Example:",
            "  kubelayers serve --port 6443 --kubeconfig admin.conf -f shop/ --nodes 3",
            "  kubectl --kubeconfig admin.conf get pods -A"
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Duration STOP = Duration.ofSeconds(10);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"--host", "--bind-address"},
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = {"--port", "--secure-port"},
            defaultValue = "6443",
            description = "Port; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port = 6443;

    @Option(
            names = "--tls",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "With TLS by the cluster's own authority; without only on a loopback address.")
    private boolean tls = true;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Where to write a kubeconfig for the administrator. Default: a temporary file.")
    private @Nullable Path kubeconfig;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR|-",
            description = "Manifests in YAML or JSON to start the cluster with. Repeatable.")
    private List<String> files = List.of();

    @CommandLine.Mixin
    private CertificateOptions certificates = new CertificateOptions();

    @CommandLine.Mixin
    private ServedClusterOptions clusterOptions = new ServedClusterOptions();

    @Override
    public Integer call() throws InterruptedException, IOException {
        // Jetty finds no logging library here, and need not say so
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        var manifests = ManifestFiles.read(spec.commandLine(), files);
        var stop = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var authority = ClusterAuthority.create(Instant.now());
        try (var cluster = clusterOptions.start(authority);
                var http = serve(cluster, authority)) {
            http.announceTo(cluster.client());
            certificates.write(http);
            var refused = apply(cluster, manifests);
            var file = kubeconfig == null ? temporary() : kubeconfig;
            write(file, http.kubeconfig());
            greet(http, file);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                stop.countDown();
                // the process ends when the hooks have: open requests get the time to end that the server gives them
                boolean inTime = Uninterruptibles.awaitUninterruptibly(stopped, STOP);
                if (!inTime) {
                    spec.commandLine().getErr().println("open requests did not end in " + STOP.toSeconds() + " s");
                }
            }));
            stop.await();
            return refused ? 1 : 0;
        } finally {
            stopped.countDown();
        }
    }

    private ApiServerHttp serve(LiveCluster cluster, ClusterAuthority authority) {
        try {
            return ApiServerHttp.serve(cluster.server(), options(), authority);
        } catch (IllegalStateException e) {
            var cause = e.getCause() == null ? "" : ": " + e.getCause().getMessage();
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage() + cause, e);
        }
    }

    private void greet(ApiServerHttp http, Path file) {
        var out = spec.commandLine().getOut();
        int nodes = clusterOptions.nodes();
        var size = nodes == 0 ? "no nodes" : nodes == 1 ? "1 node" : nodes + " nodes";
        out.println("Serving on " + http.url() + ", a cluster of " + size + ", until interrupted.");
        out.println("  export KUBECONFIG=" + file.toAbsolutePath());
        out.println("  kubectl get nodes");
        out.flush();
    }

    /** A file in a folder of its own, gone with the process. */
    private static Path temporary() throws IOException {
        var folder = Files.createTempDirectory("kubelayers");
        var file = folder.resolve("kubeconfig");
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return file;
    }

    private ServeOptions options() {
        try {
            return ServeOptions.loopback()
                    .withTls(true)
                    .withHost(host)
                    .withPort(port)
                    .withTls(tls)
                    .withClientAuthorities(certificates.clientAuthorities())
                    .withAnonymous(clusterOptions.anonymous())
                    .withMetrics(clusterOptions.metrics());
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private boolean apply(LiveCluster cluster, Manifests manifests) {
        boolean refused = false;
        for (var object : ManifestObject.read(manifests, cluster.server().types())) {
            var outcome = Applied.apply(cluster.client(), object, "default");
            if (outcome.isRefused()) {
                refused = true;
                spec.commandLine().getErr().println(outcome.text());
            }
        }
        return refused;
    }

    /** Readable by its owner alone: whoever has it is the administrator. */
    private void write(Path file, String text) {
        try {
            OwnFile.write(file, text);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "can't write the kubeconfig to " + file + ": " + e.getMessage(), e);
        }
    }
}

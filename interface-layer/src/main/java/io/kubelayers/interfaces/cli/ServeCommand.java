package io.kubelayers.interfaces.cli;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
            "  kubectl --kubeconfig admin.conf get pods"
        },
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int STANDARD_NODES = 3;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}.")
    private String host = "127.0.0.1";

    @Option(
            names = "--port",
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
            description = "Write a kubeconfig for the administrator there.")
    private @Nullable Path kubeconfig;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR",
            description = "Manifests in YAML or JSON to start the cluster with. Repeatable.")
    private List<Path> files = List.of();

    @Option(names = "--nodes", paramLabel = "N", description = "How many nodes there are. Default: 3.")
    private int nodes = STANDARD_NODES;

    @Option(names = "--node-cpu", defaultValue = "4", description = "CPU of each node. Default: ${DEFAULT-VALUE}.")
    private String cpu = "4";

    @Option(
            names = "--node-memory",
            defaultValue = "16Gi",
            description = "Memory of each node. Default: ${DEFAULT-VALUE}.")
    private String memory = "16Gi";

    @Override
    public Integer call() throws InterruptedException {
        var manifests = manifests();
        try (var cluster = start();
                var http = ApiServerHttp.serve(cluster.server(), options())) {
            var refused = apply(cluster, manifests);
            if (kubeconfig != null) {
                write(kubeconfig, http.kubeconfig());
            }
            var out = spec.commandLine().getOut();
            out.println("Serving on " + http.url()
                    + (kubeconfig == null ? "" : ", kubeconfig in " + kubeconfig.toAbsolutePath()));
            out.flush();
            var interrupted = new CountDownLatch(1);
            Runtime.getRuntime().addShutdownHook(new Thread(interrupted::countDown));
            interrupted.await();
            return refused ? 1 : 0;
        }
    }

    private ServeOptions options() {
        try {
            return ServeOptions.loopback()
                    .withTls(true)
                    .withHost(host)
                    .withPort(port)
                    .withTls(tls);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private LiveCluster start() {
        return Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
                .nodes(nodes, node -> node.cpu(cpu).memory(memory))
                .startThreads();
    }

    private Manifests manifests() {
        try {
            return files.isEmpty() ? new Manifests(List.of()) : Manifests.load(files.toArray(new Path[0]));
        } catch (UncheckedIOException e) {
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
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "can't write the kubeconfig to " + file + ": " + e.getMessage(), e);
        }
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/**
 * The cluster of a command: started, given the manifests, settled, and moved on in time. It ends with the command.
 *
 * @param cluster the cluster
 * @param applied what became of each object, in the order of applying
 */
record CommandCluster(Cluster cluster, List<Applied> applied) implements AutoCloseable {
    private static final int STANDARD_NODES = 3;

    /** Starts the cluster; objects that it refuses are told on the error stream. */
    static CommandCluster start(ClusterOptions options) {
        return start(options, options.manifests());
    }

    /** Starts the cluster with these manifests; objects that it refuses are told on the error stream. */
    static CommandCluster start(ClusterOptions options, Manifests manifests) {
        return start(options, manifests, "default");
    }

    /** The same with the namespaces that the manifests name, for questions about policies alone. */
    static CommandCluster startWithNamespaces(ClusterOptions options, String namespace) {
        return start(options, PlainManifests.withNamespaces(options.manifests(), namespace), namespace);
    }

    private static CommandCluster start(ClusterOptions options, Manifests manifests, String namespace) {
        PrintWriter err = options.commandLine().getErr();
        return start(options, manifests, namespace, true, applied -> {
            if (applied.isRefused()) {
                err.println(applied.text());
            }
        });
    }

    /** As below, with the manifests that the options name. */
    static CommandCluster start(ClusterOptions options, String namespace, boolean run, Consumer<Applied> listener) {
        return start(options, options.manifests(), namespace, run, listener);
    }

    /**
     * Starts the cluster.
     *
     * @param namespace where objects go that need a namespace and name none
     * @param run whether controllers run and time passes
     * @param listener is told what became of each object
     */
    static CommandCluster start(
            ClusterOptions options, Manifests manifests, String namespace, boolean run, Consumer<Applied> listener) {
        var progress = options.progress();
        progress.stage("reading manifests");
        var plain = Cluster.builder()
                .layers(ApplicationLayer.standard(), options.governance())
                .seed(options.seed())
                .onStep(progress);
        progress.stage("starting the cluster");
        var cluster = plain.start();
        try {
            var objects = ManifestObject.read(manifests, cluster.types());
            addNodes(cluster, options, objects);
            cluster.settle(); // nodes are ready before the first pod comes
            progress.stage("applying " + objects.size() + " objects");
            var applied = new ArrayList<Applied>(objects.size());
            for (var object : objects) {
                var outcome = Applied.apply(cluster.client(), object, namespace);
                applied.add(outcome);
                listener.accept(outcome);
            }
            if (run) {
                progress.stage("letting controllers settle");
                cluster.settle();
                if (!options.after().isZero()) {
                    progress.stage("letting time pass");
                    cluster.advance(options.after());
                }
            }
            return new CommandCluster(cluster, List.copyOf(applied));
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static void addNodes(Cluster cluster, ClusterOptions options, List<ManifestObject> objects) {
        boolean brought = objects.stream().anyMatch(manifest -> manifest.object() instanceof Node);
        var wanted = options.nodes();
        int count = wanted != null ? wanted : brought ? 0 : STANDARD_NODES;
        try {
            for (int i = 1; i <= count; i++) {
                var node = options.size().of(new NodeTemplate());
                cluster.addNode("node-" + i, node);
            }
        } catch (QuantityFormatException e) {
            throw new CommandLine.ParameterException(
                    options.commandLine(), "--node-cpu and --node-memory are quantities such as 500m, 4 or 16Gi", e);
        }
    }

    boolean refusedAny() {
        return applied.stream().anyMatch(Applied::isRefused);
    }

    /** The exit code of a command that only looks: 1 if the cluster is not what the manifests say. */
    int exitCode() {
        return refusedAny() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    @Override
    public void close() {
        cluster.close();
    }
}

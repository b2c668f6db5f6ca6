package io.kubelayers.interfaces.cli;

import io.kubelayers.governance.networkpolicy.ClusterNetwork;
import io.kubelayers.governance.networkpolicy.NetworkDifference;
import io.kubelayers.governance.networkpolicy.NetworkPicture;
import io.kubelayers.governance.networkpolicy.NetworkPolicy;
import io.kubelayers.governance.networkpolicy.NetworkReview;
import io.kubelayers.interfaces.table.TableText;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.explain.Render;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kubelayers network}: who reaches whom under the network policies of manifests, and what a change of them opens. */
@Command(
        name = "network",
        description = {
            "Say who reaches whom under the network policies among manifests: a line for each pair of workloads, and what"
                    + " stands out (nobody reaches it, everybody does, a policy or rule that is about nobody).",
            "With --before: what a change of policies opens and closes. With --from: whether one connection is let"
                    + " through, and why.",
            "Exit code 1: there is something to look into; the change opens something; the connection is refused."
        },
        footer = {
            "",
            "Examples:",
            "  kubelayers network -f k8s/ --svg network.svg",
            "  kubelayers network -f k8s/ --before main/k8s/",
            "  kubelayers network -f k8s/ --from shop/web --to-service shop/db --port 5432"
        },
        mixinStandardHelpOptions = true)
final class NetworkCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Mixin
    private ClusterOptions clusterOptions = new ClusterOptions();

    @Mixin
    private FindingOutput output = new FindingOutput();

    @Mixin
    private ConnectionOptions connection = new ConnectionOptions();

    @Option(
            names = "--before",
            paramLabel = "FILE|DIR",
            description = "Manifests with the policies before the change; of the rest only policies count. Repeatable.")
    private List<String> before = List.of();

    @Mixin
    private NamespaceOption namespace = new NamespaceOption();

    @Option(names = "--matrix", description = "Print who reaches whom pod by pod, too.")
    private boolean matrix;

    @Option(names = "--dot", paramLabel = "FILE", description = "Write a picture in the language of Graphviz.")
    private @Nullable Path dot;

    @Option(names = "--svg", paramLabel = "FILE", description = "Write a picture as SVG.")
    private @Nullable Path svg;

    @Override
    public Integer call() {
        output.isJson();
        var asked = connection.asked();
        try (var started = CommandCluster.startWithNamespaces(
                clusterOptions.withTime(Duration.ofMinutes(1)), namespace.namespace())) {
            var cluster = started.cluster();
            boolean fine = asked != null
                    ? connection.print(asked, cluster, output)
                    : before.isEmpty() ? review(cluster) : difference(cluster);
            draw(cluster);
            return fine ? started.exitCode() : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private boolean review(Cluster cluster) {
        var network = ClusterNetwork.of(cluster.informers());
        var review = NetworkReview.of(network);
        if (output.isJson()) {
            var links = Finding.note("networkpolicy.links", "", "who reaches whom");
            for (var link : NetworkPicture.of(network.matrix()).links()) {
                links = links.because(
                        Finding.note("networkpolicy.link", link.from() + " to " + link.to(), ports(link)));
            }
            output.json(Finding.note("networkpolicy.network", "", review.explain())
                    .because(links)
                    .because(review.finding()));
        } else {
            var table = new ArrayList<List<String>>();
            table.add(List.of("FROM", "TO", "PORTS"));
            NetworkPicture.of(network.matrix())
                    .links()
                    .forEach(link -> table.add(List.of(link.from(), link.to(), ports(link))));
            output.text((matrix ? network.matrix() + "\n" : "") + TableText.align(table) + "\n" + Render.text(review));
        }
        return review.finding().mark() != Finding.Mark.FAIL;
    }

    private static String ports(NetworkPicture.Link link) {
        return link.some()
                ? link.ports() + " (not between all of them)"
                : link.ports().toString();
    }

    private boolean difference(Cluster cluster) {
        var old = PlainManifests.read(spec.commandLine(), before, namespace.namespace()).stream()
                .filter(NetworkPolicy.class::isInstance)
                .map(NetworkPolicy.class::cast)
                .toList();
        var difference = NetworkDifference.between(
                cluster.lister(Namespace.class).list(),
                cluster.lister(Pod.class).list(),
                old,
                cluster.lister(NetworkPolicy.class).list());
        if (output.isJson()) {
            output.json(difference.finding());
        } else {
            output.text(Render.text(difference));
        }
        return difference.opened().isEmpty();
    }

    private void draw(Cluster cluster) {
        if (dot != null || svg != null) {
            var picture =
                    NetworkPicture.of(ClusterNetwork.of(cluster.informers()).matrix());
            WrittenFile.write(spec.commandLine(), dot, picture.dot());
            WrittenFile.write(spec.commandLine(), svg, picture.svg());
        }
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.application.scheduling.Profile;
import io.kubelayers.application.scheduling.Scheduling;
import io.kubelayers.application.scheduling.config.ConfigurationException;
import io.kubelayers.application.scheduling.config.ConfigurationFile;
import io.kubelayers.application.scheduling.config.PluginRegistry;
import io.kubelayers.interfaces.remote.HttpExtenders;
import io.kubelayers.interfaces.scheduling.GivenCluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.cluster.NodeTemplate;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Which cluster the scheduler is asked about, and by which configuration it decides. */
final class SchedulingOptions {
    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = {"-f", "--filename"},
            paramLabel = "FILE|DIR|-",
            description = {
                "Pods and workloads, as manifests, or a dump of a cluster (kubectl get nodes,pods -A -o yaml): there,"
                        + " pods on nodes count and pods without one wait. What placement depends on, such as claims,"
                        + " volumes, storage classes, services and budgets, belongs into them too. - reads the input."
                        + " Repeatable."
            })
    private List<String> files = List.of();

    @Option(
            names = "--nodes",
            paramLabel = "FILE|DIR|N",
            description = "Nodes, as manifests or a dump, with the pods on them; or how many nodes of --node-cpu and"
                    + " --node-memory there are. Repeatable.")
    private List<String> nodes = List.of();

    @Option(
            names = "--node-cpu",
            paramLabel = "CPU",
            defaultValue = "4",
            description = "CPU of each node of --nodes N. Default: ${DEFAULT-VALUE}.")
    private String cpu = "4";

    @Option(
            names = "--node-memory",
            paramLabel = "MEMORY",
            defaultValue = "16Gi",
            description = "Memory of each node of --nodes N. Default: ${DEFAULT-VALUE}.")
    private String memory = "16Gi";

    @Option(
            names = "--from-scratch",
            description = "Place the pods that are on nodes anew too, but for those of DaemonSets.")
    private boolean fromScratch;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "KubeSchedulerConfiguration to decide by. Default: the default profile.")
    private @Nullable String config;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "Chance among equally good nodes: the same number, the same nodes. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = {"-v", "--verbose"},
            description = "Say what is being done, and not only when it takes long.")
    private boolean verbose;

    private @Nullable Progress progress;

    CommandLine commandLine() {
        return spec.commandLine();
    }

    @Nullable
    String config() {
        return config;
    }

    Progress progress() {
        if (progress == null) {
            progress = new Progress(commandLine().getErr(), System::nanoTime, verbose);
        }
        return progress;
    }

    /**
     * The cluster that the files describe.
     *
     * @throws BadInputException if one can't be read or holds what the API server refuses
     */
    GivenCluster cluster() {
        if (files.isEmpty()) {
            throw new CommandLine.ParameterException(commandLine(), "must specify -f FILE|DIR|-");
        }
        var named = new ArrayList<String>();
        var made = new Manifests(List.of());
        for (var one : nodes) {
            if (one.matches("[0-9]{1,6}")) {
                made = alike(Integer.parseInt(one));
            } else {
                named.add(one);
            }
        }
        named.addAll(files);
        var given = read(made.and(ManifestFiles.read(commandLine(), named)));
        return fromScratch ? given.fromScratch() : given;
    }

    /** The same, with other files. */
    GivenCluster read(Manifests manifests) {
        GivenCluster given;
        try {
            given = GivenCluster.read(manifests, progress()::stage);
        } catch (DecodeException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
        if (!given.refused().isEmpty()) {
            throw new BadInputException(
                    given.refused().stream().map(GivenCluster.Refusal::toString).toList());
        }
        return given;
    }

    /** Nodes {@code node-1}, {@code node-2} … as manifests. */
    private Manifests alike(int count) {
        var all = new StringBuilder();
        var codec = Codec.of(TypeRegistry.of(List.of(Node.class)));
        try {
            for (int i = 1; i <= count; i++) {
                var node = new NodeTemplate().cpu(cpu).memory(memory).build("node-" + i);
                all.append(codec.toJson(node)).append("\n---\n");
            }
        } catch (QuantityFormatException e) {
            throw new CommandLine.ParameterException(
                    commandLine(), "--node-cpu and --node-memory are quantities such as 500m, 4 or 16Gi", e);
        }
        return Manifests.of("--nodes", all.toString());
    }

    /** Asks where to find the nodes if there are none. */
    void needNodes(GivenCluster given) {
        if (given.nodes().isEmpty()) {
            throw new CommandLine.ParameterException(
                    commandLine(), "there are no nodes: name a file that has some by --nodes, or how many there are");
        }
    }

    /** Asks for pods if none waits. */
    void needPods(GivenCluster given) {
        if (given.waiting().isEmpty()) {
            throw new CommandLine.ParameterException(
                    commandLine(), "there is no pod in the files that waits for a node");
        }
    }

    /** The scheduler on that cluster, by these profiles. */
    Scheduling scheduling(GivenCluster given, List<Profile> profiles) {
        var unserved = given.waiting().stream()
                .filter(pod -> profiles.size() > 1 && profiles.stream().noneMatch(profile -> isFor(profile, pod)))
                .map(pod -> "pod " + pod.metadata().namespaceOrEmpty() + "/"
                        + pod.metadata().nameOrEmpty()
                        + " names scheduler \"" + pod.spec().schedulerName() + "\", which no profile has; there are "
                        + String.join(
                                ", ",
                                profiles.stream().map(Profile::schedulerName).toList()))
                .toList();
        if (!unserved.isEmpty()) {
            throw new BadInputException(unserved);
        }
        return given.scheduling().by(profiles).seed(seed);
    }

    private static boolean isFor(Profile profile, Pod pod) {
        var name = pod.spec().schedulerName();
        return profile.schedulerName().equals(name == null || name.isEmpty() ? Profile.DEFAULT_SCHEDULER : name);
    }

    /**
     * The profiles of a configuration; the default one if none is named.
     *
     * @throws BadInputException that names file and line
     */
    List<Profile> profiles(@Nullable String file) {
        if (file == null) {
            return List.of(Profile.standard());
        }
        var text =
                ManifestFiles.read(commandLine(), List.of(file)).texts().get(0).text();
        try {
            return ConfigurationFile.read(file, text, PluginRegistry.installed(), new HttpExtenders())
                    .profiles();
        } catch (DecodeException | ConfigurationException e) {
            throw new BadInputException(String.valueOf(e.getMessage()), e);
        }
    }
}

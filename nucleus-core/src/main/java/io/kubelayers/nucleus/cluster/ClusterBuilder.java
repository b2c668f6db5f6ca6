package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.control.FaultInjector;
import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.StepListener;
import io.kubelayers.nucleus.control.ThreadDriver;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.node.NodeAgent;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.runtime.SeededRandom;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.server.Trace;
import io.kubelayers.nucleus.store.IndexDefinition;
import io.kubelayers.nucleus.store.MemoryStore;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Describes a cluster to be started. The nucleus is always there; layers are added from below. */
public final class ClusterBuilder {
    private final List<Layer> layers = new ArrayList<>();
    private final List<AdmissionPlugin> admission = new ArrayList<>();
    private final Set<String> neededAdmission = new TreeSet<>();
    private final Set<String> withoutAdmission = new TreeSet<>();
    private final List<Authorizer> authorizers = new ArrayList<>();
    private final List<Authenticator> authenticators = new ArrayList<>();
    private final List<Controller> controllers = new ArrayList<>();
    private final Map<String, NodeTemplate> nodes = new LinkedHashMap<>();
    private VirtualClock clock = VirtualClock.at("2026-01-01T00:00:00Z");
    private long seed = 1;
    private DeterministicDriver.Order order = DeterministicDriver.Order.FAIR;
    private FaultInjector faults = FaultInjector.none();
    private StepListener listener = step -> {};
    private Trace trace = Trace.off();
    private long maxSteps = DeterministicDriver.Options.DEFAULT.maxSteps();
    private boolean layersAct = true;
    private boolean nodesWatched = true;
    private UnaryOperator<Layer> nucleus = UnaryOperator.identity();
    private List<Controller> nodeAgent =
            NodeAgent.simulated(ContainerScripts.none()).controllers();

    ClusterBuilder() {}

    /**
     * Alters the nucleus itself, which is a layer too:
     * {@code nucleus(layer -> layer.without("pod-garbage-collector"))}.
     */
    public ClusterBuilder nucleus(UnaryOperator<Layer> alteration) {
        nucleus = alteration;
        return this;
    }

    /** Adds layers, lower ones first. */
    public ClusterBuilder layers(Layer... more) {
        layers.addAll(List.of(more));
        return this;
    }

    /** Where virtual time starts; 2026-01-01T00:00:00Z unless said otherwise. */
    public ClusterBuilder clock(VirtualClock start) {
        clock = start;
        return this;
    }

    /** Seeds uids, generated names, jitter and tie-breaks. The same seed gives the same run. */
    public ClusterBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Adds nodes {@code node-1 …}, all alike. */
    public ClusterBuilder nodes(int count, UnaryOperator<NodeTemplate> description) {
        for (int i = 0; i < count; i++) {
            nodes.put("node-" + (nodes.size() + 1), description.apply(new NodeTemplate()));
        }
        return this;
    }

    public ClusterBuilder node(String name, UnaryOperator<NodeTemplate> description) {
        nodes.put(name, description.apply(new NodeTemplate()));
        return this;
    }

    /** How the containers of the cluster behave: when they start, crash, answer probes. */
    public ClusterBuilder containers(ContainerScripts scripts) {
        return nodeAgent(NodeAgent.simulated(scripts));
    }

    /** Who runs pods on the nodes; simulated containers unless said otherwise. */
    public ClusterBuilder nodeAgent(NodeAgent agent) {
        nodeAgent = agent.controllers();
        return this;
    }

    /**
     * An API server alone: objects are stored and nothing acts on them, however long one waits, but for what a server does
     * by itself, such as telling whether API services are available. Controllers of one's own still run.
     */
    public ClusterBuilder withoutControllers() {
        layersAct = false;
        return withoutNodeAgent();
    }

    /**
     * Nobody runs pods, registers nodes or watches them: whoever uses the cluster writes their status, and new nodes are
     * not tainted until somebody has seen them ready.
     */
    public ClusterBuilder withoutNodeAgent() {
        nodesWatched = false;
        return nodeAgentElsewhere();
    }

    /**
     * Pods are run by somebody else, if at all, as under an API server and a controller manager without kubelets. Nodes are
     * watched as always: those that nobody reports for get their taints, and after a minute conditions that say so.
     */
    public ClusterBuilder nodeAgentElsewhere() {
        nodeAgent = List.of();
        return this;
    }

    /** Adds an admission plugin of one's own, after those of the layers. */
    public ClusterBuilder admission(AdmissionPlugin plugin) {
        admission.add(plugin);
        return this;
    }

    /**
     * Asks for admission plugins, as with {@code --enable-admission-plugins}. All that the layers have are there anyway; a
     * name that there is not fails the start with an {@link IllegalArgumentException} that lists those there are.
     */
    public ClusterBuilder needingAdmission(Collection<String> names) {
        neededAdmission.addAll(names);
        return this;
    }

    /**
     * Leaves admission plugins out, whichever layer they are of, as with {@code --disable-admission-plugins}. A name that
     * neither the cluster nor upstream has fails the start with an {@link IllegalArgumentException} that lists those there
     * are.
     */
    public ClusterBuilder withoutAdmission(Collection<String> names) {
        withoutAdmission.addAll(names);
        return this;
    }

    /** Adds an authorizer of one's own, asked after those of the layers. */
    public ClusterBuilder authorizer(Authorizer authorizer) {
        authorizers.add(authorizer);
        return this;
    }

    /** Adds a way to tell who sends a request, such as a list of tokens, asked after those of the layers. */
    public ClusterBuilder authenticator(Authenticator authenticator) {
        authenticators.add(authenticator);
        return this;
    }

    /** Adds a controller of one's own. */
    public ClusterBuilder controller(Controller controller) {
        controllers.add(controller);
        return this;
    }

    /** In which order controllers act; shuffling by the seed finds those that rely on an order. */
    public ClusterBuilder order(DeterministicDriver.Order value) {
        order = value;
        return this;
    }

    /** Makes controllers fail now and then. */
    public ClusterBuilder faults(FaultInjector injector) {
        faults = injector;
        return this;
    }

    /** Most steps of one settle or advance, beyond which the controllers are taken to fight each other. */
    public ClusterBuilder maxSteps(long most) {
        maxSteps = most;
        return this;
    }

    /** Is told of every reconciliation. */
    public ClusterBuilder onStep(StepListener stepListener) {
        listener = stepListener;
        return this;
    }

    /** Is told what each stage of every request did. */
    public ClusterBuilder trace(Trace sink) {
        trace = sink;
        return this;
    }

    /** Starts the cluster on virtual time. */
    public Cluster start() {
        var runtime = new Runtime(clock, SeededRandom.of(seed));
        var plane = plane(runtime);
        var cluster = new Cluster(plane, clock, plane.start(clock));
        nodes.forEach(cluster::addNode);
        return cluster.settle();
    }

    /** Starts the cluster in real time, a daemon thread a controller. The virtual clock is not used. */
    public LiveCluster startThreads() {
        var system = InstantSource.system();
        var plane = plane(new Runtime(system, SeededRandom.of(seed)));
        var driver = ThreadDriver.start(
                plane.controllers(),
                controller -> plane.context(controller.name(), Memory.empty()),
                plane.store(),
                () -> plane.server().types(),
                system,
                ClusterBuilder::daemon);
        var cluster = new LiveCluster(plane, driver);
        nodes.forEach((name, template) -> cluster.client().create(template.build(name)));
        return cluster;
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    }

    /** The names of the programs in which these controllers run upstream. */
    private static Map<String, String> managers(List<Layer> layers) {
        var managers = new TreeMap<String, String>();
        for (var layer : layers) {
            for (var one : layer.controllers()) {
                managers.put(one.name(), program(one.component()));
            }
        }
        return managers;
    }

    private static String program(String component) {
        return switch (component) {
            case "kubelet" -> "kubelet";
            case "default-scheduler" -> "kube-scheduler";
            case Controller.API_SERVER -> Controller.API_SERVER;
            default -> "kube-controller-manager";
        };
    }

    private Map<String, String> components(List<Layer> layers) {
        var components = new TreeMap<String, String>();
        layers.forEach(layer -> layer.controllers().forEach(one -> components.put(one.name(), one.component())));
        controllers.forEach(one -> components.put(one.name(), one.component()));
        return components;
    }

    private ControlPlane plane(Runtime runtime) {
        var layers = new ArrayList<Layer>(List.of(nucleus.apply(new NucleusLayer(nodeAgent, nodesWatched, layersAct))));
        layers.addAll(this.layers);
        var kinds = new ArrayList<Class<?>>();
        var indexes = new ArrayList<IndexDefinition>();
        for (var layer : layers) {
            kinds.addAll(layer.kinds());
            indexes.addAll(layer.indexes());
        }
        var options = new DeterministicDriver.Options(order, faults, listener, maxSteps);
        var composition = new Composition(
                List.copyOf(layers),
                TypeRegistry.of(kinds),
                List.copyOf(admission),
                Collections.unmodifiableSet(new TreeSet<>(neededAdmission)),
                Collections.unmodifiableSet(new TreeSet<>(withoutAdmission)),
                List.copyOf(authorizers),
                List.copyOf(authenticators),
                List.copyOf(controllers),
                layersAct,
                components(layers),
                managers(layers),
                options,
                trace);
        var plane = ControlPlane.create(composition, MemoryStore.indexedBy(indexes), runtime);
        plane.bootstrap();
        return plane;
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.application.discovery.AddressBlock;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.metrics.RecordedMetrics;
import io.kubelayers.governance.metrics.UsageCurveSyntaxException;
import io.kubelayers.governance.metrics.UsageModel;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.authentication.StaticTokens;
import io.kubelayers.interfaces.http.metrics.SchedulerMetricsLayer;
import io.kubelayers.interfaces.http.metrics.SchedulerPrometheus;
import io.kubelayers.interfaces.http.server.CertificateSigner;
import io.kubelayers.interfaces.http.server.ClusterAuthority;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.ClusterBuilder;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.node.NodeEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the cluster that is served is made of; options named as those of upstream's API server mean the same. */
final class ServedClusterOptions {
    private static final int STANDARD_NODES = 3;
    private static final String ALWAYS_ALLOW = "AlwaysAllow";
    private static final Set<String> MODES = Set.of("Node", "RBAC", "ABAC", ALWAYS_ALLOW);

    private final SchedulerPrometheus schedulerMetrics = SchedulerPrometheus.create();

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = {
                "How many nodes there are. Default: 3.",
                "0 gives a control plane alone, as an API server and a controller manager without scheduler and kubelets:"
                        + " pods stay Pending, nodes that you create are objects only, there is no storage class and no"
                        + " metrics API."
            })
    private int nodes = STANDARD_NODES;

    @Option(
            names = "--containers",
            paramLabel = "'IMAGE WORDS'",
            description = {
                "How containers of an image live, such as 'shop/cart:3.* pull-fails=always' or '*slow:* pull=40s start=5s"
                        + " readiness=fail@0s,pass@20s'. Repeatable; the first whose pattern matches counts.",
                "The config map kubelayers-containers in kube-system holds such lines too, and can be changed at any time."
            })
    private List<String> containers = List.of();

    @CommandLine.Mixin
    private NodeSizeOptions size = new NodeSizeOptions();

    @Option(
            names = "--service-cluster-ip-range",
            paramLabel = "CIDR",
            defaultValue = "10.96.0.0/12",
            split = ",",
            description = "Where cluster IPs come from; two, separated by a comma, for both families."
                    + " Default: ${DEFAULT-VALUE}.")
    private List<String> serviceRanges = List.of("10.96.0.0/12");

    @Option(
            names = "--token-auth-file",
            paramLabel = "FILE",
            description = "Bearer tokens, a line each: token,user,uid,\"group1,group2\".")
    private @Nullable Path tokens;

    @Option(
            names = "--authorization-mode",
            paramLabel = "MODE",
            split = ",",
            defaultValue = "Node,RBAC",
            description =
                    "Node,RBAC, RBAC alone, or AlwaysAllow for whoever is known; with ABAC a policy file is asked too."
                            + " Default: ${DEFAULT-VALUE}.")
    private List<String> modes = List.of("Node", "RBAC");

    @CommandLine.Mixin
    private PolicyFileOption policyFile = new PolicyFileOption();

    @Option(
            names = "--disable-admission-plugins",
            paramLabel = "NAME",
            split = ",",
            description = "Admission plugins to leave out, such as ServiceAccount.")
    private List<String> withoutAdmission = List.of();

    @Option(
            names = "--enable-admission-plugins",
            paramLabel = "NAME",
            split = ",",
            description = "Admission plugins that shall be there. All that a cluster has are on; others are refused.")
    private List<String> withAdmission = List.of();

    @Option(
            names = "--runtime-config",
            paramLabel = "GROUP/VERSION[=true|false]",
            split = ",",
            description =
                    "API versions that shall be there, or not, as api/v1 or apps/v1=true. What is served is served"
                            + " always: others are refused, and so is false for one of them.")
    private List<String> versions = List.of();

    @Option(
            names = "--external-metrics",
            paramLabel = "FILE",
            description =
                    "Recorded metrics in Prometheus' text form, each value with its time: served as external metrics"
                            + " of all namespaces, from now on as they were.")
    private @Nullable Path externalMetrics;

    /**
     * Starts the cluster.
     *
     * @param authority signs the certificates that are asked for and approved in it
     * @throws CommandLine.ParameterException if an option can't be
     */
    LiveCluster start(ClusterAuthority authority) {
        var builder = Cluster.builder().controller(CertificateSigner.controller(authority));
        if (allowsEverything()) {
            builder.authorizer(Authorizer.alwaysAllow());
        }
        if (tokens != null) {
            builder.authenticator(readTokens(tokens));
        }
        if (nodes < 0) {
            throw usage("--nodes must not be negative, is " + nodes, null);
        }
        builder.needingAdmission(withAdmission).withoutAdmission(withoutAdmission);
        try {
            var cluster = nodes == 0 ? controlPlane(builder) : withNodes(builder);
            checkVersions(cluster);
            return cluster;
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()), e);
        }
    }

    private void checkVersions(LiveCluster cluster) {
        try {
            ServedVersions.of(cluster.server().types()).check(versions);
        } catch (IllegalArgumentException e) {
            cluster.close();
            throw e;
        }
    }

    int nodes() {
        return nodes;
    }

    /** Whoever shows nothing would be allowed everything: upstream lets nobody in unknown then. */
    boolean anonymous() {
        return !allowsEverything();
    }

    private LiveCluster withNodes(ClusterBuilder builder) {
        NodeEvents.controllers().forEach(builder::controller);
        return builder.layers(
                        application(),
                        authorizing(governance()),
                        AuthenticationLayer.standard(),
                        SchedulerMetricsLayer.of(schedulerMetrics))
                .containers(ContainerScripts.none().lines(containers))
                .nodes(nodes, size::of)
                .startThreads();
    }

    /** What the scheduler is counted by; nothing where there is none. */
    List<Supplier<String>> metrics() {
        return nodes() == 0 ? List.of() : List.of(schedulerMetrics::text);
    }

    private LiveCluster controlPlane(ClusterBuilder builder) {
        return builder.layers(
                        application().without("scheduler"),
                        authorizing(
                                GovernanceLayer.standard().withoutStorageClass().withoutMetricsApis()),
                        AuthenticationLayer.standard())
                .nodeAgentElsewhere()
                .startThreads();
    }

    private GovernanceLayer governance() {
        if (externalMetrics == null) {
            return GovernanceLayer.standard();
        }
        try {
            var recorded = RecordedMetrics.prometheus(Files.readString(externalMetrics));
            return GovernanceLayer.standard()
                    .metrics(UsageModel.IDLE, recorded.startingAt(Instant.now()).external(""));
        } catch (IOException e) {
            throw usage("can't read the metrics in " + externalMetrics + ": " + e, e);
        } catch (UsageCurveSyntaxException e) {
            throw usage(externalMetrics + ": " + e.getMessage(), e);
        }
    }

    private boolean allowsEverything() {
        for (var mode : modes) {
            if (!MODES.contains(mode)) {
                throw usage("--authorization-mode must be of Node, RBAC, ABAC and AlwaysAllow, is " + mode, null);
            }
        }
        if (!modes.contains(ALWAYS_ALLOW) && !modes.contains("RBAC")) {
            throw usage("--authorization-mode needs RBAC or AlwaysAllow, is " + String.join(",", modes), null);
        }
        if (modes.contains("ABAC") && !policyFile.isGiven()) {
            throw usage("authorization-mode ABAC's authorization policy file not passed", null);
        }
        if (!modes.contains("ABAC") && policyFile.isGiven()) {
            throw usage("cannot specify --authorization-policy-file without mode ABAC", null);
        }
        return modes.contains(ALWAYS_ALLOW);
    }

    private GovernanceLayer authorizing(GovernanceLayer layer) {
        return policyFile.on(modes.contains("Node") ? layer : layer.withoutNodeAuthorization());
    }

    private ApplicationLayer application() {
        try {
            return ApplicationLayer.standard()
                    .serviceRanges(serviceRanges.stream().map(AddressBlock::of).toArray(AddressBlock[]::new));
        } catch (IllegalArgumentException e) {
            throw usage("--service-cluster-ip-range: " + e.getMessage(), e);
        }
    }

    private StaticTokens readTokens(Path file) {
        try {
            return StaticTokens.read(file);
        } catch (IOException e) {
            throw usage("can't read the tokens in " + file + ": " + e, e);
        } catch (IllegalArgumentException e) {
            throw usage(file + ": " + e.getMessage(), e);
        }
    }

    private CommandLine.ParameterException usage(String message, @Nullable Exception cause) {
        return new CommandLine.ParameterException(spec.commandLine(), message, cause);
    }
}

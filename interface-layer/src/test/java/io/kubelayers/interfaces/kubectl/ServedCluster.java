package io.kubelayers.interfaces.kubectl;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.governance.autoscaling.horizontal.HpaOptions;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.CertificateSigner;
import io.kubelayers.interfaces.http.server.ClusterAuthority;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of a class kubectl, and helm where it is named so, on one cluster of two nodes that is served while they
 * run. Their namespace is {@code default}. Containers of images named {@code broken} end at once and badly; those named
 * {@code task} end well.
 */
final class ServedCluster implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace SPACE = ExtensionContext.Namespace.create(ServedCluster.class);

    private static final HpaOptions OFTEN = HpaOptions.DEFAULT.withSyncPeriod(Duration.ofSeconds(1));

    private record Served(LiveCluster cluster, ApiServerHttp http, Path kubeconfig) implements AutoCloseable {
        static Served start() throws Exception {
            var authority = ClusterAuthority.create(Instant.now());
            var cluster = Cluster.builder()
                    .controller(CertificateSigner.controller(authority))
                    .layers(
                            ApplicationLayer.standard(),
                            GovernanceLayer.standard().autoscaling(OFTEN),
                            AuthenticationLayer.standard())
                    .containers(ContainerScripts.none()
                            .on("*broken*", ContainerScript.standard().crashes(1000))
                            .on(
                                    "*task*",
                                    ContainerScript.standard()
                                            .runs(Duration.ZERO)
                                            .exits(0)))
                    .nodes(2, node -> node.cpu("4").memory("16Gi"))
                    .startThreads();
            var http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback(), authority);
            var folder = Files.createTempDirectory("kubectl");
            var kubeconfig = folder.resolve("config");
            Files.writeString(kubeconfig, http.kubeconfig());
            return new Served(cluster, http, kubeconfig);
        }

        @Override
        public void close() throws Exception {
            http.close();
            cluster.close();
            try (var files = Files.walk(kubeconfig.getParent())) {
                files.sorted(java.util.Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        require(client(context));
        context.getStore(SPACE).put("served", Served.start());
    }

    private static String client(ExtensionContext context) {
        return context.getRequiredTestClass().getSimpleName().startsWith("Helm") ? "helm" : "kubectl";
    }

    private static Path require(String name) {
        var program = RealClient.find(name);
        Assumptions.assumeTrue(
                program.isPresent(), name + " is not there: set -D" + name + "=FILE, or put one on the path");
        return program.orElseThrow();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RealClient.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var name = parameter.getParameter().getName();
        var served = context.getStore(SPACE).get("served", Served.class);
        return new RealClient(require(name), served.kubeconfig(), Map.of());
    }
}

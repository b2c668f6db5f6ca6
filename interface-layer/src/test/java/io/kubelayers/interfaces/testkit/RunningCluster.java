package io.kubelayers.interfaces.testkit;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.authentication.AuthenticationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.clientjava.ClientJava;
import io.kubelayers.interfaces.testkit.fabric8.Fabric8Clients;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.node.ContainerScript;
import io.kubelayers.nucleus.node.ContainerScripts;
import io.kubelayers.nucleus.program.HttpAnswer;
import io.kubelayers.nucleus.program.PortService;
import io.kubernetes.client.openapi.ApiClient;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A cluster that runs by itself and is served, with clients of other projects. One for all tests that use them: each takes
 * a namespace of its own. It ends with the JVM.
 */
public final class RunningCluster {
    /** Containers of images named {@code speaker} say something, and listen. */
    private static final ContainerScript SPEAKER = ContainerScript.standard()
            .logs("ready to speak")
            .serves(80, PortService.http(ask -> HttpAnswer.text(200, "you asked for " + ask.path())))
            .serves(7, PortService.echo());

    private static final RunningCluster SHARED = new RunningCluster();

    private final LiveCluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard(), AuthenticationLayer.standard())
            .nodes(2, node -> node.cpu("16").memory("64Gi"))
            .containers(ContainerScripts.none().on("speaker:*", SPEAKER))
            .startThreads();
    private final ApiServerHttp http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
    private final KubernetesClient inProcess = Fabric8Clients.on(cluster);
    private final KubernetesClient overHttp = Fabric8Clients.over(http);
    private final AtomicInteger namespaces = new AtomicInteger();

    /** The clients don't ask again where the answer stays the same, as that of a budget does. */
    private RunningCluster() {
        inProcess.getConfiguration().setRequestRetryBackoffLimit(0);
        overHttp.getConfiguration().setRequestRetryBackoffLimit(0);
    }

    public static RunningCluster shared() {
        return SHARED;
    }

    public LiveCluster cluster() {
        return cluster;
    }

    public ApiServerHttp http() {
        return http;
    }

    /** A fabric8 client in a new namespace. */
    public NamespacedKubernetesClient fabric8(Transport transport) {
        var client = transport == Transport.HTTP ? overHttp : inProcess;
        return client.adapt(NamespacedKubernetesClient.class).inNamespace(newNamespace());
    }

    /** A client-java client. */
    public ApiClient clientJava(Transport transport) {
        return transport == Transport.HTTP ? ClientJava.over(http) : ClientJava.on(cluster);
    }

    /** The name of a new namespace, ready for pods. */
    public String newNamespace() {
        var name = "test-" + namespaces.incrementAndGet();
        inProcess
                .resource(new NamespaceBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .endMetadata()
                        .build())
                .create();
        return name;
    }
}

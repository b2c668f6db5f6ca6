package io.kubelayers.interfaces.testkit.fabric8;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.kubelayers.interfaces.http.inprocess.InProcessApi;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import java.time.InstantSource;

/**
 * Makes fabric8 clients. In process they skip the socket and nothing else: requests, answers and watches are the bytes that
 * would go over it. Whoever makes a client closes it.
 *
 * <p>Each client finds out about fabric8's classes anew, which takes some 15 ms. Who makes many can give {@link #builder} one
 * {@code KubernetesSerialization} for all of them; the kinds that one registers the others then know too.
 */
public final class Fabric8Clients {
    private Fabric8Clients() {}

    /** A client of a cluster's administrator. Controllers act when {@link Cluster#settle} or {@code advance} is called. */
    public static KubernetesClient on(Cluster cluster) {
        return builder(cluster, Users.admin()).build();
    }

    /** A client of a user with these groups. */
    public static KubernetesClient on(Cluster cluster, String user, String... groups) {
        return builder(cluster, Users.user(user, groups)).build();
    }

    /** A client of the administrator of a cluster that runs by itself. */
    public static KubernetesClient on(LiveCluster cluster) {
        return builder(cluster, Users.admin()).build();
    }

    /** A client of a user with these groups, of a cluster that runs by itself. */
    public static KubernetesClient on(LiveCluster cluster, String user, String... groups) {
        return builder(cluster, Users.user(user, groups)).build();
    }

    /** A client that reaches the server over its socket, as the administrator. */
    public static KubernetesClient over(ApiServerHttp server) {
        return new KubernetesClientBuilder()
                .withConfig(Config.fromKubeconfig(server.kubeconfig()))
                .build();
    }

    /** Where a client with settings of one's own begins. */
    public static KubernetesClientBuilder builder(Cluster cluster, UserInfo user) {
        return builder(InProcessApi.of(cluster.server(), cluster.runtime().clock(), user));
    }

    /** Where a client with settings of one's own begins, of a cluster that runs by itself. */
    public static KubernetesClientBuilder builder(LiveCluster cluster, UserInfo user) {
        return builder(InProcessApi.of(cluster.server(), InstantSource.system(), user));
    }

    private static KubernetesClientBuilder builder(InProcessApi api) {
        return new KubernetesClientBuilder()
                .withConfig(config(api))
                .withHttpClientFactory(new InProcessHttpFactory(api));
    }

    /** Nothing of the machine's own configuration: a test must not reach the cluster its author works with. */
    private static Config config(InProcessApi api) {
        return new ConfigBuilder(Config.empty())
                .withMasterUrl("https://kubelayers/")
                .withOauthToken(api.token())
                .withNamespace("default")
                .withOnlyHttpWatches(true)
                .build();
    }
}

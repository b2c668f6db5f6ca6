package io.kubelayers.interfaces.testkit.clientjava;

import io.kubelayers.interfaces.http.inprocess.InProcessApi;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.util.Config;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import okhttp3.OkHttpClient;

/**
 * Makes client-java clients. In process they skip the socket and nothing else: requests, answers and watches are the bytes
 * that would go over it, and each is answered on the thread that asks.
 */
public final class ClientJava {
    private ClientJava() {}

    /** A client of a cluster's administrator. Controllers act when {@link Cluster#settle} or {@code advance} is called. */
    public static ApiClient on(Cluster cluster) {
        return on(cluster, Users.admin());
    }

    /** A client of a user with these groups. */
    public static ApiClient on(Cluster cluster, String user, String... groups) {
        return on(cluster, Users.user(user, groups));
    }

    private static ApiClient on(Cluster cluster, UserInfo user) {
        return on(InProcessApi.of(cluster.server(), cluster.runtime().clock(), user));
    }

    /** A client of the administrator of a cluster that runs by itself. */
    public static ApiClient on(LiveCluster cluster) {
        return on(InProcessApi.of(cluster.server(), InstantSource.system(), Users.admin()));
    }

    /** A client of a user with these groups, of a cluster that runs by itself. */
    public static ApiClient on(LiveCluster cluster, String user, String... groups) {
        return on(InProcessApi.of(cluster.server(), InstantSource.system(), Users.user(user, groups)));
    }

    /** A client that reaches the server over its socket, as the administrator. */
    public static ApiClient over(ApiServerHttp server) {
        try {
            return Config.fromConfig(new StringReader(server.kubeconfig()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ApiClient on(InProcessApi api) {
        var calls = new InProcessCalls(api);
        var http = new OkHttpClient.Builder()
                .addInterceptor(calls)
                // informers insist on it
                .readTimeout(Duration.ZERO)
                .eventListener(calls.cancellations())
                .build();
        var client = new ApiClient(http);
        client.setBasePath("https://kubelayers");
        client.setApiKeyPrefix("Bearer");
        client.setApiKey(api.token());
        return client;
    }
}

package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many watch at once: everybody is told everything, in order, and closing the server ends their watches. */
@Timeout(120)
class WatchesTest {
    private static final int WATCHERS = 20;
    private static final int CHANGES = 300;

    private final Cluster cluster = Cluster.builder().start();
    private final ApiServerHttp http =
            ApiServerHttp.serve(cluster.server(), ServeOptions.loopback().withTls(false));
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        http.close();
    }

    private BufferedReader watch() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(http.url() + "/api/v1/namespaces/default/configmaps?watch=1&resourceVersion="
                                + cluster.store().revision()))
                .header("Authorization", "Bearer " + http.adminToken())
                .build();
        var body = client.send(request, BodyHandlers.ofInputStream()).body();
        return new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    @Test
    void everyWatcherIsToldEveryChangeInOrder() throws Exception {
        List<BufferedReader> watches = new ArrayList<>();
        for (int i = 0; i < WATCHERS; i++) {
            watches.add(watch());
        }
        for (int i = 0; i < CHANGES; i++) {
            cluster.client()
                    .create(ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name("map-" + i)
                                    .namespace("default")
                                    .build())
                            .build());
        }
        for (var watch : watches) {
            for (int i = 0; i < CHANGES; i++) {
                assertThat(watch.readLine())
                        .startsWith("{\"type\":\"ADDED\",\"object\":{\"kind\":\"ConfigMap\"")
                        .contains("\"name\":\"map-" + i + "\"");
            }
        }
    }

    @Test
    void closingTheServerEndsWatches() throws Exception {
        var watch = watch();
        http.close();
        assertThat(watch.readLine()).isNull();
    }
}

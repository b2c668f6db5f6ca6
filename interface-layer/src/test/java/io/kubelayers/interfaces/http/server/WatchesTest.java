package io.kubelayers.interfaces.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
        return watch("");
    }

    private BufferedReader watch(String selection) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(http.url() + "/api/v1/namespaces/default/configmaps?watch=1&resourceVersion="
                                + cluster.store().revision() + selection))
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
    void eachIsToldWhatItAskedForThoughOthersAskForOtherThings() throws Exception {
        List<BufferedReader> all = new ArrayList<>();
        List<BufferedReader> even = new ArrayList<>();
        List<BufferedReader> odd = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(watch());
            even.add(watch("&labelSelector=half%3Deven"));
            odd.add(watch("&labelSelector=half%3Dodd"));
        }
        for (int i = 0; i < CHANGES; i++) {
            cluster.client()
                    .create(ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name("map-" + i)
                                    .namespace("default")
                                    .labels(Map.of("half", i % 2 == 0 ? "even" : "odd"))
                                    .build())
                            .build());
        }
        for (int i = 0; i < CHANGES; i++) {
            var name = "\"name\":\"map-" + i + "\"";
            for (var watch : all) {
                assertThat(watch.readLine()).contains(name);
            }
            for (var watch : i % 2 == 0 ? even : odd) {
                assertThat(watch.readLine()).contains(name);
            }
        }
    }

    @Test
    void aChunkIsWholeBeforeTheNextComes() throws Exception {
        try (var socket = new Socket("127.0.0.1", http.port())) {
            socket.setSoTimeout(60_000);
            var asked = "GET /api/v1/namespaces/default/configmaps?watch=1&resourceVersion="
                    + cluster.store().revision() + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + http.adminToken()
                    + "\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(StandardCharsets.UTF_8));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            while (!answer.readLine().isEmpty()) {
                // the head
            }
            for (int i = 0; i < 3; i++) {
                cluster.client()
                        .create(ConfigMapBuilder.builder()
                                .metadata(ObjectMetaBuilder.builder()
                                        .name("map-" + i)
                                        .namespace("default")
                                        .build())
                                .build());
                int size = Integer.parseInt(answer.readLine(), 16);
                var event = answer.readLine();
                assertThat(event).contains("map-" + i).hasSize(size - 1);
                assertThat(answer.readLine()).as("the end of the chunk").isEmpty();
            }
        }
    }

    @Test
    void closingTheServerEndsWatches() throws Exception {
        var watch = watch();
        http.close();
        assertThat(watch.readLine()).isNull();
    }

    @Test
    void closingTheServerEndsWatchesOverWebSockets() throws Exception {
        var code = new CompletableFuture<Integer>();
        client.newWebSocketBuilder()
                .header("Authorization", "Bearer " + http.adminToken())
                .buildAsync(
                        URI.create(http.url().replaceFirst("^http", "ws") + "/api/v1/configmaps?watch=1"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                                code.complete(status);
                                return CompletableFuture.completedStage(null);
                            }
                        })
                .get();
        http.close();
        assertThat(code.get()).isEqualTo(1001);
    }

    @Test
    void closingTheServerCutsRequestsOffThatDoNotEndInTime() throws Exception {
        var hasty = ApiServerHttp.serve(
                cluster.server(), ServeOptions.loopback().withTls(false).withStop(Duration.ofMillis(200)));
        try (var socket = new Socket("127.0.0.1", hasty.port())) {
            var half = "POST /api/v1/namespaces HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{";
            socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
            hasty.close();
            endOf(socket); // would wait for ever if the connection were left open
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", hasty.port())).isInstanceOf(ConnectException.class);
    }

    private static void endOf(Socket socket) throws IOException {
        try {
            socket.getInputStream().readAllBytes();
        } catch (SocketException reset) {
            assertThat(reset).hasMessageContaining("reset"); // as it may be if nobody had read what was sent
        }
    }
}

package io.kubelayers.interfaces.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.WatchStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of a cluster elsewhere, which here is one of our own behind a socket. */
class RemoteClientTest {
    @TempDir
    private Path folder;

    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();
    private ApiServerHttp http = ApiServerHttp.serve(cluster.server(), ServeOptions.loopback());
    private RemoteClient client;

    @BeforeEach
    void connect() throws IOException {
        client = RemoteClient.to(KubeconfigFile.read(written(http.kubeconfig())));
    }

    @AfterEach
    void close() {
        http.close();
        cluster.close();
    }

    private Path written(String kubeconfig) throws IOException {
        return Files.writeString(folder.resolve("config"), kubeconfig);
    }

    private static ConfigMap map(String name, String value) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .namespace("default")
                        .name(name)
                        .build())
                .data(new TreeMap<>(Map.of("key", value)))
                .build();
    }

    @Test
    void readsAndWritesAsTheOneInProcess() {
        var created = client.create(map("settings", "a"));
        assertThat(created.metadata().uid()).isNotEmpty();
        var updated = client.update(created.withData(new TreeMap<>(Map.of("key", "b"))));
        assertThat(client.on(ConfigMap.class).get("default", "settings")).isEqualTo(updated);
        var patched = client.on(ConfigMap.class)
                .patch("default", "settings", Body.Patch.merge(Map.of("data", Map.of("key", "c"))));
        assertThat(patched.data()).containsEntry("key", "c");
        assertThat(client.on(ConfigMap.class)
                        .list("", RequestOptions.fields("metadata.name=settings"))
                        .items())
                .containsExactly(patched);
        assertThat(client.apply(map("applied", "x"), "me")
                        .metadata()
                        .managedFields()
                        .get(0)
                        .manager())
                .isEqualTo("me");
        client.delete(patched);
        assertThat(client.on(ConfigMap.class).find("default", "settings")).isEmpty();
    }

    @Test
    void refusalsAreTheServersOwn() {
        var created = client.create(map("settings", "a"));
        client.update(created.withData(new TreeMap<>(Map.of("key", "b"))));
        assertThatThrownBy(() -> client.update(created.withData(new TreeMap<>())))
                .isInstanceOfSatisfying(ApiException.class, refusal -> {
                    assertThat(refusal.isConflict()).isTrue();
                    assertThat(refusal.code()).isEqualTo(409);
                    assertThat(refusal.getMessage()).contains("the object has been modified");
                });
        assertThatThrownBy(() -> client.on(Pod.class).get("default", "nobody"))
                .isInstanceOf(ApiException.class)
                .hasMessage("pods \"nobody\" not found");
    }

    @Test
    void actsAsSomebodyElse() {
        Client jane = client.as(Users.user("jane", "developers"));
        assertThatThrownBy(() -> jane.create(map("settings", "a")))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("User \"jane\" cannot create resource \"configmaps\"");
    }

    @Test
    void aServerThatIsNotThereIsARefusalToo() {
        http.close();
        assertThatThrownBy(() -> client.on(Pod.class).list("default"))
                .isInstanceOfSatisfying(ApiException.class, refusal -> assertThat(refusal.code())
                        .isEqualTo(503))
                .hasMessageStartingWith("can't reach https://127.0.0.1:");
    }

    @Test
    void strangersAreNotTrusted() {
        var trusting = client.cluster().withTrust(TlsTrust.STANDARD);
        assertThatThrownBy(() -> RemoteClient.to(trusting).on(Pod.class).list("default"))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("PKIX path building failed");
        var named = client.cluster().trust().withServerName("elsewhere.example.com");
        assertThatThrownBy(() -> RemoteClient.to(client.cluster().withTrust(named))
                        .on(Pod.class)
                        .list("default"))
                .hasMessageContaining("the certificate is not valid for the name elsewhere.example.com");
        var right = client.cluster().trust().withServerName("kubernetes.default.svc");
        assertThat(RemoteClient.to(client.cluster().withTrust(right))
                        .on(Pod.class)
                        .list("default"))
                .isEmpty();
        var careless = client.cluster().trust().withAuthorities(null).withInsecure(true);
        assertThat(RemoteClient.to(client.cluster().withTrust(careless))
                        .on(Pod.class)
                        .list("default"))
                .isEmpty();
    }

    @Test
    void aTokenWillDo() {
        var token = http.adminToken();
        var bearer = client.cluster()
                .withTrust(new TlsTrust(client.cluster().trust().authorities(), null, null, null, false))
                .withAuthorization(() -> "Bearer " + token);
        assertThat(RemoteClient.to(bearer).on(Pod.class).list("default")).isEmpty();
    }

    /** Takes events as they come. */
    private static final class Ear implements AutoCloseable {
        private final Semaphore wakes = new Semaphore(0);
        private final WatchStream stream;

        Ear(WatchStream stream) {
            this.stream = stream;
            stream.onEvents(wakes::release);
        }

        String next() throws InterruptedException {
            for (var event = stream.poll(); ; event = stream.poll()) {
                if (event.isPresent() && event.get().type() != WatchStream.Type.BOOKMARK) {
                    return event.get().type() + " "
                            + event.get().object().metadata().name();
                }
                if (event.isEmpty()) {
                    assertThat(wakes.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
                }
            }
        }

        @Override
        public void close() {
            stream.close();
        }
    }

    @Test
    void aWatchGoesOnWhereItWasCutOff() throws InterruptedException {
        var maps = client.on(ConfigMap.class);
        var version = maps.list("default").metadata().resourceVersion();
        try (var ear = new Ear(maps.watch("default", RequestOptions.NONE.withResourceVersion(version)))) {
            var first = client.create(map("first", "a"));
            assertThat(ear.next()).isEqualTo("ADDED first");
            http.close();
            cluster.client().update(first.withData(new TreeMap<>(Map.of("key", "b"))));
            cluster.client().create(map("second", "a"));
            http = http.restart();
            assertThat(ear.next()).isEqualTo("MODIFIED first");
            assertThat(ear.next()).isEqualTo("ADDED second");
            client.delete(first);
            assertThat(ear.next()).isEqualTo("DELETED first");
        }
    }

    @Test
    void aWatchWhoseHistoryIsGoneEnds() throws InterruptedException {
        var maps = client.on(ConfigMap.class);
        var version = maps.list("default").metadata().resourceVersion();
        try (var ear = new Ear(maps.watch("default", RequestOptions.NONE.withResourceVersion(version)))) {
            http.close();
            cluster.client().create(map("missed", "a"));
            cluster.store().compact(cluster.store().revision());
            http = http.restart();
            assertThatThrownBy(ear::next).isInstanceOfSatisfying(ApiException.class, gone -> assertThat(gone.code())
                    .isEqualTo(410));
        }
    }

    @Test
    void aMirrorFollowsThroughBoth() throws InterruptedException {
        cluster.client().create(map("before", "a"));
        try (var mirror = Mirror.of(client, List.of(ConfigMap.class), List.of())) {
            mirror.awaitSynced(java.time.Duration.ofSeconds(60));
            var copies = mirror.informers().lister(ConfigMap.class);
            var before = copies.get("default", "before").orElseThrow();
            assertThat(before).isEqualTo(cluster.client().on(ConfigMap.class).get("default", "before"));

            http = http.restart();
            cluster.client().create(map("after", "a"));
            Soon.on(mirror.store(), "configmaps", () -> copies.get("default", "after")
                    .isPresent());

            http.close();
            cluster.client().delete(before);
            cluster.client().create(map("late", "a"));
            cluster.store().compact(cluster.store().revision());
            http = http.restart();
            Soon.on(
                    mirror.store(),
                    "configmaps",
                    () -> copies.get("default", "late").isPresent()
                            && copies.get("default", "before").isEmpty());
        }
    }

    @Test
    void kubeconfigsThatAreNotUnderstoodSayWhere() throws IOException {
        assertThat(KubeconfigFile.read(written(http.kubeconfig())).server()).isEqualTo(URI.create(http.url()));
        assertThatThrownBy(() -> KubeconfigFile.read(written(http.kubeconfig()), "other"))
                .isInstanceOf(KubeconfigException.class)
                .hasMessageEndingWith("context \"other\" does not exist");
        var program = written(
                """
                current-context: c
                contexts: [{name: c, context: {cluster: k, user: u}}]
                clusters: [{name: k, cluster: {server: "https://k"}}]
                users: [{name: u, user: {exec: {command: login}}}]
                """);
        assertThatThrownBy(() -> KubeconfigFile.read(program)).hasMessage(program + ": exec is not supported");
        assertThatThrownBy(() -> KubeconfigFile.read(folder.resolve("none"))).hasMessageStartingWith("can't read ");
    }
}

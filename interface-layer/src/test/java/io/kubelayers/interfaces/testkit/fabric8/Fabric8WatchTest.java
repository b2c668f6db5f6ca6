package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import io.kubelayers.nucleus.cluster.Cluster;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What fabric8's client hears of changes, also when the server goes away meanwhile. */
class Fabric8WatchTest {
    /** Tells what it hears. */
    private record Ear(BlockingQueue<String> heard) implements Watcher<ConfigMap>, ResourceEventHandler<ConfigMap> {
        Ear() {
            this(new LinkedBlockingQueue<>());
        }

        String next() throws InterruptedException {
            var next = heard.poll(60, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }

        @Override
        public void eventReceived(Action action, ConfigMap map) {
            heard.add(action + " " + map.getMetadata().getName());
        }

        @Override
        public void onClose(WatcherException cause) {
            heard.add("closed");
        }

        @Override
        public void onClose() {
            heard.add("closed");
        }

        @Override
        public void onAdd(ConfigMap map) {
            heard.add("+ " + map.getMetadata().getName());
        }

        @Override
        public void onUpdate(ConfigMap before, ConfigMap map) {
            heard.add("~ " + map.getMetadata().getName());
        }

        @Override
        public void onDelete(ConfigMap map, boolean lastStateUnknown) {
            heard.add("- " + map.getMetadata().getName());
        }
    }

    private static ConfigMap labelled(String name) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("seen", "yes")
                .endMetadata()
                .build();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_watch_hears_what_matches(Transport transport) throws Exception {
        var client = RunningCluster.shared().fabric8(transport);
        var ear = new Ear();
        try (var watch = client.configMaps().withLabel("seen").watch(ear)) {
            client.resource(labelled("a")).create();
            assertThat(ear.next()).isEqualTo("ADDED a");
            client.configMaps()
                    .withName("a")
                    .edit(map -> new ConfigMapBuilder(map).addToData("x", "1").build());
            assertThat(ear.next()).isEqualTo("MODIFIED a");
            client.configMaps().withName("a").edit(map -> new ConfigMapBuilder(map)
                    .editMetadata()
                    .removeFromLabels("seen")
                    .endMetadata()
                    .build());
            assertThat(ear.next()).isEqualTo("DELETED a");
        }
        assertThat(ear.next()).isEqualTo("closed");
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void an_informer_keeps_what_it_hears(Transport transport) throws Exception {
        var client = RunningCluster.shared().fabric8(transport);
        client.resource(labelled("a")).create();
        var ear = new Ear();
        try (var informer = client.configMaps().withLabel("seen").inform(ear, 0)) {
            assertThat(ear.next()).isEqualTo("+ a");
            client.resource(labelled("b")).create();
            assertThat(ear.next()).isEqualTo("+ b");
            client.configMaps()
                    .withName("a")
                    .edit(map -> new ConfigMapBuilder(map).addToData("x", "1").build());
            assertThat(ear.next()).isEqualTo("~ a");
            client.configMaps().withName("b").delete();
            assertThat(ear.next()).isEqualTo("- b");
            var kept = informer.getIndexer().getByKey(client.getNamespace() + "/a");
            assertThat(kept.getData()).containsEntry("x", "1");
            assertThat(informer.getStore().list()).hasSize(1);
        }
    }

    @Test
    void an_informer_survives_a_restart_and_history_that_is_gone() throws Exception {
        try (var cluster = Cluster.builder().layers(ApplicationLayer.standard()).startThreads()) {
            var server = ApiServerHttp.serve(
                    cluster.server(), ServeOptions.loopback().withTls(false));
            try (KubernetesClient outside = Fabric8Clients.over(server);
                    KubernetesClient inside = Fabric8Clients.on(cluster)) {
                var client = outside.adapt(NamespacedKubernetesClient.class).inNamespace("default");
                var meanwhile = inside.adapt(NamespacedKubernetesClient.class).inNamespace("default");
                client.resource(labelled("before")).create();
                var ear = new Ear();
                try (var informer = client.configMaps().withLabel("seen").inform(ear, 0)) {
                    assertThat(ear.next()).isEqualTo("+ before");

                    server = server.restart();
                    meanwhile.resource(labelled("after")).create();
                    assertThat(ear.next()).isEqualTo("+ after");

                    server.close();
                    meanwhile.configMaps().withName("before").delete();
                    meanwhile.resource(labelled("late")).create();
                    cluster.store().compact(cluster.store().revision());
                    server = server.restart();
                    // the list it makes after 410 tells in whatever order
                    assertThat(new String[] {ear.next(), ear.next()}).containsExactlyInAnyOrder("- before", "+ late");
                    assertThat(informer.getStore().list()).hasSize(2);
                    meanwhile.resource(labelled("later")).create();
                    assertThat(ear.next()).isEqualTo("+ later");
                }
            } finally {
                server.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void waiting_for_a_condition(Transport transport) {
        var client = RunningCluster.shared().fabric8(transport);
        client.resource(labelled("a")).create();
        var waiting = client.configMaps().withName("a").informOnCondition(found -> found.stream()
                .anyMatch(map -> "1".equals(map.getData().get("x"))));
        assertThat(waiting).isNotDone();
        client.configMaps()
                .withName("a")
                .edit(map -> new ConfigMapBuilder(map).addToData("x", "1").build());
        assertThat(waiting).succeedsWithin(60, TimeUnit.SECONDS);
    }
}

package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.reflect.TypeToken;
import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.interfaces.http.server.ApiServerHttp;
import io.kubelayers.interfaces.http.server.ServeOptions;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubernetes.client.informer.ResourceEventHandler;
import io.kubernetes.client.informer.SharedInformerFactory;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapList;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.util.Watch;
import io.kubernetes.client.util.generic.GenericKubernetesApi;
import io.kubernetes.client.util.wait.Wait;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What client-java hears of changes. */
class ClientJavaWatchTest {
    private static V1ConfigMap settings(String name, Map<String, String> data) {
        return new V1ConfigMap().metadata(new V1ObjectMeta().name(name)).data(data);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_watch_is_read_event_by_event(Transport transport) throws Exception {
        var client = RunningCluster.shared().clientJava(transport);
        var core = new CoreV1Api(client);
        var namespace = RunningCluster.shared().newNamespace();
        var call = core.listNamespacedConfigMap(namespace)
                .fieldSelector("metadata.name=settings")
                .watch(true)
                .timeoutSeconds(30)
                .buildCall(null);
        try (Watch<V1ConfigMap> watch =
                Watch.createWatch(client, call, new TypeToken<Watch.Response<V1ConfigMap>>() {}.getType())) {
            core.createNamespacedConfigMap(namespace, settings("settings", Map.of("a", "1")))
                    .execute();
            var added = watch.next();
            assertThat(added.type).isEqualTo("ADDED");
            assertThat(added.object.getData()).containsEntry("a", "1");
            core.deleteNamespacedConfigMap("settings", namespace).execute();
            assertThat(watch.next().type).isEqualTo("DELETED");
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_watch_ends_in_its_time(Transport transport) throws Exception {
        var client = RunningCluster.shared().clientJava(transport);
        var call = new CoreV1Api(client)
                .listNamespacedConfigMap(RunningCluster.shared().newNamespace())
                .fieldSelector("metadata.name=nobody")
                .watch(true)
                .timeoutSeconds(1)
                .buildCall(null);
        try (Watch<V1ConfigMap> watch =
                Watch.createWatch(client, call, new TypeToken<Watch.Response<V1ConfigMap>>() {}.getType())) {
            assertThat(watch.hasNext()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void an_informer_keeps_what_it_hears(Transport transport) throws Exception {
        var client = RunningCluster.shared().clientJava(transport).setReadTimeout(0);
        var core = new CoreV1Api(client);
        var namespace = RunningCluster.shared().newNamespace();
        var heard = new LinkedBlockingQueue<String>();
        var factory = new SharedInformerFactory(client);
        var informer = factory.sharedIndexInformerFor(
                new GenericKubernetesApi<>(V1ConfigMap.class, V1ConfigMapList.class, "", "v1", "configmaps", client),
                V1ConfigMap.class,
                0L,
                namespace);
        informer.addEventHandler(new ResourceEventHandler<V1ConfigMap>() {
            @Override
            public void onAdd(V1ConfigMap map) {
                tell("+", map);
            }

            @Override
            public void onUpdate(V1ConfigMap before, V1ConfigMap map) {
                tell("~", map);
            }

            @Override
            public void onDelete(V1ConfigMap map, boolean lastStateUnknown) {
                tell("-", map);
            }

            /** The root certificate of the namespace comes whenever its controller gets to it. */
            private void tell(String what, V1ConfigMap map) {
                var name = map.getMetadata().getName();
                if (!name.equals("kube-root-ca.crt")) {
                    heard.add(what + " " + name);
                }
            }
        });
        try {
            factory.startAllRegisteredInformers();
            core.createNamespacedConfigMap(namespace, settings("a", Map.of())).execute();
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("+ a");
            core.replaceNamespacedConfigMap("a", namespace, settings("a", Map.of("x", "1")))
                    .execute();
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("~ a");
            assertThat(informer.getIndexer().getByKey(namespace + "/a").getData())
                    .containsEntry("x", "1");
            core.deleteNamespacedConfigMap("a", namespace).execute();
            assertThat(heard.poll(60, TimeUnit.SECONDS)).isEqualTo("- a");
        } finally {
            factory.stopAllRegisteredInformers();
        }
    }

    @Test
    void an_informer_survives_a_restart_and_history_that_is_gone() throws Exception {
        try (var cluster = Cluster.builder().layers(ApplicationLayer.standard()).startThreads()) {
            var server = ApiServerHttp.serve(
                    cluster.server(), ServeOptions.loopback().withTls(false));
            var client = ClientJava.over(server).setReadTimeout(0);
            var meanwhile = new CoreV1Api(ClientJava.on(cluster));
            meanwhile
                    .createNamespacedConfigMap("default", settings("before", Map.of()))
                    .execute();
            var factory = new SharedInformerFactory(client);
            var informer = factory.sharedIndexInformerFor(
                    new GenericKubernetesApi<>(
                            V1ConfigMap.class, V1ConfigMapList.class, "", "v1", "configmaps", client),
                    V1ConfigMap.class,
                    0L,
                    "default");
            try {
                factory.startAllRegisteredInformers();
                until(() -> informer.getIndexer().getByKey("default/before") != null);

                server = server.restart();
                meanwhile
                        .createNamespacedConfigMap("default", settings("after", Map.of()))
                        .execute();
                until(() -> informer.getIndexer().getByKey("default/after") != null);

                server.close();
                meanwhile.deleteNamespacedConfigMap("before", "default").execute();
                cluster.store().compact(cluster.store().revision());
                server = server.restart();
                until(() -> informer.getIndexer().getByKey("default/before") == null);
            } finally {
                factory.stopAllRegisteredInformers();
                server.close();
            }
        }
    }

    private static void until(BooleanSupplier condition) {
        assertThat(Wait.poll(Duration.ofMillis(50), Duration.ofSeconds(60), condition::getAsBoolean))
                .isTrue();
    }
}

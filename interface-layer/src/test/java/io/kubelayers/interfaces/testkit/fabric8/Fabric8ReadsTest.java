package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.client.ApiVisitor;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.dsl.MixedOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What fabric8's client reads: selections, pages, other forms of objects, generic ones, and what is served. */
@ParameterizedClass
@EnumSource(Transport.class)
class Fabric8ReadsTest {
    @Parameter
    private Transport transport;

    private NamespacedKubernetesClient client;

    @BeforeEach
    void numbers() {
        client = RunningCluster.shared().fabric8(transport);
        for (int i = 0; i < 7; i++) {
            var map = new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName("number-" + i)
                    .addToLabels("kind", "number")
                    .addToLabels("parity", i % 2 == 0 ? "even" : "odd")
                    .endMetadata()
                    .build();
            client.resource(map).create();
        }
    }

    private static List<String> names(List<ConfigMap> maps) {
        return maps.stream().map(map -> map.getMetadata().getName()).toList();
    }

    @Test
    void labels_select() {
        var maps = client.configMaps();
        assertThat(names(maps.withLabel("parity", "odd").list().getItems()))
                .containsExactly("number-1", "number-3", "number-5");
        assertThat(maps.withLabelIn("parity", "even", "none").list().getItems()).hasSize(4);
        assertThat(maps.withLabel("kind")
                        .withLabelNotIn("parity", "even")
                        .list()
                        .getItems())
                .hasSize(3);
        assertThat(maps.withLabel("kind").withoutLabel("parity").list().getItems())
                .isEmpty();
        assertThat(maps.withLabelSelector("kind=number,parity!=odd").list().getItems())
                .hasSize(4);
    }

    @Test
    void fields_select() {
        var maps = client.configMaps().withLabel("kind");
        assertThat(names(maps.withField("metadata.name", "number-3").list().getItems()))
                .containsExactly("number-3");
        assertThat(maps.withoutField("metadata.name", "number-3").list().getItems())
                .hasSize(6);
        assertThat(client.pods()
                        .inAnyNamespace()
                        .withField("spec.nodeName", "nowhere")
                        .list()
                        .getItems())
                .isEmpty();
    }

    @Test
    void pages_continue() {
        var pages = new ArrayList<List<String>>();
        String next = null;
        do {
            var page = client.configMaps()
                    .withLabel("kind")
                    .list(new ListOptionsBuilder()
                            .withLimit(3L)
                            .withContinue(next)
                            .build());
            pages.add(names(page.getItems()));
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        assertThat(pages)
                .containsExactly(
                        List.of("number-0", "number-1", "number-2"),
                        List.of("number-3", "number-4", "number-5"),
                        List.of("number-6"));
    }

    @Test
    void a_selection_is_deleted_at_once() {
        assertThat(client.configMaps().withLabel("parity", "odd").delete()).hasSize(3);
        assertThat(client.configMaps().withLabel("kind").list().getItems()).hasSize(4);
    }

    @Test
    void metadata_alone() {
        var one = client.configMaps().withName("number-1").getAsPartialObjectMetadata();
        assertThat(one.getApiVersion()).isEqualTo("meta.k8s.io/v1");
        assertThat(one.getKind()).isEqualTo("PartialObjectMetadata");
        assertThat(one.getMetadata().getLabels()).containsEntry("parity", "odd");
        var all = client.configMaps().withLabel("kind").listAsPartialObjectMetadata();
        assertThat(all.getKind()).isEqualTo("PartialObjectMetadataList");
        assertThat(all.getItems()).hasSize(7).allSatisfy(item -> assertThat(item.getKind())
                .isEqualTo("PartialObjectMetadata"));
        assertThat(client.configMaps().withName("nobody").getAsPartialObjectMetadata())
                .isNull();
    }

    @Test
    void tables() {
        var table = client.configMaps().withLabel("kind").listAsTable();
        assertThat(table.getColumnDefinitions()).extracting("name").containsExactly("Name", "Data", "Age");
        assertThat(table.getRows()).hasSize(7);
    }

    @Test
    void objects_of_no_class_of_their_own() {
        var generic = new GenericKubernetesResourceBuilder()
                .withApiVersion("v1")
                .withKind("ConfigMap")
                .withNewMetadata()
                .withName("generic")
                .endMetadata()
                .build();
        generic.setAdditionalProperty("data", Map.of("a", "1"));
        client.resource(generic).create();
        var maps = client.genericKubernetesResources("v1", "ConfigMap").inNamespace(client.getNamespace());
        assertThat(maps.withName("generic").get().<String>get("data", "a")).isEqualTo("1");
        maps.withName("generic").edit(found -> {
            found.setAdditionalProperty("data", Map.of("a", "2"));
            return found;
        });
        assertThat(client.configMaps().withName("generic").get().getData()).containsEntry("a", "2");
        assertThat(maps.list().getItems())
                .extracting(GenericKubernetesResource::getKind)
                .contains("ConfigMap");
    }

    @Test
    void manifests_are_loaded_created_and_deleted() {
        var loaded = client.load(getClass().getResourceAsStream("budget.yaml"));
        assertThat(loaded.create()).extracting("kind").containsExactly("PodDisruptionBudget", "Pod");
        assertThat(loaded.get()).allSatisfy(found -> assertThat(found).isNotNull());
        assertThat(loaded.delete()).hasSize(2);
    }

    @Test
    void what_is_served() {
        assertThat(client.getKubernetesVersion().getMajor()).isEqualTo("1");
        assertThat(client.getKubernetesVersion().getMinor()).isEqualTo("35");
        assertThat(client.getApiGroups().getGroups()).extracting("name").contains("apps", "batch", "policy");
        assertThat(client.getApiResources("apps/v1").getResources())
                .extracting("name")
                .contains("deployments", "deployments/scale", "deployments/status");
        assertThat(client.supports(Deployment.class)).isTrue();
        assertThat(client.supports("nobody.example/v1", "Nothing")).isFalse();
        assertThat(client.rootPaths().getPaths()).contains("/api/v1", "/apis/apps/v1", "/version");
        assertThat(client.raw("/readyz")).isEqualTo("ok");
        assertThat(client.resources(Service.class)
                        .inNamespace("default")
                        .withName("kubernetes")
                        .get())
                .isNotNull();
    }

    @Test
    void every_group_is_visited() {
        var visited = new TreeSet<String>();
        client.visitResources(new ApiVisitor() {
            @Override
            public ApiVisitResult visitApiGroup(String group) {
                visited.add(group);
                return ApiVisitResult.CONTINUE;
            }

            @Override
            public ApiVisitResult visitResource(
                    String group,
                    String version,
                    APIResource resource,
                    MixedOperation<
                                    GenericKubernetesResource,
                                    GenericKubernetesResourceList,
                                    Resource<GenericKubernetesResource>>
                            operation) {
                return ApiVisitResult.CONTINUE;
            }
        });
        assertThat(visited)
                .contains("")
                .containsAll(client.getApiGroups().getGroups().stream()
                        .map(APIGroup::getName)
                        .toList());
    }

    @Test
    void requests_of_ones_own() {
        var path = "/api/v1/namespaces/" + client.getNamespace() + "/configmaps";
        assertThat(client.raw(
                        path,
                        "POST",
                        new ConfigMapBuilder()
                                .withNewMetadata()
                                .withName("raw")
                                .endMetadata()
                                .build()))
                .contains("\"name\":\"raw\"");
        var node = client.nodes().list().getItems().get(0).getMetadata().getName();
        assertThat(client.raw("/api/v1/nodes/" + node + "/proxy/stats/summary"))
                .startsWith("{\"node\":{\"nodeName\":\"" + node + "\"");
    }

    @Test
    void the_address_is_told() {
        var served = client.getAPIVersions();
        assertThat(served.getVersions()).containsExactly("v1");
        var master = client.getMasterUrl();
        var address = transport == Transport.HTTP ? master.getHost() + ":" + master.getPort() : "127.0.0.1:443";
        assertThat(served.getServerAddressByClientCIDRs())
                .extracting("clientCIDR", "serverAddress")
                .containsExactly(tuple("0.0.0.0/0", address));
    }
}

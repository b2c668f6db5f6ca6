package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.ApiextensionsV1Api;
import io.kubernetes.client.openapi.apis.CustomObjectsApi;
import io.kubernetes.client.openapi.models.V1CustomResourceDefinition;
import io.kubernetes.client.util.PatchUtils;
import io.kubernetes.client.util.Yaml;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Custom resources as maps and as dynamic objects, on virtual time. */
@KubelayersTest(nodes = 0)
class ClientJavaCustomResourceTest {
    private static final String DEFINITION =
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              scope: Namespaced
              names: {plural: widgets, singular: widget, kind: Widget}
              versions:
              - name: v1
                served: true
                storage: true
                subresources: {status: {}}
                schema:
                  openAPIV3Schema:
                    type: object
                    properties:
                      spec: {type: object, properties: {size: {type: integer}}}
                      status: {type: object, properties: {phase: {type: string}}}
            """;

    private CustomObjectsApi objects;

    @BeforeEach
    void define(Cluster cluster, ApiClient client) throws Exception {
        new ApiextensionsV1Api(client)
                .createCustomResourceDefinition((V1CustomResourceDefinition) Yaml.load(DEFINITION))
                .execute();
        cluster.settle();
        objects = new CustomObjectsApi(client);
        var widget = Map.of(
                "apiVersion",
                "example.com/v1",
                "kind",
                "Widget",
                "metadata",
                Map.of("name", "w"),
                "spec",
                Map.of("size", 1));
        objects.createNamespacedCustomObject("example.com", "v1", "default", "widgets", widget)
                .execute();
    }

    private double size(String name) throws ApiException {
        var widget = (Map<?, ?>) objects.getNamespacedCustomObject("example.com", "v1", "default", "widgets", name)
                .execute();
        return (Double) ((Map<?, ?>) widget.get("spec")).get("size");
    }

    private void patch(ApiClient client, String name, String format, String patch) throws ApiException {
        PatchUtils.patch(
                Object.class,
                () -> objects.patchNamespacedCustomObject(
                                "example.com", "v1", "default", "widgets", name, new V1Patch(patch))
                        .fieldManager("me")
                        .buildCall(null),
                format,
                client);
    }

    @Test
    void maps_are_patched_applied_listed_and_deleted(ApiClient client) throws Exception {
        patch(client, "w", V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, "{\"spec\":{\"size\":2}}");
        assertThat(size("w")).isEqualTo(2);
        patch(
                client,
                "w",
                V1Patch.PATCH_FORMAT_JSON_PATCH,
                "[{\"op\":\"replace\",\"path\":\"/spec/size\",\"value\":3}]");
        assertThat(size("w")).isEqualTo(3);
        patch(
                client,
                "applied",
                V1Patch.PATCH_FORMAT_APPLY_YAML,
                "{\"apiVersion\":\"example.com/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\"applied\"},"
                        + "\"spec\":{\"size\":4}}");
        assertThat(size("applied")).isEqualTo(4);

        var page = (Map<?, ?>) objects.listClusterCustomObject("example.com", "v1", "widgets")
                .limit(1)
                .execute();
        assertThat((List<?>) page.get("items")).hasSize(1);
        objects.deleteCollectionNamespacedCustomObject("example.com", "v1", "default", "widgets")
                .execute();
        var rest = (Map<?, ?>) objects.listNamespacedCustomObject("example.com", "v1", "default", "widgets")
                .execute();
        assertThat((List<?>) rest.get("items")).isEmpty();
    }

    @Test
    void the_status_of_a_dynamic_object_is_written_apart(ApiClient client) throws Exception {
        var widgets = new DynamicKubernetesApi("example.com", "v1", "widgets", client);
        var widget = widgets.get("default", "w").throwsApiException().getObject();
        var phase = new JsonObject();
        phase.addProperty("phase", "made");
        widgets.updateStatus(widget, ignored -> phase).throwsApiException();
        assertThat(widgets.get("default", "w").getObject().getRaw().getAsJsonObject("status"))
                .isEqualTo(phase);
        assertThat(widgets.get("default", "nobody").getHttpStatusCode()).isEqualTo(404);
    }
}

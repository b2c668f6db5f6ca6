package io.kubelayers.interfaces.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.interfaces.testkit.KubelayersTest;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What documents of OpenAPI 3 and 2 say of built-in kinds. */
class OpenApiTest {
    @KubelayersTest
    @Test
    void every_type_and_every_field_says_what_it_is(Cluster cluster) {
        var silent = new ArrayList<String>();
        Tree.map(swagger(cluster).get("definitions")).forEach((name, schema) -> {
            if (Tree.text(schema, "description").isEmpty()) {
                silent.add(name);
            }
            Tree.map(Tree.get(schema, "properties")).forEach((field, property) -> {
                if (Tree.text(property, "description").isEmpty() && described(name)) {
                    silent.add(name + "." + field);
                }
            });
        });
        assertThat(silent).isEmpty();
    }

    /** Upstream says nothing of these fields either. */
    private static boolean described(String type) {
        return !type.equals("io.k8s.apimachinery.pkg.version.Info")
                && !type.equals("io.k8s.apimachinery.pkg.apis.meta.v1.WatchEvent");
    }

    @KubelayersTest
    @Test
    void texts_are_those_of_the_records(Cluster cluster) {
        var document = documents(cluster).document(new GroupVersion("", "v1")).orElseThrow();
        var container = Tree.get(document, "components", "schemas", "io.k8s.api.core.v1.Container");
        assertThat(Tree.text(container, "description"))
                .isEqualTo("One process image run inside a pod, with its resources, probes and mounts.");
        assertThat(Tree.text(container, "properties", "livenessProbe", "description"))
                .isEqualTo("Check whose failure restarts the container; null means no check.");
    }

    @KubelayersTest
    @Test
    void in_version_2_what_is_sent_is_a_parameter(Cluster cluster) {
        var swagger = swagger(cluster);
        var create = Tree.map(Tree.get(swagger, "paths", "/api/v1/namespaces/{namespace}/pods", "post"));
        assertThat(create)
                .containsEntry("operationId", "createCoreV1NamespacedPod")
                .containsEntry("x-kubernetes-action", "post")
                .containsEntry("x-kubernetes-group-version-kind", Map.of("group", "", "version", "v1", "kind", "Pod"))
                .containsEntry("consumes", List.of("*/*"))
                .containsEntry(
                        "produces",
                        List.of("application/json", "application/vnd.kubernetes.protobuf", "application/yaml"))
                .doesNotContainKey("requestBody");
        assertThat(parameters(swagger, create))
                .contains(Map.of(
                        "name",
                        "body",
                        "in",
                        "body",
                        "required",
                        true,
                        "schema",
                        Map.of("$ref", "#/definitions/io.k8s.api.core.v1.Pod")));
        assertThat(Tree.get(create, "responses", "201"))
                .isEqualTo(Map.of(
                        "description", "Created", "schema", Map.of("$ref", "#/definitions/io.k8s.api.core.v1.Pod")));
    }

    @KubelayersTest
    @Test
    void in_version_2_patches_name_their_types_and_deletes_need_no_options(Cluster cluster) {
        var swagger = swagger(cluster);
        var pod = Tree.map(Tree.get(swagger, "paths", "/api/v1/namespaces/{namespace}/pods/{name}"));
        assertThat(Tree.get(pod, "patch", "consumes"))
                .isEqualTo(List.of(
                        "application/apply-patch+yaml",
                        "application/json-patch+json",
                        "application/merge-patch+json",
                        "application/strategic-merge-patch+json"));
        assertThat(parameters(swagger, Tree.map(pod.get("patch"))))
                .extracting(parameter -> parameter.get("name"))
                .containsExactly("body", "dryRun", "fieldManager", "fieldValidation", "force");
        assertThat(parameters(swagger, Tree.map(pod.get("delete"))).get(0))
                .containsEntry("name", "body")
                .doesNotContainKey("required");
    }

    @KubelayersTest
    @ParameterizedTest
    @CsvSource({
        "/api/v1/namespaces/{namespace}/pods/{name},       io.k8s.api.core.v1.Pod",
        "/api/v1/namespaces/{namespace}/configmaps/{name}, io.k8s.apimachinery.pkg.apis.meta.v1.Status",
        "/apis/storage.k8s.io/v1/csinodes/{name},          io.k8s.api.storage.v1.CSINode",
        "/apis/storage.k8s.io/v1/namespaces/{namespace}/csistoragecapacities/{name},"
                + " io.k8s.apimachinery.pkg.apis.meta.v1.Status"
    })
    void some_kinds_are_answered_when_they_are_deleted(String path, String answer, Cluster cluster) {
        var responses = Tree.get(swagger(cluster), "paths", path, "delete", "responses");
        assertThat(Tree.text(responses, "200", "schema", "$ref")).isEqualTo("#/definitions/" + answer);
        assertThat(Tree.text(responses, "202", "schema", "$ref")).isEqualTo("#/definitions/" + answer);
    }

    @KubelayersTest
    @Test
    void in_version_2_references_stand_alone_and_there_are_no_alternatives_or_defaults(Cluster cluster) {
        var definitions = Tree.map(swagger(cluster).get("definitions"));
        assertThat(Tree.map(Tree.get(definitions, "io.k8s.api.core.v1.Pod", "properties", "spec")))
                .containsOnlyKeys("description", "$ref");
        assertThat(Tree.text(definitions, "io.k8s.apimachinery.pkg.api.resource.Quantity", "type"))
                .isEqualTo("string");
        assertThat(Tree.map(Tree.get(definitions, "io.k8s.apimachinery.pkg.util.intstr.IntOrString")))
                .containsEntry("type", "string")
                .containsEntry("format", "int-or-string");
        // kinds of other groups have fields of these names
        definitions.keySet().removeIf(name -> !name.startsWith("io.k8s.api.apps."));
        assertThat(definitions.toString()).doesNotContain("allOf=", "oneOf=", "default=");
    }

    @KubelayersTest
    @Test
    void every_reference_leads_somewhere(Cluster cluster) {
        var swagger = swagger(cluster);
        var dangling = new ArrayList<String>();
        references(swagger, reference -> {
            var steps = reference.substring(2).split("/");
            if (Tree.get(swagger, steps) == null) {
                dangling.add(reference);
            }
        });
        assertThat(dangling).isEmpty();
    }

    @KubelayersTest
    @Test
    void connections_take_the_options_of_their_kind(Cluster cluster) {
        var paths = Tree.map(swagger(cluster).get("paths"));
        var exec = Tree.map(paths.get("/api/v1/namespaces/{namespace}/pods/{name}/exec"));
        assertThat(Tree.text(exec, "get", "operationId")).isEqualTo("connectCoreV1GetNamespacedPodExec");
        assertThat(Tree.text(exec, "get", "x-kubernetes-action")).isEqualTo("connect");
        assertThat(Tree.text(exec, "get", "x-kubernetes-group-version-kind", "kind"))
                .isEqualTo("PodExecOptions");
        assertThat(parameters(swagger(cluster), exec))
                .extracting(parameter -> parameter.get("name"))
                .containsExactly("command", "container", "name", "namespace", "stderr", "stdin", "stdout", "tty");
        assertThat(paths).containsKey("/api/v1/namespaces/{namespace}/services/{name}/proxy/{path}");
    }

    @KubelayersTest
    @Test
    void scales_and_evictions_are_of_their_own_kind(Cluster cluster) {
        var document =
                documents(cluster).document(new GroupVersion("apps", "v1")).orElseThrow();
        var scale =
                Tree.get(document, "paths", "/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale", "patch");
        assertThat(Tree.get(scale, "x-kubernetes-group-version-kind"))
                .isEqualTo(Map.of("group", "autoscaling", "version", "v1", "kind", "Scale"));
        assertThat(Tree.text(scale, "responses", "200", "content", "application/json", "schema", "$ref"))
                .isEqualTo("#/components/schemas/io.k8s.api.autoscaling.v1.Scale");
    }

    private interface References {
        void add(String reference);
    }

    private static void references(@Nullable Object tree, References found) {
        if (tree instanceof Map<?, ?> map) {
            if (map.get("$ref") instanceof String reference) {
                found.add(reference);
            }
            map.values().forEach(value -> references(value, found));
        } else if (tree instanceof List<?> list) {
            list.forEach(value -> references(value, found));
        }
    }

    private static List<Map<String, @Nullable Object>> parameters(
            Map<String, @Nullable Object> swagger, Map<String, @Nullable Object> owner) {
        var all = new ArrayList<Map<String, @Nullable Object>>();
        for (var one : Tree.list(owner.get("parameters"))) {
            var shared = Tree.text(one, "$ref").replace("#/parameters/", "");
            all.add(Tree.map(shared.isEmpty() ? one : Tree.get(swagger, "parameters", shared)));
        }
        return all;
    }

    private static OpenApi documents(Cluster cluster) {
        TypeRegistry types = cluster.types();
        return OpenApi.of(types, kind -> Optional.empty());
    }

    private static Map<String, @Nullable Object> swagger(Cluster cluster) {
        return documents(cluster).swagger();
    }
}

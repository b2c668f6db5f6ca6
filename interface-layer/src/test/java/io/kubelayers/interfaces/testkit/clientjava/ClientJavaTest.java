package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import io.kubernetes.client.custom.V1Patch;
import io.kubernetes.client.extended.pager.Pager;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.AppsV1Api;
import io.kubernetes.client.openapi.apis.AuthorizationV1Api;
import io.kubernetes.client.openapi.apis.CertificatesV1Api;
import io.kubernetes.client.openapi.apis.CoreV1Api;
import io.kubernetes.client.openapi.apis.VersionApi;
import io.kubernetes.client.openapi.models.AuthenticationV1TokenRequest;
import io.kubernetes.client.openapi.models.V1ConfigMap;
import io.kubernetes.client.openapi.models.V1ConfigMapList;
import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1DeleteOptions;
import io.kubernetes.client.openapi.models.V1Deployment;
import io.kubernetes.client.openapi.models.V1DeploymentSpec;
import io.kubernetes.client.openapi.models.V1Eviction;
import io.kubernetes.client.openapi.models.V1LabelSelector;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Pod;
import io.kubernetes.client.openapi.models.V1PodSpec;
import io.kubernetes.client.openapi.models.V1PodTemplateSpec;
import io.kubernetes.client.openapi.models.V1Preconditions;
import io.kubernetes.client.openapi.models.V1ResourceAttributes;
import io.kubernetes.client.openapi.models.V1SelfSubjectAccessReview;
import io.kubernetes.client.openapi.models.V1SelfSubjectAccessReviewSpec;
import io.kubernetes.client.openapi.models.V1TokenRequestSpec;
import io.kubernetes.client.util.CSRUtils;
import io.kubernetes.client.util.PatchUtils;
import io.kubernetes.client.util.generic.GenericKubernetesApi;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesApi;
import io.kubernetes.client.util.generic.dynamic.DynamicKubernetesObject;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Reads and writes through client-java, in process and over HTTP. */
@ParameterizedClass
@EnumSource(Transport.class)
class ClientJavaTest {
    @Parameter
    private Transport transport;

    private ApiClient client;
    private CoreV1Api core;
    private AppsV1Api apps;
    private String namespace;

    @BeforeEach
    void client() {
        client = RunningCluster.shared().clientJava(transport);
        core = new CoreV1Api(client);
        apps = new AppsV1Api(client);
        namespace = RunningCluster.shared().newNamespace();
    }

    private static V1ConfigMap settings(String name, Map<String, String> data) {
        return new V1ConfigMap()
                .metadata(new V1ObjectMeta().name(name).labels(Map.of("app", "x")))
                .data(data);
    }

    private static V1Pod pod(String name) {
        return new V1Pod()
                .metadata(new V1ObjectMeta().name(name))
                .spec(new V1PodSpec()
                        .addContainersItem(new V1Container().name("main").image("nginx:1")));
    }

    @Test
    void an_object_is_created_changed_and_deleted() throws Exception {
        var created = core.createNamespacedConfigMap(namespace, settings("settings", Map.of("a", "1")))
                .execute();
        assertThat(created.getMetadata().getUid()).isNotEmpty();
        core.replaceNamespacedConfigMap("settings", namespace, created.data(Map.of("a", "2")))
                .execute();
        assertThat(core.readNamespacedConfigMap("settings", namespace).execute().getData())
                .containsEntry("a", "2");
        core.deleteNamespacedConfigMap("settings", namespace).execute();
        assertThatThrownBy(() ->
                        core.readNamespacedConfigMap("settings", namespace).execute())
                .isInstanceOfSatisfying(ApiException.class, gone -> {
                    assertThat(gone.getCode()).isEqualTo(404);
                    assertThat(gone.getResponseBody()).contains("configmaps \\\"settings\\\" not found");
                });
    }

    @Test
    void an_update_of_a_version_that_is_gone_conflicts() throws Exception {
        var created = core.createNamespacedConfigMap(namespace, settings("settings", Map.of("a", "1")))
                .execute();
        core.replaceNamespacedConfigMap("settings", namespace, settings("settings", Map.of("a", "2")))
                .execute();
        assertThatThrownBy(() -> core.replaceNamespacedConfigMap("settings", namespace, created)
                        .execute())
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(409));
    }

    private V1ConfigMap patched(String format, String patch) throws ApiException {
        return PatchUtils.patch(
                V1ConfigMap.class,
                () -> core.patchNamespacedConfigMap("settings", namespace, new V1Patch(patch))
                        .buildCall(null),
                format,
                client);
    }

    @Test
    void patches_of_all_types() throws Exception {
        core.createNamespacedConfigMap(namespace, settings("settings", Map.of("a", "1")))
                .execute();
        patched(V1Patch.PATCH_FORMAT_JSON_PATCH, "[{\"op\":\"add\",\"path\":\"/data/b\",\"value\":\"2\"}]");
        patched(V1Patch.PATCH_FORMAT_JSON_MERGE_PATCH, "{\"data\":{\"a\":null,\"c\":\"3\"}}");
        var patched = patched(V1Patch.PATCH_FORMAT_STRATEGIC_MERGE_PATCH, "{\"data\":{\"d\":\"4\"}}");
        assertThat(patched.getData()).isEqualTo(Map.of("b", "2", "c", "3", "d", "4"));
    }

    private V1ConfigMap applied(String manager, boolean force, String data) throws ApiException {
        var patch = "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"applied\"},\"data\":{"
                + data + "}}";
        return PatchUtils.patch(
                V1ConfigMap.class,
                () -> core.patchNamespacedConfigMap("applied", namespace, new V1Patch(patch))
                        .fieldManager(manager)
                        .force(force)
                        .buildCall(null),
                V1Patch.PATCH_FORMAT_APPLY_YAML,
                client);
    }

    @Test
    void applied_fields_have_owners_who_conflict() throws Exception {
        applied("first", false, "\"a\":\"1\"");
        assertThatThrownBy(() -> applied("second", false, "\"a\":\"2\""))
                .isInstanceOfSatisfying(ApiException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getResponseBody()).contains("conflict with \\\"first\\\": .data.a");
                });
        assertThat(applied("second", true, "\"a\":\"2\"").getData()).containsEntry("a", "2");
    }

    @Test
    void pages_continue_and_selectors_select() throws Exception {
        for (int i = 0; i < 5; i++) {
            core.createNamespacedConfigMap(namespace, settings("page-" + i, Map.of()))
                    .execute();
        }
        var sizes = new ArrayList<Integer>();
        String next = null;
        do {
            var page = core.listNamespacedConfigMap(namespace)
                    .labelSelector("app=x")
                    .limit(2)
                    ._continue(next)
                    .execute();
            sizes.add(page.getItems().size());
            next = page.getMetadata().getContinue();
        } while (next != null && !next.isEmpty());
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(core.listNamespacedConfigMap(namespace)
                        .fieldSelector("metadata.name=page-3")
                        .execute()
                        .getItems())
                .hasSize(1);
        core.deleteCollectionNamespacedConfigMap(namespace)
                .labelSelector("app in (x)")
                .execute();
        assertThat(core.listNamespacedConfigMap(namespace)
                        .labelSelector("app")
                        .execute()
                        .getItems())
                .isEmpty();
    }

    @Test
    void a_pager_turns_the_pages() throws Exception {
        for (int i = 0; i < 5; i++) {
            core.createNamespacedConfigMap(namespace, settings("page-" + i, Map.of()))
                    .execute();
        }
        var pages = new Pager<V1ConfigMap, V1ConfigMapList>(
                page -> {
                    try {
                        return core.listNamespacedConfigMap(namespace)
                                .labelSelector("app=x")
                                .limit(page.getLimit())
                                ._continue(page.getContinueToken())
                                .buildCall(null);
                    } catch (ApiException e) {
                        throw new IllegalStateException(e);
                    }
                },
                client,
                2,
                V1ConfigMapList.class);
        assertThat(pages)
                .extracting(map -> map.getMetadata().getName())
                .containsExactly("page-0", "page-1", "page-2", "page-3", "page-4");
    }

    /** The client can't read the answer, a Status, into an Eviction; upstream's answer is no other. */
    @Test
    void a_pod_is_evicted() throws Exception {
        core.createNamespacedPod(namespace, pod("evicted")).execute();
        var eviction =
                new V1Eviction().metadata(new V1ObjectMeta().name("evicted").namespace(namespace));
        try (var answer = core.createNamespacedPodEviction("evicted", namespace, eviction)
                .buildCall(null)
                .execute()) {
            assertThat(answer.code()).isEqualTo(201);
            assertThat(answer.body().string()).contains("\"status\":\"Success\"");
        }
    }

    @Test
    void a_certificate_is_requested_and_approved() throws Exception {
        var keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(256);
        var request = CSRUtils.newV1CertificateSigningRequest(
                namespace, CSRUtils.sign(keys.generateKeyPair(), "SHA256withECDSA", "CN=ann"));
        assertThat(CSRUtils.createIfAbsent(client, request)).isTrue();
        CSRUtils.approve(client, namespace);
        var certificates = new CertificatesV1Api(client);
        assertThat(certificates
                        .readCertificateSigningRequest(namespace)
                        .execute()
                        .getStatus()
                        .getConditions())
                .extracting("type", "status")
                .containsExactly(tuple("Approved", "True"));
        certificates.deleteCertificateSigningRequest(namespace).execute();
    }

    @Test
    void scale_and_status_are_subresources() throws Exception {
        var labels = Map.of("app", "web");
        var web = new V1Deployment()
                .metadata(new V1ObjectMeta().name("web"))
                .spec(new V1DeploymentSpec()
                        .replicas(0)
                        .selector(new V1LabelSelector().matchLabels(labels))
                        .template(new V1PodTemplateSpec()
                                .metadata(new V1ObjectMeta().labels(labels))
                                .spec(pod("web").getSpec())));
        apps.createNamespacedDeployment(namespace, web).execute();
        var scale = apps.readNamespacedDeploymentScale("web", namespace).execute();
        scale.getSpec().setReplicas(1);
        scale.getMetadata().setResourceVersion(null); // the controller writes the deployment meanwhile
        apps.replaceNamespacedDeploymentScale("web", namespace, scale).execute();
        assertThat(apps.readNamespacedDeployment("web", namespace)
                        .execute()
                        .getSpec()
                        .getReplicas())
                .isEqualTo(1);
        var status = apps.readNamespacedDeploymentStatus("web", namespace).execute();
        assertThat(status.getMetadata().getName()).isEqualTo("web");
    }

    @Test
    void a_delete_has_conditions_of_its_own() throws Exception {
        var created = core.createNamespacedPod(namespace, pod("fleeting")).execute();
        var another = new V1DeleteOptions().preconditions(new V1Preconditions().uid("another"));
        assertThatThrownBy(() -> core.deleteNamespacedPod("fleeting", namespace)
                        .body(another)
                        .execute())
                .isInstanceOfSatisfying(ApiException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(409));
        var this1 = new V1DeleteOptions()
                .gracePeriodSeconds(0L)
                .preconditions(new V1Preconditions().uid(created.getMetadata().getUid()));
        core.deleteNamespacedPod("fleeting", namespace).body(this1).execute();
        assertThat(core.listNamespacedPod(namespace).execute().getItems()).isEmpty();
    }

    @Test
    void generic_and_dynamic_objects() throws Exception {
        var maps = new GenericKubernetesApi<>(V1ConfigMap.class, V1ConfigMapList.class, "", "v1", "configmaps", client);
        var settings = settings("generic", Map.of("a", "1"));
        settings.getMetadata().setNamespace(namespace);
        assertThat(maps.create(settings).throwsApiException().getObject().getData())
                .containsEntry("a", "1");
        var dynamic = new DynamicKubernetesApi("", "v1", "configmaps", client);
        DynamicKubernetesObject read =
                dynamic.get(namespace, "generic").throwsApiException().getObject();
        assertThat(read.getRaw().getAsJsonObject("data").get("a").getAsString()).isEqualTo("1");
        assertThat(maps.get(namespace, "nobody").getHttpStatusCode()).isEqualTo(404);
        assertThat(maps.delete(namespace, "generic").isSuccess()).isTrue();
    }

    @Test
    void reviews_and_tokens() throws Exception {
        var asked = new V1SelfSubjectAccessReview()
                .spec(new V1SelfSubjectAccessReviewSpec()
                        .resourceAttributes(new V1ResourceAttributes()
                                .namespace(namespace)
                                .verb("delete")
                                .resource("pods")));
        assertThat(new AuthorizationV1Api(client)
                        .createSelfSubjectAccessReview(asked)
                        .execute()
                        .getStatus()
                        .getAllowed())
                .isTrue();
        var token = new AuthenticationV1TokenRequest()
                .spec(new V1TokenRequestSpec().audiences(List.of()).expirationSeconds(3600L));
        core.createNamespacedServiceAccount(
                        namespace,
                        new io.kubernetes.client.openapi.models.V1ServiceAccount()
                                .metadata(new V1ObjectMeta().name("robot")))
                .execute();
        assertThat(core.createNamespacedServiceAccountToken("robot", namespace, token)
                        .execute()
                        .getStatus()
                        .getToken())
                .contains(".");
    }

    @Test
    void the_version_is_told() throws Exception {
        assertThat(new VersionApi(client).getCode().execute().getMinor()).isEqualTo("35");
    }
}

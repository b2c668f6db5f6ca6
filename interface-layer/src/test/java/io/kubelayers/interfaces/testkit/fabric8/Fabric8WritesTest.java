package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.DeletionPropagation;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.ServiceBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Creates, changes and deletes through fabric8's client, in process and over HTTP. */
@ParameterizedClass
@EnumSource(Transport.class)
class Fabric8WritesTest {
    @Parameter
    private Transport transport;

    private NamespacedKubernetesClient client;

    @BeforeEach
    void client() {
        client = RunningCluster.shared().fabric8(transport);
    }

    private static ConfigMap settings(String name, Map<String, String> data) {
        return new ConfigMapBuilder()
                .withNewMetadata()
                .withName(name)
                .endMetadata()
                .withData(data)
                .build();
    }

    private static Deployment web(int replicas) {
        return new DeploymentBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .withReplicas(replicas)
                .withNewSelector()
                .addToMatchLabels("app", "web")
                .endSelector()
                .withNewTemplate()
                .withNewMetadata()
                .addToLabels("app", "web")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("web")
                .withImage("nginx:1")
                .endContainer()
                .endSpec()
                .endTemplate()
                .endSpec()
                .build();
    }

    @Test
    void an_object_is_created_read_and_deleted() {
        var created = client.resource(settings("settings", Map.of("a", "1"))).create();
        assertThat(created.getMetadata().getUid()).isNotEmpty();
        assertThat(created.getMetadata().getNamespace()).isEqualTo(client.getNamespace());

        assertThat(client.configMaps().withName("settings").get()).isEqualTo(created);
        var deleted = client.configMaps().withName("settings").delete();
        assertThat(deleted).hasSize(1);
        assertThat(deleted.get(0).getKind()).isEqualTo("configmaps");
        assertThat(deleted.get(0).getUid()).isEqualTo(created.getMetadata().getUid());
        assertThat(client.configMaps().withName("settings").get()).isNull();
        assertThat(client.configMaps().withName("settings").delete()).isEmpty();
    }

    @Test
    void creating_twice_is_refused() {
        client.resource(settings("settings", Map.of())).create();
        assertThatThrownBy(() -> client.resource(settings("settings", Map.of())).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getStatus().getReason()).isEqualTo("AlreadyExists");
                    assertThat(refused.getStatus().getMessage()).isEqualTo("configmaps \"settings\" already exists");
                });
    }

    @Test
    void create_or_replace_by_whoever_is_there() {
        client.resource(settings("settings", Map.of("a", "1"))).createOr(NonDeletingOperation::update);
        client.resource(settings("settings", Map.of("a", "2"))).createOr(NonDeletingOperation::update);
        assertThat(client.configMaps().withName("settings").get().getData()).containsExactly(Map.entry("a", "2"));
    }

    @Test
    void names_are_generated() {
        var generated = new ConfigMapBuilder()
                .withNewMetadata()
                .withGenerateName("settings-")
                .endMetadata()
                .build();
        var first = client.resource(generated).create();
        var second = client.resource(generated).create();
        assertThat(first.getMetadata().getName()).startsWith("settings-").hasSize(14);
        assertThat(second.getMetadata().getName())
                .isNotEqualTo(first.getMetadata().getName());
    }

    @Test
    void an_edit_goes_as_a_json_patch() {
        client.resource(settings("settings", Map.of("a", "1", "b", "2"))).create();
        var edited = client.configMaps().withName("settings").edit(map -> new ConfigMapBuilder(map)
                .removeFromData("a")
                .addToData("c", "3")
                .build());
        assertThat(edited.getData()).isEqualTo(Map.of("b", "2", "c", "3"));
        assertThat(edited.getMetadata().getManagedFields())
                .extracting(entry -> entry.getManager() + " " + entry.getOperation())
                .containsExactly("fabric8-kubernetes-client Update");
    }

    @Test
    void patches_of_all_types() {
        client.resource(settings("settings", Map.of("a", "1"))).create();
        var map = client.configMaps().withName("settings");
        map.patch(PatchContext.of(PatchType.JSON), "[{\"op\":\"add\",\"path\":\"/data/b\",\"value\":\"2\"}]");
        map.patch(PatchContext.of(PatchType.JSON_MERGE), "{\"data\":{\"a\":null,\"c\":\"3\"}}");
        map.patch(PatchContext.of(PatchType.STRATEGIC_MERGE), "metadata:\n  labels: {tier: web}");
        assertThat(map.get().getData()).isEqualTo(Map.of("b", "2", "c", "3"));
        assertThat(map.get().getMetadata().getLabels()).isEqualTo(Map.of("tier", "web"));

        assertThatThrownBy(() -> map.patch(
                        PatchContext.of(PatchType.JSON), "[{\"op\":\"test\",\"path\":\"/data/b\",\"value\":\"9\"}]"))
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(422));
    }

    @Test
    void a_strategic_patch_merges_containers_by_name() {
        client.resource(web(0)).create();
        var patched = client.apps()
                .deployments()
                .withName("web")
                .patch(
                        PatchContext.of(PatchType.STRATEGIC_MERGE),
                        "spec: {template: {spec: {containers: [{name: proxy, image: 'envoy:1'}]}}}");
        assertThat(patched.getSpec().getTemplate().getSpec().getContainers())
                .extracting("name")
                .containsExactly("proxy", "web");
    }

    @Test
    void an_update_of_a_version_that_is_gone_conflicts() {
        var created = client.resource(settings("settings", Map.of("a", "1"))).create();
        client.configMaps()
                .withName("settings")
                .edit(map -> new ConfigMapBuilder(map).addToData("a", "2").build());
        assertThatThrownBy(() -> client.resource(new ConfigMapBuilder(created)
                                .addToData("a", "3")
                                .build())
                        .lockResourceVersion()
                        .update())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getStatus().getMessage())
                            .isEqualTo("Operation cannot be fulfilled on configmaps \"settings\": the object has been"
                                    + " modified; please apply your changes to the latest version and try again");
                });
        client.resource(settings("settings", Map.of("a", "4"))).update();
        assertThat(client.configMaps().withName("settings").get().getData()).containsEntry("a", "4");
    }

    @Test
    void a_delete_may_depend_on_the_version() {
        var created = client.resource(settings("settings", Map.of("a", "1"))).create();
        client.configMaps()
                .withName("settings")
                .edit(map -> new ConfigMapBuilder(map).addToData("a", "2").build());
        assertThatThrownBy(() -> client.resource(created).lockResourceVersion().delete())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> assertThat(refused.getCode())
                        .isEqualTo(409));
        client.configMaps().withName("settings").delete();
    }

    @Test
    void applied_fields_have_owners_who_conflict() {
        client.resource(settings("settings", Map.of("a", "1")))
                .fieldManager("first")
                .serverSideApply();
        assertThatThrownBy(() -> client.resource(settings("settings", Map.of("a", "2")))
                        .fieldManager("second")
                        .serverSideApply())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(409);
                    assertThat(refused.getStatus().getMessage())
                            .isEqualTo("Apply failed with 1 conflict: conflict with \"first\": .data.a");
                });
        client.resource(settings("settings", Map.of("a", "2")))
                .fieldManager("second")
                .forceConflicts()
                .serverSideApply();
        client.resource(settings("settings", Map.of())).fieldManager("first").serverSideApply();
        var map = client.configMaps().withName("settings").get();
        assertThat(map.getData()).isEqualTo(Map.of("a", "2"));
        assertThat(map.getMetadata().getManagedFields())
                .extracting(entry -> entry.getManager() + " " + entry.getOperation())
                .containsExactlyInAnyOrder("second Apply");
    }

    @Test
    void the_status_is_written_apart() {
        client.resource(web(0)).create();
        var deployment = client.apps().deployments().withName("web");
        deployment.waitUntilCondition(
                found -> found.getStatus() != null && found.getStatus().getObservedGeneration() != null,
                10,
                TimeUnit.SECONDS);
        deployment.edit(found -> new DeploymentBuilder(found)
                .editOrNewStatus()
                .withCollisionCount(7)
                .endStatus()
                .build());
        assertThat(deployment.get().getStatus().getCollisionCount()).isNull();
        deployment.editStatus(found -> new DeploymentBuilder(found)
                .editOrNewStatus()
                .withCollisionCount(7)
                .endStatus()
                .editSpec()
                .withReplicas(9)
                .endSpec()
                .build());
        assertThat(deployment.get().getStatus().getCollisionCount()).isEqualTo(7);
        assertThat(deployment.get().getSpec().getReplicas()).isZero();
    }

    @Test
    void scaling_goes_through_the_scale_subresource() {
        client.resource(web(1)).create();
        var deployment = client.apps().deployments().withName("web");
        deployment.scale(3);
        assertThat(deployment.scale().getSpec().getReplicas()).isEqualTo(3);
        deployment.waitUntilReady(20, TimeUnit.SECONDS);
        assertThat(client.pods().withLabel("app", "web").list().getItems()).hasSize(3);
        assertThat(deployment.scale().getStatus().getReplicas()).isEqualTo(3);
        assertThat(deployment.scale().getStatus().getSelector()).isEqualTo("app=web");
    }

    @Test
    void orphans_survive_their_owner() {
        client.resource(web(2)).create();
        var deployment = client.apps().deployments().withName("web");
        deployment.waitUntilReady(20, TimeUnit.SECONDS);
        deployment.withPropagationPolicy(DeletionPropagation.ORPHAN).delete();
        deployment.waitUntilCondition(found -> found == null, 60, TimeUnit.SECONDS);
        assertThat(client.apps().replicaSets().list().getItems())
                .singleElement()
                .satisfies(orphan ->
                        assertThat(orphan.getMetadata().getOwnerReferences()).isEmpty());
        assertThat(client.pods().list().getItems()).hasSize(2);
    }

    @Test
    void an_owner_in_the_foreground_goes_last() {
        client.resource(web(2)).create();
        var deployment = client.apps().deployments().withName("web");
        deployment.waitUntilReady(20, TimeUnit.SECONDS);
        deployment
                .withPropagationPolicy(DeletionPropagation.FOREGROUND)
                .withTimeout(30, TimeUnit.SECONDS)
                .delete();
        assertThat(client.pods().list().getItems()).isEmpty();
    }

    @Test
    void a_pod_goes_at_once_without_grace() {
        client.resource(pod("slow")).create();
        var pod = client.pods().withName("slow");
        pod.waitUntilReady(20, TimeUnit.SECONDS);
        pod.withGracePeriod(0).delete();
        assertThat(pod.get()).isNull();
    }

    private static io.fabric8.kubernetes.api.model.Pod pod(String name) {
        return new PodBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels("app", "slow")
                .endMetadata()
                .withNewSpec()
                .addNewContainer()
                .withName("main")
                .withImage("busybox:1")
                .endContainer()
                .endSpec()
                .build();
    }

    @Test
    void an_eviction_asks_the_budget() {
        client.load(getClass().getResourceAsStream("budget.yaml")).create();
        client.pods().withName("guarded").waitUntilReady(20, TimeUnit.SECONDS);
        client.policy()
                .v1()
                .podDisruptionBudget()
                .withName("guarded")
                .waitUntilCondition(
                        budget -> budget.getStatus() != null
                                && Integer.valueOf(1).equals(budget.getStatus().getCurrentHealthy()),
                        10,
                        TimeUnit.SECONDS);
        assertThat(client.pods().withName("guarded").evict()).isFalse();
        client.policy().v1().podDisruptionBudget().withName("guarded").delete();
        assertThat(client.pods().withName("guarded").evict()).isTrue();
    }

    @Test
    void a_dry_run_leaves_nothing_behind() {
        var dry = client.resource(settings("settings", Map.of())).dryRun().create();
        assertThat(dry.getMetadata().getUid()).isNotEmpty();
        assertThat(client.configMaps().withName("settings").get()).isNull();
    }

    @Test
    void unknown_fields_are_refused_when_asked_for() {
        var odd = settings("settings", Map.of());
        odd.setAdditionalProperty("surprise", "!");
        assertThatThrownBy(() ->
                        client.resource(odd).fieldValidation(Validation.STRICT).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(400);
                    assertThat(refused.getStatus().getMessage()).contains("unknown field \"surprise\"");
                });
    }

    @Test
    void invalid_objects_name_the_field() {
        var service = new ServiceBuilder()
                .withNewMetadata()
                .withName("web")
                .endMetadata()
                .withNewSpec()
                .addNewPort()
                .withPort(70000)
                .endPort()
                .endSpec()
                .build();
        assertThatThrownBy(() -> client.resource(service).create())
                .isInstanceOfSatisfying(KubernetesClientException.class, refused -> {
                    assertThat(refused.getCode()).isEqualTo(422);
                    assertThat(refused.getStatus().getDetails().getCauses())
                            .extracting("field")
                            .contains("spec.ports[0].port");
                });
    }
}

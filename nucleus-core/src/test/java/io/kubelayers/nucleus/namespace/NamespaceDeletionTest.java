package io.kubelayers.nucleus.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A namespace goes away with all it contains, and says what it is waiting for. */
class NamespaceDeletionTest {
    @Test
    void aNewNamespaceIsActiveAndCarriesItsNameAsALabel() {
        try (var cluster = Cluster.builder().start()) {
            var created = cluster.client().create(namespace("team"));
            assertThat(created.status().phase()).isEqualTo("Active");
            assertThat(created.spec().finalizers()).containsExactly("kubernetes");
            assertThat(created.metadata().labels()).containsEntry("kubernetes.io/metadata.name", "team");
        }
    }

    @Test
    void aDeletedNamespaceTakesItsContentWithIt() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(namespace("team"));
            cluster.client().create(config(List.of()));
            cluster.client().on(Namespace.class).delete("", "team");

            var leaving = cluster.client().on(Namespace.class).get("", "team");
            assertThat(leaving.status().phase()).isEqualTo("Terminating");

            cluster.settle().advance(Duration.ofSeconds(2));
            assertThat(cluster.client().on(Namespace.class).find("", "team")).isEmpty();
            assertThat(cluster.lister(ConfigMap.class).list("team")).isEmpty();
        }
    }

    @Test
    void nothingNewIsCreatedInANamespaceThatIsGoing() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(namespace("team"));
            cluster.client().on(Namespace.class).delete("", "team");
            var refused = catchThrowableOfType(
                    ApiException.class, () -> cluster.client().create(config(List.of())));
            assertThat(refused.code()).isEqualTo(403);
            assertThat(refused)
                    .hasMessage("configmaps \"settings\" is forbidden: unable to create new content in namespace team"
                            + " because it is being terminated");
            assertThat(refused.status().details().causes().get(0).reason()).isEqualTo("NamespaceTerminating");
        }
    }

    @Test
    void aFinalizerInsideHoldsTheNamespaceWhichSaysSo() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(namespace("team"));
            cluster.client().create(config(List.of("example.com/hold")));
            cluster.client().on(Namespace.class).delete("", "team");
            cluster.settle();

            assertThat(cluster.client()
                            .on(Namespace.class)
                            .get("", "team")
                            .status()
                            .conditions())
                    .filteredOn(condition -> condition.status().equals("True"))
                    .extracting(Namespace.Condition::message)
                    .containsExactly(
                            "Some resources are remaining: configmaps. has 1 resource instances",
                            "Some content in the namespace has finalizers remaining: example.com/hold in 1 resource"
                                    + " instances");
        }
    }

    @Test
    void aServerThatDoesNotAnswerHoldsTheNamespaceUntilItIsRegisteredNoMore() {
        try (var cluster = Cluster.builder().start()) {
            cluster.apply(Manifests.of(
                    "far.yaml",
                    "{apiVersion: apiregistration.k8s.io/v1, kind: APIService, metadata: {name: v1.far.example.com},"
                            + " spec: {group: far.example.com, version: v1, groupPriorityMinimum: 100,"
                            + " versionPriority: 100, service: {namespace: shop, name: far}}}"));
            cluster.client().create(namespace("team"));
            cluster.client().create(config(List.of()));
            cluster.client().on(Namespace.class).delete("", "team");
            cluster.settle().advance(Duration.ofMinutes(1));

            assertThat(cluster.lister(ConfigMap.class).list("team")).isEmpty();
            assertThat(cluster.client()
                            .on(Namespace.class)
                            .get("", "team")
                            .status()
                            .conditions())
                    .filteredOn(condition -> condition.status().equals("True"))
                    .extracting(condition -> condition.type() + " " + condition.reason() + ": " + condition.message())
                    .containsExactly(
                            "NamespaceDeletionDiscoveryFailure DiscoveryFailed: Discovery failed for some groups, 1"
                                    + " failing: unable to retrieve the complete list of server APIs:"
                                    + " far.example.com/v1: stale GroupVersion discovery: far.example.com/v1");

            cluster.client().on(APIService.class).delete("", "v1.far.example.com");
            cluster.settle();
            assertThat(cluster.client().on(Namespace.class).find("", "team")).isEmpty();
        }
    }

    @Test
    void theDefaultNamespaceCanNotBeDeleted() {
        try (var cluster = Cluster.builder().start()) {
            var refused = catchThrowableOfType(
                    ApiException.class,
                    () -> cluster.client().on(Namespace.class).delete("", "default"));
            assertThat(refused).hasMessage("namespaces \"default\" is forbidden: this namespace may not be deleted");
        }
    }

    private static Namespace namespace(String name) {
        return NamespaceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name(name).build())
                .build();
    }

    private static ConfigMap config(List<String> finalizers) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("settings")
                        .namespace("team")
                        .finalizers(finalizers)
                        .build())
                .build();
    }
}

package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.WatchStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cluster of the nucleus alone: objects are stored, read, changed, watched and deleted as upstream does it. */
class ClusterTest {
    @Test
    void aClusterIsBornWithItsNamespaces() {
        try (var cluster = Cluster.builder().start()) {
            assertThat(cluster.client().on(Namespace.class).list("").items())
                    .extracting(namespace -> namespace.metadata().name())
                    .containsExactly("default", "kube-node-lease", "kube-public", "kube-system");
        }
    }

    @Test
    void itsControlPlaneAndNodesRunNoPodsOfTheirOwn() {
        try (var cluster = Cluster.builder().nodes(2, node -> node).start()) {
            cluster.settle();
            assertThat(cluster.client().on(Pod.class).list("").items()).isEmpty();
        }
    }

    @Test
    void aCreateGivesTheObjectItsIdentity() {
        try (var cluster = Cluster.builder().start()) {
            var created = cluster.client().create(config("settings", Map.of("a", "1")));

            assertThat(created.metadata().uid()).hasSize(36);
            assertThat(created.metadata().creationTimestamp()).isEqualTo(cluster.now());
            assertThat(created.metadata().resourceVersion()).isNotNull();
            assertThat(cluster.client().on(ConfigMap.class).get("default", "settings"))
                    .isEqualTo(created);
        }
    }

    @Test
    void aGeneratedNameIsTheBaseAndFiveCharacters() {
        try (var cluster = Cluster.builder().start()) {
            var created = cluster.client()
                    .create(ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .generateName("run-")
                                    .namespace("default")
                                    .build())
                            .build());
            assertThat(created.metadata().name()).matches("run-[bcdfghjklmnpqrstvwxz2456789]{5}");
        }
    }

    @Test
    void aSecondCreateOfTheNameIsRefused() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(config("settings", Map.of()));
            var refused = refusal(() -> cluster.client().create(config("settings", Map.of())));
            assertThat(refused.code()).isEqualTo(409);
            assertThat(refused.reason()).isEqualTo("AlreadyExists");
            assertThat(refused).hasMessage("configmaps \"settings\" already exists");
        }
    }

    @Test
    void anUpdateOfAnOldVersionIsAConflict() {
        try (var cluster = Cluster.builder().start()) {
            var first = cluster.client().create(config("settings", Map.of("a", "1")));
            cluster.client().update(first.withData(Map.of("a", "2")));
            var refused = refusal(() -> cluster.client().update(first.withData(Map.of("a", "3"))));
            assertThat(refused.code()).isEqualTo(409);
            assertThat(refused)
                    .hasMessage(
                            "Operation cannot be fulfilled on configmaps \"settings\": the object has been modified;"
                                    + " please apply your changes to the latest version and try again");
        }
    }

    @Test
    void nothingIsCreatedInANamespaceThatDoesNotExist() {
        try (var cluster = Cluster.builder().start()) {
            var lost = config("settings", Map.of());
            var refused = refusal(() ->
                    cluster.client().create(lost.withMetadata(lost.metadata().withNamespace("nowhere"))));
            assertThat(refused.code()).isEqualTo(404);
            assertThat(refused).hasMessage("namespaces \"nowhere\" not found");
        }
    }

    @Test
    void aNameThatIsNoDnsSubdomainIsInvalid() {
        try (var cluster = Cluster.builder().start()) {
            var refused = refusal(() -> cluster.client().create(config("Not_A_Name", Map.of())));
            assertThat(refused.code()).isEqualTo(422);
            assertThat(refused.getMessage())
                    .startsWith("ConfigMap \"Not_A_Name\" is invalid: metadata.name: Invalid value");
            assertThat(refused.status().details().causes()).hasSize(1);
        }
    }

    @Test
    void aDryRunStoresNothing() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().on(ConfigMap.class).create(config("settings", Map.of()), RequestOptions.dryRunOnly());
            assertThat(cluster.client().on(ConfigMap.class).find("default", "settings"))
                    .isEmpty();
        }
    }

    @Test
    void aFinalizerKeepsADeletedObjectUntilItIsTakenAway() {
        try (var cluster = Cluster.builder().start()) {
            var held = config("settings", Map.of());
            cluster.client()
                    .create(held.withMetadata(held.metadata().withFinalizers(java.util.List.of("example.com/hold"))));
            var answer = cluster.client().on(ConfigMap.class).delete("default", "settings");
            assertThat(answer).isInstanceOf(ApiResponse.One.class);

            var lingering = cluster.client().on(ConfigMap.class).get("default", "settings");
            assertThat(lingering.metadata().isBeingDeleted()).isTrue();

            cluster.client().update(lingering.withMetadata(lingering.metadata().withFinalizers(java.util.List.of())));
            assertThat(cluster.client().on(ConfigMap.class).find("default", "settings"))
                    .isEmpty();
        }
    }

    @Test
    void listsComeInPagesOfOneRevision() {
        try (var cluster = Cluster.builder().start()) {
            for (int i = 0; i < 5; i++) {
                cluster.client().create(config("c" + i, Map.of()));
            }
            var configs = cluster.client().on(ConfigMap.class);
            var first = configs.list("default", RequestOptions.NONE.withLimit(2));
            cluster.client().create(config("c9", Map.of()));
            var second = configs.list(
                    "default",
                    RequestOptions.NONE
                            .withLimit(10)
                            .withContinueToken(first.metadata().continueToken()));

            assertThat(first.metadata().remainingItemCount()).isEqualTo(4);
            assertThat(second.items())
                    .extracting(config -> config.metadata().name())
                    .containsExactly("c2", "c3", "c4", "kube-root-ca.crt");
            assertThat(second.metadata().resourceVersion())
                    .isEqualTo(first.metadata().resourceVersion());
        }
    }

    @Test
    void aWatchSeesObjectsEnterAndLeaveItsSelector() {
        try (var cluster = Cluster.builder().start()) {
            var watch = cluster.client().on(ConfigMap.class).watch("default", RequestOptions.labels("app=web"));
            var plain = cluster.client().create(config("settings", Map.of()));
            var labelled =
                    cluster.client().update(plain.withMetadata(plain.metadata().withLabels(Map.of("app", "web"))));
            cluster.client().update(labelled.withMetadata(labelled.metadata().withLabels(Map.of())));

            assertThat(watch.poll()).get().extracting(WatchStream.Event::type).isEqualTo(WatchStream.Type.ADDED);
            assertThat(watch.poll()).get().extracting(WatchStream.Event::type).isEqualTo(WatchStream.Type.DELETED);
            assertThat(watch.poll()).isEmpty();
        }
    }

    @Test
    void aForkAndItsOriginDoNotSeeEachOther() {
        try (var cluster = Cluster.builder().start()) {
            cluster.client().create(config("before", Map.of()));
            var fork = cluster.fork();
            fork.client().create(config("in-fork", Map.of()));
            cluster.client().create(config("in-origin", Map.of()));

            assertThat(names(fork)).containsExactly("before", "in-fork");
            assertThat(names(cluster)).containsExactly("before", "in-origin");
        }
    }

    private static java.util.List<String> names(Cluster cluster) {
        return cluster.client().on(ConfigMap.class).list("default").items().stream()
                .map(config -> config.metadata().nameOrEmpty())
                .filter(name -> !name.equals("kube-root-ca.crt"))
                .toList();
    }

    private static ConfigMap config(String name, Map<String, String> data) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name)
                        .namespace("default")
                        .build())
                .data(data)
                .build();
    }

    private static ApiException refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ApiException.class, call);
    }
}

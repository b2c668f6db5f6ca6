package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.Body.PatchType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Patches of stored objects: what applies is stored, what does not leaves everything as it was. */
class PatchTest {
    private final Cluster cluster = Cluster.builder().start();

    @BeforeEach
    void createObject() {
        cluster.client()
                .create(ConfigMapBuilder.builder()
                        .metadata(ObjectMetaBuilder.builder()
                                .name("settings")
                                .namespace("default")
                                .build())
                        .data(Map.of("a", "1", "b", "2"))
                        .build());
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aMergePatchSetsAndRemoves() {
        var data = new HashMap<String, Object>();
        data.put("a", "9");
        data.put("b", null);
        var patched = patch(PatchType.MERGE, Map.of("data", data));
        assertThat(patched.data()).containsExactlyEntriesOf(Map.of("a", "9"));
    }

    @Test
    void aJsonPatchRunsItsOperationsInOrder() {
        var patched = patch(
                PatchType.JSON,
                List.of(
                        Map.of("op", "test", "path", "/data/a", "value", "1"),
                        Map.of("op", "add", "path", "/data/c", "value", "3"),
                        Map.of("op", "move", "from", "/data/c", "path", "/data/d"),
                        Map.of("op", "remove", "path", "/data/b")));
        assertThat(patched.data()).containsOnlyKeys("a", "d");
    }

    @Test
    void aFailedTestChangesNothing() {
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> patch(
                        PatchType.JSON,
                        List.of(
                                Map.of("op", "add", "path", "/data/c", "value", "3"),
                                Map.of("op", "test", "path", "/data/a", "value", "2"))));
        assertThat(refused.code()).isEqualTo(422);
        assertThat(cluster.client()
                        .on(ConfigMap.class)
                        .get("default", "settings")
                        .data())
                .containsOnlyKeys("a", "b");
    }

    @Test
    void aStrategicPatchFollowsTheTypesOfTheKind() {
        var patched = patch(PatchType.STRATEGIC_MERGE, Map.of("data", Map.of("c", "3")));
        assertThat(patched.data()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void aStrategicPatchOfNonsenseIsRefused() {
        var refused = catchThrowableOfType(
                ApiException.class,
                () -> patch(PatchType.STRATEGIC_MERGE, Map.of("data", Map.of("$patch", "nonsense"))));
        assertThat(refused.code()).isEqualTo(500);
        assertThat(refused).hasMessage("unknown patch type: nonsense in map: map[$patch:nonsense]");
    }

    @Test
    void applyNeedsAManager() {
        var refused = catchThrowableOfType(
                ApiException.class, () -> patch(PatchType.APPLY, Map.of("apiVersion", "v1", "kind", "ConfigMap")));
        assertThat(refused.code()).isEqualTo(422);
        assertThat(refused)
                .hasMessage(
                        "PatchOptions.meta.k8s.io \"\" is invalid: fieldManager: Required value: is required for apply"
                                + " patch");
    }

    @Test
    void aPatchThatChangesNothingIsNoWrite() {
        var before = cluster.client().on(ConfigMap.class).get("default", "settings");
        var after = patch(PatchType.MERGE, Map.of("data", Map.of("a", "1")));
        assertThat(after.metadata().resourceVersion())
                .isEqualTo(before.metadata().resourceVersion());
    }

    private ConfigMap patch(PatchType type, Object tree) {
        return cluster.client().on(ConfigMap.class).patch("default", "settings", new Body.Patch(type, tree));
    }
}

package io.kubelayers.nucleus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.apply.FieldSet;
import io.kubelayers.nucleus.client.Resources;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Node;
import io.kubelayers.nucleus.core.NodeBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ManagedFieldsEntry;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.meta.Status;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who owns what after writes through the server, and what applying does. */
class ApplyTest {
    private final Cluster cluster = Cluster.builder().start();
    private final Resources<ConfigMap> maps = cluster.client().on(ConfigMap.class);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Map<String, Object> config(Map<String, String> data) {
        return Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "settings"), "data", data);
    }

    private static ConfigMap map(Map<String, String> data) {
        return ConfigMapBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("settings")
                        .namespace("default")
                        .build())
                .data(data)
                .build();
    }

    private ConfigMap apply(Map<String, String> data, String manager) {
        return maps.apply("default", config(data), manager, false);
    }

    private static List<String> owned(ManagedFieldsEntry entry) {
        return FieldSet.read(entry.fieldsV1()).paths();
    }

    @Test
    void applyingWhatIsNotThereCreatesIt() {
        var created = apply(Map.of("a", "1"), "alice");
        assertThat(created.metadata().uid()).isNotNull();
        assertThat(created.metadata().managedFields()).hasSize(1);
        var entry = created.metadata().managedFields().get(0);
        assertThat(entry.manager()).isEqualTo("alice");
        assertThat(entry.operation()).isEqualTo("Apply");
        assertThat(owned(entry)).containsExactly(".data.a");
    }

    @Test
    void whatIsNotAppliedAnyMoreGoes() {
        apply(Map.of("a", "1", "b", "2"), "alice");
        assertThat(apply(Map.of("a", "1"), "alice").data()).containsOnlyKeys("a");
    }

    @Test
    void aFieldOfSomebodyElseIsAConflict() {
        apply(Map.of("a", "1"), "alice");
        var refused = catchThrowableOfType(ApiException.class, () -> apply(Map.of("a", "2"), "bob"));
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused).hasMessage("Apply failed with 1 conflict: conflict with \"alice\": .data.a");
        assertThat(refused.status().details())
                .isEqualTo(new Status.Details(
                        null,
                        null,
                        null,
                        null,
                        List.of(new Status.Cause("FieldManagerConflict", "conflict with \"alice\"", ".data.a")),
                        0));
    }

    @Test
    void forceTakesTheFieldOver() {
        apply(Map.of("a", "1"), "alice");
        var forced = maps.apply("default", config(Map.of("a", "2")), "bob", true);
        assertThat(forced.data()).containsExactlyEntriesOf(Map.of("a", "2"));
        assertThat(forced.metadata().managedFields())
                .extracting(ManagedFieldsEntry::manager)
                .containsExactly("bob");
    }

    @Test
    void applyingTheSameAgainIsNoWrite() {
        var first = apply(Map.of("a", "1"), "alice");
        cluster.advance(java.time.Duration.ofMinutes(1));
        assertThat(apply(Map.of("a", "1"), "alice")).isEqualTo(first);
    }

    @Test
    void whoeverCreatesOwnsAllThatIsSet() {
        var created = cluster.client().create(map(Map.of("a", "1")));
        var entry = created.metadata().managedFields().get(0);
        assertThat(entry.operation()).isEqualTo("Update");
        assertThat(entry.time()).isEqualTo(created.metadata().creationTimestamp());
        assertThat(owned(entry)).containsExactly(".data", ".data.a");
    }

    @Test
    void whoeverChangesAFieldOwnsIt() {
        apply(Map.of("a", "1", "b", "2"), "alice");
        var changed = maps.update(
                maps.get("default", "settings").withData(Map.of("a", "9", "b", "2")),
                "",
                RequestOptions.NONE.withFieldManager("editor"));
        assertThat(changed.metadata().managedFields())
                .extracting(ManagedFieldsEntry::manager)
                .containsExactly("alice", "editor");
        assertThat(owned(changed.metadata().managedFields().get(0))).containsExactly(".data.b");
        assertThat(owned(changed.metadata().managedFields().get(1))).containsExactly(".data.a");
    }

    @Test
    void anUpdateThatSendsNoOwnersKeepsThem() {
        apply(Map.of("a", "1"), "alice");
        var kept = maps.update(map(Map.of("a", "1")));
        assertThat(kept.metadata().managedFields()).hasSize(1);
    }

    @Test
    void oneEmptyEntryForgetsWhoOwnsWhat() {
        apply(Map.of("a", "1"), "alice");
        var nobody = new ManagedFieldsEntry(null, null, null, null, null, null, null);
        var stored = maps.get("default", "settings");
        var forgotten = maps.update(stored.withMetadata(stored.metadata().withManagedFields(List.of(nobody))));
        assertThat(forgotten.metadata().managedFields()).isEmpty();
    }

    @Test
    void typedObjectsAreAppliedWithTheFieldsThatAreSet() {
        var applied = cluster.client().apply(map(Map.of("a", "1")), "alice");
        assertThat(owned(applied.metadata().managedFields().get(0))).containsExactly(".data.a");
    }

    @Test
    void theStatusHasOwnersOfItsOwn() {
        var nodes = cluster.client().on(Node.class);
        var node = nodes.create(NodeBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name("n")
                        .labels(Map.of("zone", "a"))
                        .build())
                .build());
        var status = node.status().withPhase("Running");
        var changed = nodes.update(node.withStatus(status), "status", RequestOptions.NONE.withFieldManager("kubelet"));
        assertThat(changed.metadata().managedFields())
                .filteredOn(entry -> "status".equals(entry.subresource()))
                .singleElement()
                .satisfies(entry -> assertThat(owned(entry)).containsExactly(".status.phase"));
    }

    @Test
    void aConfigurationThatDoesNotFitTheKindIsAnError() {
        var wrong =
                Map.of("apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "settings"), "bogus", true);
        var refused = catchThrowableOfType(ApiException.class, () -> maps.apply("default", wrong, "alice", false));
        assertThat(refused.code()).isEqualTo(500);
        assertThat(refused)
                .hasMessage("failed to create typed patch object (/settings; /v1, Kind=ConfigMap): .bogus: field not"
                        + " declared in schema");
    }
}

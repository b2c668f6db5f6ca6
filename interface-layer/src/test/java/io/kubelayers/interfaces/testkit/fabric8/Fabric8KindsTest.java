package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One object of each of many kinds, by fabric8's own class of it: created, read, changed, deleted. */
class Fabric8KindsTest {
    private static ByteArrayInputStream manifests(String namespace) throws IOException {
        try (var file = Fabric8KindsTest.class.getResourceAsStream("kinds.yaml")) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("NAMESPACE", namespace);
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void every_kind_comes_changes_and_goes(Transport transport) throws Exception {
        var client = RunningCluster.shared().fabric8(transport);
        var objects = client.load(manifests(client.getNamespace())).items();
        assertThat(objects).hasSizeGreaterThan(30);
        for (var object : objects) {
            comesChangesAndGoes(client, object);
        }
    }

    private static void comesChangesAndGoes(NamespacedKubernetesClient client, HasMetadata object) {
        var created = client.resource(object).create();
        assertThat(created.getMetadata().getUid()).as(object.getKind()).isNotEmpty();
        assertThat(created).as(object.getKind()).hasSameClassAs(object);
        Resource<HasMetadata> stored = client.resource(created);
        var edited = stored.edit(found -> {
            found.getMetadata().setResourceVersion(null);
            found.getMetadata().setAnnotations(Map.of("note", "changed"));
            return found;
        });
        assertThat(edited.getMetadata().getAnnotations()).as(object.getKind()).containsEntry("note", "changed");
        assertThat(stored.get().getMetadata().getUid())
                .isEqualTo(created.getMetadata().getUid());
        assertThat(stored.withGracePeriod(0).delete()).as(object.getKind()).hasSize(1);
        stored.waitUntilCondition(Objects::isNull, 60, TimeUnit.SECONDS);
    }
}

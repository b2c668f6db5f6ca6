package io.kubelayers.nucleus.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.DecodeException;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    private static final TypeRegistry TYPES = TypeRegistry.of(NucleusKinds.ALL);

    private static String configMap(String name) {
        return "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: " + name + "}\n";
    }

    private static String namespace(String name) {
        return "apiVersion: v1\nkind: Namespace\nmetadata: {name: " + name + "}\n";
    }

    private static List<String> names(Manifests manifests) {
        return manifests.objects(TYPES).stream()
                .map(KubernetesObject::metadata)
                .map(metadata -> metadata.nameOrEmpty())
                .toList();
    }

    @Test
    void aFolderGivesItsSetupFirstThenNamespacesThenTheRestByFileName(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("setup"));
        Files.createDirectories(folder.resolve("extra"));
        Files.writeString(folder.resolve("b.yaml"), configMap("b"));
        Files.writeString(folder.resolve("a.yaml"), configMap("a") + "---\n" + namespace("team"));
        Files.writeString(folder.resolve("setup/z.yaml"), configMap("prepared"));
        Files.writeString(
                folder.resolve("extra/0.json"),
                """
                {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "last"}}
                """);
        Files.writeString(folder.resolve("README.md"), "not a manifest");

        assertThat(names(Manifests.load(folder))).containsExactly("team", "prepared", "a", "b", "last");
    }

    @Test
    void aFileKeepsItsOrder(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("all.yaml"), configMap("a") + "---\n" + namespace("team"));

        assertThat(names(Manifests.load(file))).containsExactly("a", "team");
        assertThat(names(Manifests.load(file).and(Manifests.of("more", configMap("b")))))
                .containsExactly("a", "team", "b");
    }

    @Test
    void whatCanNotBeReadSaysWhere() {
        assertThatThrownBy(() -> Manifests.load(Path.of("no-such-file.yaml")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("no such file or folder: no-such-file.yaml");
        assertThatThrownBy(() ->
                        Manifests.of("shop.yaml", configMap("a") + "dota: {}\n").objects(TYPES))
                .isInstanceOf(DecodeException.class)
                .hasMessageContaining("shop.yaml")
                .hasMessageContaining("unknown field \"dota\"");
    }

    @Test
    void anObjectWithoutANamespaceGoesToDefault() {
        try (var cluster = Cluster.builder().start()) {
            cluster.apply(Manifests.of("map.yaml", configMap("a")));

            assertThat(cluster.lister(ConfigMap.class).get("default", "a")).isPresent();
        }
    }
}

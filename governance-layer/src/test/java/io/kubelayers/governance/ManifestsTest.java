package io.kubelayers.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import io.kubelayers.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Manifests as real projects publish them are read without a single unknown field, and survive. */
class ManifestsTest {
    private static final Codec CODEC = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));

    @TestFactory
    Stream<DynamicTest> everyManifestIsReadStrictly() throws IOException {
        Path folder = SharedFolder.require("manifests");
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> manifests = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return manifests.stream()
                    .map(file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        ReadOptions options = ReadOptions.strict()
                .acceptingUnknownKinds()
                .named(file.getFileName().toString());
        List<KubernetesObject> objects = CODEC.readAll(Files.readString(file), options);
        assertThat(objects).isNotEmpty();
        for (KubernetesObject object : objects) {
            assertThat(CODEC.read(CODEC.toJson(object), options).value()).isEqualTo(object);
            assertThat(CODEC.read(CODEC.toYaml(object), options).value()).isEqualTo(object);
        }
    }
}

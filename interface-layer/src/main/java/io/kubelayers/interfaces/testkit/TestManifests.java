package io.kubelayers.interfaces.testkit;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Reads the manifests of a test from its class path. */
final class TestManifests {
    private TestManifests() {}

    static List<KubernetesObject> read(Cluster cluster, Class<?> test, String resource) {
        var codec = Codec.of(cluster.types());
        return codec.readAll(text(test, resource), ReadOptions.strict().named(resource)).stream()
                .map(object -> inNamespace(cluster, object))
                .toList();
    }

    private static String text(Class<?> test, String resource) {
        try (var in = test.getResourceAsStream(resource)) {
            if (in == null) {
                throw new ExtensionConfigurationException("no manifest " + resource + " on the class path: expected "
                        + (resource.startsWith("/")
                                ? resource.substring(1)
                                : test.getPackageName().replace('.', '/') + "/" + resource)
                        + " in the test resources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** The object in namespace {@code default} if it needs one and names none. */
    private static KubernetesObject inNamespace(Cluster cluster, KubernetesObject object) {
        boolean homeless = cluster.types().typeOf(object).namespaced()
                && object.metadata().namespaceOrEmpty().isEmpty();
        return homeless ? object.withMetadata(object.metadata().withNamespace("default")) : object;
    }
}

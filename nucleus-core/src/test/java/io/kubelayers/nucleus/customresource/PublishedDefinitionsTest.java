package io.kubelayers.nucleus.customresource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.codec.FieldValidation;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.server.RequestOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Large definitions that another project publishes, and its objects, where a folder of them lies beside the checkout. */
class PublishedDefinitionsTest {
    private static Path manifests() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolveSibling("shared").resolve("manifests/kube-prometheus");
            if (Files.isDirectory(candidate)) {
                return candidate;
            }
        }
        Assumptions.abort("no folder ../shared/manifests/kube-prometheus beside the checkout: nothing to define");
        throw new AssertionError();
    }

    private static @Nullable Cluster first;

    /** A fork of one cluster with all definitions. */
    private static Cluster defined() {
        if (first == null) {
            var cluster = Cluster.builder().start();
            cluster.apply(Manifests.load(manifests().resolve("setup")));
            first = cluster;
        }
        return first.fork();
    }

    private static List<DynamicObject> objects(Cluster cluster) {
        var found = new ArrayList<DynamicObject>();
        for (var object : Manifests.load(manifests()).objects(cluster.types())) {
            if (object instanceof DynamicObject custom && custom.apiVersion().startsWith("monitoring.coreos.com/")) {
                found.add(custom);
            }
        }
        return found;
    }

    @Test
    void everyDefinitionIsServedAndEveryObjectAcceptedAsItIs() {
        try (var cluster = defined()) {
            assertThat(cluster.client().on(CustomResourceDefinition.class).list(""))
                    .hasSize(5)
                    .allMatch(Acceptance::isEstablished);
            var objects = objects(cluster);
            assertThat(objects).hasSizeGreaterThan(15);
            for (var object : objects) {
                var made = create(cluster, object);
                assertThat(made.fields().keySet()).containsAll(object.fields().keySet());
            }
        }
    }

    private static DynamicObject create(Cluster cluster, DynamicObject object) {
        var type = cluster.types().resources().stream()
                .filter(each ->
                        each.kind().equals(object.kind()) && each.apiVersion().equals(object.apiVersion()))
                .findFirst()
                .orElseThrow();
        return (DynamicObject) cluster.client()
                .on(type)
                .create(object, RequestOptions.NONE.withFieldValidation(FieldValidation.STRICT));
    }

    @ParameterizedTest(name = "{0} with {1} = {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ServiceMonitor | endpoints | none    | spec.endpoints: Required value
                    ServiceMonitor | sampleLimit | -1      | spec.sampleLimit: Invalid value: -1: spec.sampleLimit in body should be greater than or equal to 0
                    ServiceMonitor | jobLabel  | 5       | spec.jobLabel: Invalid value: "integer": spec.jobLabel in body must be of type string: "integer"
                    Prometheus     | replicas  | two     | spec.replicas: Invalid value: "string": spec.replicas in body must be of type integer: "string"
                    Prometheus     | retention | 5 weeks | spec.retention: Invalid value: "5 weeks": spec.retention in body should match
                    Alertmanager   | logLevel  | loud    | spec.logLevel: Unsupported value: "loud"
                    """)
    void anObjectThatBreaksItsSchemaIsRefused(String kind, String field, String value, String message) {
        try (var cluster = defined()) {
            var object = objects(cluster).stream()
                    .filter(each -> each.kind().equals(kind))
                    .findFirst()
                    .orElseThrow();
            var refused =
                    catchThrowableOfType(ApiException.class, () -> create(cluster, with(object, field, value(value))));
            assertThat(refused).as(message).isNotNull();
            assertThat(refused.status().message()).contains(message);
        }
    }

    private static @Nullable Object value(String text) {
        return text.equals("none") ? null : text.matches("-?[0-9]+") ? (Object) Long.valueOf(text) : text;
    }

    private static DynamicObject with(DynamicObject object, String field, @Nullable Object value) {
        var fields = new LinkedHashMap<>(object.fields());
        Map<String, @Nullable Object> spec = new LinkedHashMap<>(Tree.map(fields.get("spec")));
        spec.put(field, value);
        if (value == null) {
            spec.remove(field);
        }
        fields.put("spec", spec);
        return new DynamicObject(object.apiVersion(), object.kind(), object.metadata(), fields);
    }
}

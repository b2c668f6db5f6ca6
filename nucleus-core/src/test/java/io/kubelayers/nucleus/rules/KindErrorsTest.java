package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.testing.QuietCluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What new objects of the nucleus' kinds, and changes of them, are refused for: the errors in upstream's words and order. */
class KindErrorsTest {
    @RegisterExtension
    static final QuietCluster CLUSTER = QuietCluster.of();

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "kind-errors.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void isRefused(String kind, String content, String errors) {
        var object = object(kind, "", content);
        var refused = catchThrowableOfType(
                ApiException.class, () -> CLUSTER.get().client().create(object));
        assertThat(refused).hasMessageEndingWith(" \"a\" is invalid: " + errors);
    }

    @ParameterizedTest(name = "{0} {2}")
    @CsvFileSource(resources = "kind-changes.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void isNotChanged(String kind, String before, String after, String errors) {
        try (var world = CLUSTER.get().fork()) {
            world.client().create(object(kind, "", before));
            var refused = catchThrowableOfType(
                    ApiException.class, () -> world.client().update(object(kind, "", after)));
            var text = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            assertThat(text).endsWith(" \"a\" is invalid: " + errors);
        }
    }

    /** Upstream looks at the metadata of a changed ConfigMap four times, and tells what it finds each time. */
    @Test
    void errorsInChangedMetadataAreToldAtEachLook() {
        try (var world = CLUSTER.get().fork()) {
            world.client().create(object("v1 ConfigMap", "", "data: {}"));
            var refused = catchThrowableOfType(ApiException.class, () -> world.client()
                    .update(object("v1 ConfigMap", ", labels: {\"a b\": x}", "data: {}")));
            var details = refused.status().details();
            assertThat(details).isNotNull();
            assertThat(details.causes()).hasSize(4);
        }
    }

    /** Upstream's own checks of events of core leave the metadata alone, those of the newer version do not. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "v1 Event | involvedObject: {namespace: default} | 2",
                "events.k8s.io/v1 Event | regarding: {namespace: default}, eventTime: '2026-11-22T12:00:00.000000Z', type: Normal, reason: r, action: a, reportingController: x.io/y, reportingInstance: z | 3",
            })
    void eventsOfCoreAreLookedAtOnce(String kind, String content, int errors) {
        try (var world = CLUSTER.get().fork()) {
            var rest = world.client();
            rest.create(object(kind, "", content));
            var refused = catchThrowableOfType(
                    ApiException.class, () -> rest.update(object(kind, ", labels: {\"a b\": x}", content)));
            var details = refused.status().details();
            assertThat(details).isNotNull();
            assertThat(details.causes()).hasSize(errors);
        }
    }

    private static KubernetesObject object(String kind, String metadata, String content) {
        boolean everywhere = kind.equals("v1 Node") || kind.equals("v1 PersistentVolume");
        var yaml = "{apiVersion: %s, kind: %s, metadata: {name: a%s%s}, %s}"
                .formatted(
                        kind.substring(0, kind.indexOf(' ')),
                        kind.substring(kind.indexOf(' ') + 1),
                        everywhere ? "" : ", namespace: default",
                        metadata,
                        content);
        return Codec.of(CLUSTER.get().types())
                .readAll(yaml, ReadOptions.strict())
                .get(0);
    }
}

package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.errors.ApiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What new objects of the nucleus' kinds are refused for: the errors in upstream's words and order. */
class KindErrorsTest {
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.builder().start();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "kind-errors.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
    void isRefused(String kind, String content, String errors) {
        var yaml = "{apiVersion: %s, kind: %s, metadata: {name: a, namespace: default}, %s}"
                .formatted(kind.substring(0, kind.indexOf(' ')), kind.substring(kind.indexOf(' ') + 1), content);
        var object =
                Codec.of(cluster.types()).readAll(yaml, ReadOptions.strict()).get(0);
        var refused =
                catchThrowableOfType(ApiException.class, () -> cluster.client().create(object));
        assertThat(refused).hasMessageEndingWith(" \"a\" is invalid: " + errors);
    }
}

package io.kubelayers.nucleus.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.Manifests;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.value.Bytes;
import org.junit.jupiter.api.Test;

class SecretRulesTest {
    @Test
    void textBecomesDataAndWinsOverDataOfTheSameKey() {
        try (var cluster = Cluster.builder().start()) {
            cluster.apply(
                    Manifests.of(
                            "secret.yaml",
                            """
                    apiVersion: v1
                    kind: Secret
                    metadata: {name: db}
                    data: {user: b2xk, host: ZGI=}
                    stringData: {user: new}
                    """));
            var secret = cluster.client().on(Secret.class).get("default", "db");

            assertThat(secret.data()).containsOnly(entry("host", Bytes.utf8("db")), entry("user", Bytes.utf8("new")));
            assertThat(secret.stringData()).isEmpty();
            assertThat(secret.type()).isEqualTo("Opaque");
        }
    }
}

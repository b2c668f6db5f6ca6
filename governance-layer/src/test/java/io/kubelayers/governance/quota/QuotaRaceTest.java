package io.kubelayers.governance.quota;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.cluster.LiveCluster;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.SecretBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.resources.ResourceList;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Quotas under writers and a controller that all run at the same time. */
class QuotaRaceTest {
    private static final int LIMIT = 5;

    /** The controller gives back what is deleted while others are being created: no count may overlook one of these. */
    @Test
    void whatComesAndGoesNeverExceedsTheLimit() throws Exception {
        try (var cluster = Cluster.builder()
                .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
                .startThreads()) {
            cluster.client()
                    .create(NamespaceBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder().name("team").build())
                            .build());
            limit(cluster);
            var writers = new ArrayList<Callable<Integer>>();
            for (int writer = 0; writer < 4; writer++) {
                var name = "s" + writer + "-";
                writers.add(() -> comeAndGo(cluster, name));
            }
            var threads = Executors.newFixedThreadPool(writers.size());
            int most = 0;
            for (var result : threads.invokeAll(writers)) {
                most = Math.max(most, result.get());
            }
            threads.shutdown();

            assertThat(most).isBetween(1, LIMIT);
        }
    }

    /** With a quota that is in force at once, whoever counts first. */
    private static void limit(LiveCluster cluster) {
        var quota = Quotas.quota(
                "dev", ResourceList.of("count/secrets", String.valueOf(LIMIT)), ResourceList.of("count/secrets", "0"));
        var made = cluster.client().create(quota);
        try {
            cluster.client().updateStatus(made.withStatus(quota.status()));
        } catch (ApiException countedAlready) {
            assertThat(countedAlready.code()).isEqualTo(409);
        }
    }

    /** Creates and deletes again, two at a time; gives the most that ever were there. */
    private static int comeAndGo(LiveCluster cluster, String name) {
        var secrets = cluster.client().on(Secret.class);
        int most = 0;
        for (int round = 0; round < 120; round++) {
            for (int i = 0; i < 2; i++) {
                try {
                    secrets.create(SecretBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name(name + i)
                                    .namespace("team")
                                    .build())
                            .build());
                } catch (ApiException refused) {
                    assertThat(refused.code()).isIn(403, 409);
                }
                most = Math.max(most, secrets.list("team").items().size());
            }
            for (int i = 0; i < 2; i++) {
                try {
                    secrets.delete("team", name + i);
                } catch (ApiException wasRefused) {
                    assertThat(wasRefused.code()).isEqualTo(404);
                }
            }
        }
        return most;
    }
}

package io.kubelayers.governance.quota;

import static io.kubelayers.governance.quota.Quotas.meta;
import static io.kubelayers.governance.quota.Quotas.requesting;
import static io.kubelayers.nucleus.resources.ResourceList.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.kubelayers.application.ApplicationLayer;
import io.kubelayers.governance.GovernanceLayer;
import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.NamespaceBuilder;
import io.kubelayers.nucleus.core.Pod;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.explain.Render;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.value.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Quotas at work in a cluster. */
class QuotaClusterTest {
    private final Cluster cluster = Cluster.builder()
            .layers(ApplicationLayer.standard(), GovernanceLayer.standard())
            .start();

    @BeforeEach
    void makeNamespace() {
        cluster.apply(NamespaceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder().name("team").build())
                .build());
    }

    @AfterEach
    void stop() {
        cluster.close();
    }

    private static Pod pod(String name) {
        return Quotas.pod(name, requesting("cpu", "500m").withImage("web").withImagePullPolicy("Always"));
    }

    private void limit(Map<String, Quantity> hard) {
        cluster.apply(Quotas.quota("dev", hard, Map.of()));
        cluster.settle();
    }

    private Map<String, Quantity> used() {
        return cluster.lister(ResourceQuota.class)
                .get("team", "dev")
                .orElseThrow()
                .status()
                .used();
    }

    @Test
    void whatDoesNotFitIsRefusedAndWhatIsDeletedMakesRoom() {
        limit(of("pods", "2", "requests.cpu", "10"));
        cluster.client().create(pod("a"));
        cluster.client().create(pod("b"));
        assertThat(used()).isEqualTo(of("pods", "2", "requests.cpu", "1"));

        assertThatThrownBy(() -> cluster.client().create(pod("c")))
                .hasMessage(
                        "pods \"c\" is forbidden: exceeded quota: dev, requested: pods=1, used: pods=2, limited: pods=2");

        cluster.client().delete(pod("a"));
        cluster.settle();
        assertThat(used()).isEqualTo(of("pods", "1", "requests.cpu", "500m"));
        cluster.client().create(pod("c"));
    }

    @Test
    void whatIsThereAlreadyIsCounted() {
        cluster.client().create(pod("a"));
        cluster.client()
                .create(ConfigMapBuilder.builder().metadata(meta("settings")).build());

        limit(of("pods", "5", "count/configmaps", "5", "configmaps", "5", "services", "1"));

        // the other one is the root certificate that every namespace has
        assertThat(used()).isEqualTo(of("pods", "1", "count/configmaps", "2", "configmaps", "2", "services", "0"));
    }

    @Test
    void aDryRunIsCheckedButNotCharged() {
        limit(of("pods", "1"));
        var pods = cluster.client().on(Pod.class);

        pods.create(pod("a"), RequestOptions.dryRunOnly());
        assertThat(used()).isEqualTo(of("pods", "0"));
        pods.create(pod("a"));
        assertThatThrownBy(() -> pods.create(pod("b"), RequestOptions.dryRunOnly()))
                .hasMessageContaining("exceeded quota: dev");
    }

    @Test
    void aRefusalCarriesTheArithmetic() {
        limit(of("pods", "0"));

        var refused =
                catchThrowableOfType(ApiException.class, () -> cluster.client().create(pod("a")));

        assertThat(refused.code()).isEqualTo(403);
        assertThat(Render.text(refused.finding()))
                .contains(
                        "- dev: exceeded quota: dev, requested: pods=1, used: pods=0, limited: pods=0 (requested pods=1,"
                                + " used pods=0, hard pods=0) [quota.exceeded]");
    }

    @Test
    void aRaisedLimitIsInForceAtOnce() {
        limit(of("pods", "0"));
        var quota = cluster.lister(ResourceQuota.class).get("team", "dev").orElseThrow();

        cluster.client().update(quota.withSpec(quota.spec().withHard(of("pods", "1"))));
        cluster.settle();

        cluster.client().create(pod("a"));
        assertThat(used()).isEqualTo(of("pods", "1"));
    }

    @Test
    void whatAFailedWriteWasChargedIsGivenBackByTheNextFullCount() {
        limit(of("pods", "2"));
        cluster.client().create(pod("a"));
        var quota = cluster.lister(ResourceQuota.class).get("team", "dev").orElseThrow();
        cluster.client().updateStatus(quota.withStatus(quota.status().withUsed(of("pods", "2"))));

        cluster.advance(Duration.ofMinutes(5));

        assertThat(used()).isEqualTo(of("pods", "1"));
    }

    /** Of any number of writers that begin at once, as many get through as there is room for. */
    @RepeatedTest(5)
    void manyWritersNeverExceedTheLimit() throws Exception {
        limit(of("pods", "10"));
        var writers = new ArrayList<Callable<Integer>>();
        var begin = new CyclicBarrier(8);
        for (int writer = 0; writer < 8; writer++) {
            int number = writer;
            writers.add(() -> {
                begin.await();
                return createSome(number);
            });
        }
        var threads = Executors.newFixedThreadPool(8);
        int created = 0;
        for (var result : threads.invokeAll(writers)) {
            created += result.get();
        }
        threads.shutdown();

        assertThat(created).isEqualTo(10);
        assertThat(cluster.lister(Pod.class).list("team")).hasSize(10);
        assertThat(used()).isEqualTo(of("pods", "10"));
    }

    private int createSome(int writer) {
        int created = 0;
        for (int i = 0; i < 5; i++) {
            try {
                cluster.client().create(pod("w" + writer + "-" + i));
                created++;
            } catch (ApiException refused) {
                assertThat(refused).hasMessageContaining("exceeded quota: dev, requested: pods=1, used: pods=10");
            }
        }
        return created;
    }

    @Test
    void anImpossibleQuotaIsNotAccepted() {
        var odd = Quotas.quota("odd", of("pods", "1500m", "flops", "1"), Map.of());
        var conflicting = Quotas.scoped(odd, "BestEffort", "NotBestEffort");

        assertThatThrownBy(() -> cluster.client().create(conflicting))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("spec.hard[pods]: Invalid value: \"1500m\": must be an integer")
                .hasMessageContaining(
                        "spec.hard[flops]: Invalid value: \"flops\": must be a standard resource for quota")
                .hasMessageContaining("conflicting scopes");
        assertThat(List.of(cluster.lister(ResourceQuota.class).list("team").size()))
                .containsExactly(0);
    }
}

package io.kubelayers.interfaces.testkit.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.NamespacedKubernetesClient;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderCallbacks;
import io.fabric8.kubernetes.client.extended.leaderelection.LeaderElectionConfigBuilder;
import io.fabric8.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who want to lead, on one Lease. The client measures real time. */
class Fabric8LeaderElectionTest {
    private static CompletableFuture<?> contend(
            NamespacedKubernetesClient client, String who, BlockingQueue<String> told) {
        var callbacks =
                new LeaderCallbacks(() -> told.add(who + " leads"), () -> told.add(who + " stops"), leader -> {});
        return client.leaderElector()
                .withConfig(new LeaderElectionConfigBuilder()
                        .withName(who)
                        .withLock(new LeaseLock(client.getNamespace(), "leader", who))
                        .withLeaseDuration(Duration.ofSeconds(30))
                        .withRenewDeadline(Duration.ofSeconds(20))
                        .withRetryPeriod(Duration.ofMillis(100))
                        .withReleaseOnCancel(true)
                        .withLeaderCallbacks(callbacks)
                        .build())
                .build()
                .start();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void the_second_leads_when_the_first_lets_go(Transport transport) throws Exception {
        var client = RunningCluster.shared().fabric8(transport);
        var told = new LinkedBlockingQueue<String>();
        var first = contend(client, "first", told);
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("first leads");
        var second = contend(client, "second", told);
        var lease = client.leases().withName("leader");
        assertThat(lease.get().getSpec().getHolderIdentity()).isEqualTo("first");

        first.cancel(true);
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("first stops");
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("second leads");
        assertThat(lease.get().getSpec().getHolderIdentity()).isEqualTo("second");
        second.cancel(true);
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("second stops");
    }
}

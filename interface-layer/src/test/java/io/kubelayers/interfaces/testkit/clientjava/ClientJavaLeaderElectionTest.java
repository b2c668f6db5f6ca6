package io.kubelayers.interfaces.testkit.clientjava;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.interfaces.testkit.RunningCluster;
import io.kubelayers.interfaces.testkit.Transport;
import io.kubernetes.client.extended.leaderelection.LeaderElectionConfig;
import io.kubernetes.client.extended.leaderelection.LeaderElector;
import io.kubernetes.client.extended.leaderelection.resourcelock.LeaseLock;
import io.kubernetes.client.openapi.ApiClient;
import io.kubernetes.client.openapi.ApiException;
import io.kubernetes.client.openapi.apis.CoordinationV1Api;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two who want to lead, on one Lease. The client measures real time. */
@Execution(ExecutionMode.CONCURRENT)
class ClientJavaLeaderElectionTest {
    private static LeaderElector contend(ApiClient client, String namespace, String who, BlockingQueue<String> told) {
        var elector = new LeaderElector(new LeaderElectionConfig(
                new LeaseLock(namespace, "leader", who, client),
                Duration.ofSeconds(8),
                Duration.ofSeconds(5),
                Duration.ofMillis(100)));
        var thread = new Thread(() -> elector.run(() -> told.add(who + " leads"), () -> told.add(who + " stops")));
        thread.setDaemon(true);
        thread.start();
        return elector;
    }

    private static String holder(ApiClient client, String namespace) throws ApiException {
        var lease = new CoordinationV1Api(client).readNamespacedLease("leader", namespace);
        return lease.execute().getSpec().getHolderIdentity();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void the_second_leads_when_the_first_lets_go(Transport transport) throws Exception {
        var client = RunningCluster.shared().clientJava(transport);
        var namespace = RunningCluster.shared().newNamespace();
        var told = new LinkedBlockingQueue<String>();
        var first = contend(client, namespace, "first", told);
        assertThat(told.poll(60, TimeUnit.SECONDS)).isEqualTo("first leads");
        var second = contend(client, namespace, "second", told);
        assertThat(holder(client, namespace)).isEqualTo("first");

        first.close();
        // it lets the lease go before it tells that it stops
        assertThat(Arrays.asList(told.poll(60, TimeUnit.SECONDS), told.poll(60, TimeUnit.SECONDS)))
                .containsExactlyInAnyOrder("first stops", "second leads");
        assertThat(holder(client, namespace)).isEqualTo("second");
        second.close(); // who is left is not asked: a renewal on its way may still arrive after the letting go
    }
}

package io.kubelayers.nucleus.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.coordination.Lease;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One leads at a time; when it falls silent, another follows. */
class LeaderElectorTest {
    private static final ElectionSettings SETTINGS = ElectionSettings.standard("kube-system", "job");

    private final Cluster cluster = Cluster.builder().start();
    private final LeaderElector anna = elector("anna");
    private final LeaderElector berta = elector("berta");

    private LeaderElector elector(String identity) {
        InstantSource clock = cluster::now;
        return new LeaderElector(cluster.client(), SETTINGS, identity, clock);
    }

    private Lease.Spec lease() {
        return cluster.client().on(Lease.class).get("kube-system", "job").spec();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void whoComesFirstLeads() {
        assertThat(anna.tryAcquireOrRenew()).isTrue();
        assertThat(berta.tryAcquireOrRenew()).isFalse();
        assertThat(berta.leader()).isEqualTo("anna");
        assertThat(lease().holderIdentity()).isEqualTo("anna");
        assertThat(lease().leaseDurationSeconds()).isEqualTo(15);
        assertThat(lease().leaseTransitions()).isZero();
    }

    @Test
    void whoRenewsGoesOnLeading() {
        anna.tryAcquireOrRenew();
        var acquired = lease().acquireTime();
        for (int i = 0; i < 20; i++) {
            cluster.advance(Duration.ofSeconds(2));
            assertThat(anna.tryAcquireOrRenew()).isTrue();
            assertThat(berta.tryAcquireOrRenew()).isFalse();
        }
        assertThat(lease().acquireTime()).isEqualTo(acquired);
        assertThat(lease().renewTime()).isEqualTo(cluster.now());
    }

    @Test
    void whoIsSilentIsReplacedWhenTheLeaseHasRunOut() {
        anna.tryAcquireOrRenew();
        berta.tryAcquireOrRenew();
        cluster.advance(Duration.ofSeconds(14));
        assertThat(berta.tryAcquireOrRenew()).isFalse();
        cluster.advance(Duration.ofSeconds(1));
        assertThat(berta.tryAcquireOrRenew()).isTrue();
        assertThat(lease().leaseTransitions()).isEqualTo(1);
        assertThat(anna.tryAcquireOrRenew()).isFalse();
        assertThat(anna.isLeader()).isFalse();
    }

    @Test
    void theLeaseRunsFromWhenItWasSeenAndNotFromWhatItSays() {
        anna.tryAcquireOrRenew();
        cluster.advance(Duration.ofMinutes(1));
        assertThat(berta.tryAcquireOrRenew()).as("its clock may be wrong").isFalse();
        cluster.advance(Duration.ofSeconds(15));
        assertThat(berta.tryAcquireOrRenew()).isTrue();
    }

    @Test
    void whoReleasesIsReplacedAtOnce() {
        anna.tryAcquireOrRenew();
        assertThat(berta.tryAcquireOrRenew()).isFalse();
        assertThat(anna.release()).isTrue();
        assertThat(lease().holderIdentity()).isEmpty();
        assertThat(berta.tryAcquireOrRenew()).isTrue();
        assertThat(lease().leaseTransitions()).isEqualTo(1);
        assertThat(berta.release()).isTrue();
        assertThat(anna.release()).as("it has nothing to release").isTrue();
    }

    @Test
    void aLeaseThatSomebodyDeletesIsMadeAgain() {
        anna.tryAcquireOrRenew();
        cluster.client().on(Lease.class).delete("kube-system", "job");
        assertThat(anna.tryAcquireOrRenew()).isTrue();
        assertThat(lease().holderIdentity()).isEqualTo("anna");
    }

    @Test
    void timesByWhichTwoCouldLeadAreRefused() {
        assertThatThrownBy(() -> times(10, 10, 2)).hasMessage("leaseDuration must be greater than renewDeadline");
        assertThatThrownBy(() -> times(15, 10, 9))
                .hasMessage("renewDeadline must be greater than retryPeriod*JitterFactor");
        assertThatThrownBy(() -> times(15, 10, 0))
                .hasMessage("leaseDuration, renewDeadline and retryPeriod must be greater than zero");
    }

    private static ElectionSettings times(int lease, int renew, int retry) {
        return new ElectionSettings(
                Duration.ofSeconds(lease), Duration.ofSeconds(renew), Duration.ofSeconds(retry), "ns", "name");
    }
}

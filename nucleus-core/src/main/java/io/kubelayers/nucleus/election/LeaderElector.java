package io.kubelayers.nucleus.election;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.errors.ApiException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * Takes part in an election through the API. Safe for use by several threads, of which one tries. Upstream:
 * {@code tryAcquireOrRenew} and {@code release} of {@code leaderelection.go}, over {@code leaselock.go}.
 */
public final class LeaderElector {
    private final Client client;
    private final InstantSource clock;
    private volatile Candidate candidate;

    /** @param identity unique name of this process; two with the same name would both lead */
    public LeaderElector(Client client, ElectionSettings settings, String identity, InstantSource clock) {
        this.client = client;
        this.clock = clock;
        this.candidate = Candidate.named(identity, settings);
    }

    public ElectionSettings settings() {
        return candidate.settings();
    }

    /** Whether it held the lease when it last looked; true also for a while after the lease has run out unrenewed. */
    public boolean isLeader() {
        return candidate.isLeader();
    }

    /** Who led when it last looked, "" for nobody. */
    public String leader() {
        return candidate.leader();
    }

    /**
     * Tries to lead, or to go on leading.
     *
     * @return whether it leads; false also when the API cannot be asked
     */
    public boolean tryAcquireOrRenew() {
        var now = now();
        if (candidate.isLeader() && candidate.isValid(now) && write(now)) {
            return true; // nobody wrote in between, so there is no need to read
        }
        try {
            var leases = client.on(Lease.class);
            var found = leases.find(settings().namespace(), settings().name());
            candidate = found.isPresent()
                    ? candidate.seen(found.get(), now)
                    : Candidate.named(candidate.identity(), candidate.settings());
        } catch (ApiException unreachable) {
            return false;
        }
        return write(now);
    }

    private boolean write(Instant now) {
        var claim = candidate.claim(now);
        if (claim.isEmpty()) {
            return false;
        }
        var leases = client.on(Lease.class);
        try {
            var lease = claim.get();
            var written = lease.metadata().resourceVersion() == null ? leases.create(lease) : leases.update(lease);
            candidate = candidate.wrote(written, now);
            return true;
        } catch (ApiException lost) {
            return false;
        }
    }

    /** Leads no more; somebody else may at once. True if nobody takes it for the leader now. */
    public boolean release() {
        var now = now();
        var released = candidate.release(now);
        if (released.isEmpty()) {
            return true;
        }
        try {
            candidate = candidate.wrote(client.on(Lease.class).update(released.get()), now);
            return true;
        } catch (ApiException lost) {
            return false;
        }
    }

    /** As leases hold it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

package io.kubelayers.nucleus.election;

import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one process knows of an election, and what it makes of it. Immutable. Clocks of other processes are not trusted: a
 * lease runs from when this one last saw it change.
 *
 * @param identity unique name of the process
 * @param settings how the leader is elected
 * @param observed the Lease as last seen or written; null if none was
 * @param observedAt when it was seen to change
 */
public record Candidate(String identity, ElectionSettings settings, @Nullable Lease observed, Instant observedAt) {
    /** A process that has seen nothing yet. */
    public static Candidate named(String identity, ElectionSettings settings) {
        return new Candidate(identity, settings, null, Instant.MIN);
    }

    /** Who leads as far as it knows; "" for nobody. */
    public String leader() {
        var holder = observed == null ? null : observed.spec().holderIdentity();
        return holder == null ? "" : holder;
    }

    public boolean isLeader() {
        return leader().equals(identity);
    }

    /** Whether the lease that it saw last has not run out. */
    public boolean isValid(Instant now) {
        var seconds = observed == null ? null : observed.spec().leaseDurationSeconds();
        return seconds != null && observedAt.plusSeconds(seconds).isAfter(now);
    }

    /** Has read the Lease. */
    Candidate seen(Lease lease, Instant now) {
        boolean same = observed != null && observed.spec().equals(lease.spec());
        return new Candidate(identity, settings, lease, same ? observedAt : now);
    }

    /** Has written the Lease. */
    Candidate wrote(Lease lease, Instant now) {
        return new Candidate(identity, settings, lease, now);
    }

    /** The Lease as it is to be written to lead from now on; empty if somebody else leads. */
    Optional<Lease> claim(Instant now) {
        if (!leader().isEmpty() && !isLeader() && isValid(now)) {
            return Optional.empty();
        }
        var known = observed;
        if (known == null) {
            var metadata = ObjectMetaBuilder.builder()
                    .namespace(settings.namespace())
                    .name(settings.name())
                    .build();
            return Optional.of(LeaseBuilder.builder()
                    .metadata(metadata)
                    .spec(held(Lease.Spec.EMPTY, now).withAcquireTime(now).withLeaseTransitions(0))
                    .build());
        }
        var spec = held(known.spec(), now);
        if (!isLeader()) {
            var transitions = known.spec().leaseTransitions();
            spec = spec.withAcquireTime(now).withLeaseTransitions((transitions == null ? 0 : transitions) + 1);
        }
        return Optional.of(known.withSpec(spec));
    }

    private Lease.Spec held(Lease.Spec spec, Instant now) {
        return spec.withHolderIdentity(identity)
                .withLeaseDurationSeconds((int) settings.leaseDuration().toSeconds())
                .withRenewTime(now);
    }

    /** The Lease as it is to be written to lead no more, so that nobody has to wait; empty if it does not lead. */
    Optional<Lease> release(Instant now) {
        var known = observed;
        return known == null || !isLeader()
                ? Optional.empty()
                : Optional.of(known.withSpec(known.spec()
                        .withHolderIdentity("")
                        .withLeaseDurationSeconds(1)
                        .withAcquireTime(now)
                        .withRenewTime(now)));
    }
}

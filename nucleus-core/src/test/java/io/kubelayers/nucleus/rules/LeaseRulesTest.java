package io.kubelayers.nucleus.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubelayers.nucleus.coordination.Lease;
import io.kubelayers.nucleus.coordination.LeaseBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a lease is given, and to whom, is behind a gate that is off: only leases that had it keep it. */
class LeaseRulesTest {
    private final LeaseRules rules = new LeaseRules();

    @ParameterizedTest
    @CsvSource({
        "        ,   , Oldest, a,       ,  ",
        "Oldest  ,   , Newest, a, Newest,  ",
        "        , a , Newest, b,       , b",
        "Oldest  , a , Newest, b, Newest, b",
        "Oldest  , a ,       ,  ,       ,  "
    })
    void keepWhatTheyHad(
            @Nullable String oldStrategy,
            @Nullable String oldHolder,
            @Nullable String strategy,
            @Nullable String holder,
            @Nullable String keptStrategy,
            @Nullable String keptHolder) {
        var kept = lease(keptStrategy, keptHolder);

        assertThat(rules.prepareForUpdate(lease(strategy, holder), lease(oldStrategy, oldHolder)))
                .isEqualTo(kept);
        assertThat(rules.prepareForCreate(lease(strategy, holder))).isEqualTo(lease(null, null));
    }

    private static Lease lease(@Nullable String strategy, @Nullable String holder) {
        var lease = LeaseBuilder.builder().build();
        return lease.withSpec(lease.spec().withStrategy(strategy).withPreferredHolder(holder));
    }
}

package io.kubelayers.nucleus.control;

import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.runtime.SeededRandom;
import java.util.Optional;

/** Makes simulated controllers fail now and then, to show that they recover. */
@FunctionalInterface
public interface FaultInjector {
    /** The failure with which this reconciliation is to end before it begins, if any. */
    Optional<ApiException> before(String controller, Request request, SeededRandom random);

    static FaultInjector none() {
        return (controller, request, random) -> Optional.empty();
    }
}

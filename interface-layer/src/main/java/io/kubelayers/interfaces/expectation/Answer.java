package io.kubelayers.interfaces.expectation;

import io.kubelayers.nucleus.explain.Explained;
import io.kubelayers.nucleus.explain.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Whether an expectation is met.
 *
 * @param met whether it is
 * @param found what was found instead, or what made it so
 * @param why the reasons; null if the question could not be asked
 */
public record Answer(boolean met, String found, @Nullable Finding why) {
    static Answer of(boolean met, Explained decision) {
        return new Answer(met, decision.explain(), decision.finding());
    }

    static Answer met(String found) {
        return new Answer(true, found, null);
    }

    static Answer missed(String found) {
        return new Answer(false, found, null);
    }
}

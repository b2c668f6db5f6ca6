package io.kubelayers.nucleus.runtime;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * What the machinery may know of the world: the time and chance.
 *
 * @param clock source of every timestamp; a {@link VirtualClock} in simulations
 * @param random source of uids, generated names, jitter and tie-breaks
 */
public record Runtime(InstantSource clock, SeededRandom random) {
    /** Letters of generated names: no vowels, no look-alikes (apimachinery util/rand). */
    private static final String NAME_ALPHABET = "bcdfghjklmnpqrstvwxz2456789";

    public Instant now() {
        return clock.instant();
    }

    /** The time as API objects hold it: whole seconds. */
    public Instant timestamp() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A random (version 4) UUID, as the server gives every new object. */
    public String newUid() {
        long high = (random.nextLong() & ~0xF000L) | 0x4000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Random characters for a generated name. */
    public String nameSuffix(int length) {
        var suffix = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            suffix.append(NAME_ALPHABET.charAt(random.nextInt(NAME_ALPHABET.length())));
        }
        return suffix.toString();
    }
}

package io.kubelayers.governance.podsecurity;

import java.util.Locale;
import java.util.Optional;

/** How strict a policy is; each level forbids all that the ones before it forbid. */
public enum Level {
    /** Everything is allowed. */
    PRIVILEGED,
    /** Known ways to break out of a container are forbidden; most images still run. */
    BASELINE,
    /** Today's best practice is demanded. */
    RESTRICTED;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** The level of this name, written in small letters as labels have it. */
    public static Optional<Level> named(String name) {
        for (var level : values()) {
            if (level.toString().equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}

package io.kubelayers.governance.podsecurity;

/**
 * A policy: a level as it was defined at a version.
 *
 * @param level how strict
 * @param version whose definition
 */
public record LevelVersion(Level level, PolicyVersion version) {
    /** Everything is allowed, always. */
    public static final LevelVersion PRIVILEGED = latest(Level.PRIVILEGED);

    /** The newest definition of a level. */
    public static LevelVersion latest(Level level) {
        return new LevelVersion(level, PolicyVersion.LATEST);
    }

    /**
     * Reads {@code restricted:v1.35}; without a version the latest is meant.
     *
     * @throws IllegalArgumentException if level or version are not known
     */
    public static LevelVersion parse(String text) {
        int colon = text.indexOf(':');
        var level = Level.named(colon < 0 ? text : text.substring(0, colon));
        var version = PolicyVersion.parse(colon < 0 ? "latest" : text.substring(colon + 1));
        if (level.isEmpty() || version.isEmpty()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a policy: expected privileged, baseline or restricted, and perhaps a"
                            + " version as in baseline:v1.35");
        }
        return new LevelVersion(level.get(), version.get());
    }

    boolean isPrivileged() {
        return level == Level.PRIVILEGED;
    }

    /** Whether both forbid the same; privileged has no versions. */
    boolean isEquivalentTo(LevelVersion other) {
        return equals(other) || (isPrivileged() && other.isPrivileged());
    }

    @Override
    public String toString() {
        return level + ":" + version;
    }
}

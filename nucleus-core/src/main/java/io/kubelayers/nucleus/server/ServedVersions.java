package io.kubelayers.nucleus.server;

/**
 * Which versions of which groups this server answers itself: those of its kinds, and those of groups that answer for
 * themselves. Whatever else an APIService registers is served elsewhere. Controllers ask it of their context's answers.
 */
@FunctionalInterface
public interface ServedVersions {
    /** Whether this server answers for {@code group/version}. */
    boolean serves(String group, String version);
}

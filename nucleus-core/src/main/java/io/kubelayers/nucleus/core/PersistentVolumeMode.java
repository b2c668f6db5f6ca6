package io.kubelayers.nucleus.core;

/** The values of {@code PersistentVolumeMode}. */
public final class PersistentVolumeMode {
    public static final String BLOCK = "Block";
    public static final String FILESYSTEM = "Filesystem";

    private PersistentVolumeMode() {}
}

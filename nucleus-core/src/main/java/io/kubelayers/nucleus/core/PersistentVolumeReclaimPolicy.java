package io.kubelayers.nucleus.core;

/** The values of {@code PersistentVolumeReclaimPolicy}. */
public final class PersistentVolumeReclaimPolicy {
    public static final String RECYCLE = "Recycle";
    public static final String DELETE = "Delete";
    public static final String RETAIN = "Retain";

    private PersistentVolumeReclaimPolicy() {}
}

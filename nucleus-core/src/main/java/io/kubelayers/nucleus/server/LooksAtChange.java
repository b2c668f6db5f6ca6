package io.kubelayers.nucleus.server;

/**
 * At what a kind looks again when an object changes, after the server has looked at the metadata of the change. Upstream's
 * strategies differ in it, and since each look tells its errors, some are told twice or three times.
 *
 * @param asNew the whole object is looked at as if it were new, before its change is
 * @param metadataAsNew its metadata is looked at as if it were new (once more, if the whole object was)
 * @param metadata the change of its metadata is looked at a second time
 */
public record LooksAtChange(boolean asNew, boolean metadataAsNew, boolean metadata) {
    /** What most kinds do: the change of metadata is looked at twice. */
    public static final LooksAtChange USUAL = new LooksAtChange(false, false, true);

    /** No second look at metadata. */
    public static final LooksAtChange ONCE = new LooksAtChange(false, false, false);

    /** Metadata as of a new object, too. */
    public LooksAtChange withMetadataAsNew() {
        return new LooksAtChange(asNew, true, metadata);
    }

    /** The whole as a new object, too. */
    public LooksAtChange withAllAsNew() {
        return new LooksAtChange(true, metadataAsNew, metadata);
    }
}

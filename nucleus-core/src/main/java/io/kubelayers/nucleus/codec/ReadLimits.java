package io.kubelayers.nucleus.codec;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How much a text may demand of its reader.
 *
 * @param maxLength characters of the whole text
 * @param maxDepth objects and arrays inside one another; upstream allows 10,000, which no real object comes near
 * @param maxNumberLength characters of one number
 * @param maxDocuments YAML documents, or JSON values one after another, in one text
 */
@RecordBuilder
public record ReadLimits(int maxLength, int maxDepth, int maxNumberLength, int maxDocuments)
        implements ReadLimitsBuilder.With {
    /** What the API server takes as a request body: 3 MiB, as upstream. */
    public static final ReadLimits REQUEST = new ReadLimits(3 * 1024 * 1024, 500, 1000, 10_000);

    /** What is read from files that the user chose: 64 MiB. */
    public static final ReadLimits FILE = new ReadLimits(64 * 1024 * 1024, 500, 1000, 100_000);

    public ReadLimits {
        if (maxLength < 1 || maxDepth < 1 || maxNumberLength < 1 || maxDocuments < 1) {
            throw new IllegalArgumentException("limits must be positive");
        }
        if (maxDepth > 2000) {
            throw new IllegalArgumentException("maxDepth must be at most 2000: readers recurse on the stack");
        }
    }
}

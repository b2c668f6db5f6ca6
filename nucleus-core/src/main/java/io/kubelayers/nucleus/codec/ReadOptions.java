package io.kubelayers.nucleus.codec;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * How to read a text.
 *
 * @param validation what happens to unknown and duplicate fields
 * @param lenient whether kinds outside the registry become {@link io.kubelayers.nucleus.meta.DynamicObject}s instead of
 *     errors
 * @param source name of the text in messages, such as a file name; empty if it has none
 * @param limits how large and deep the text may be
 */
@RecordBuilder
public record ReadOptions(FieldValidation validation, boolean lenient, String source, ReadLimits limits)
        implements ReadOptionsBuilder.With {
    private static final ReadOptions STRICT = new ReadOptions(FieldValidation.STRICT, false, "", ReadLimits.FILE);
    private static final ReadOptions WARN = STRICT.withValidation(FieldValidation.WARN);
    private static final ReadOptions IGNORE = STRICT.withValidation(FieldValidation.IGNORE);

    /** Unknown and duplicate fields are errors. */
    public static ReadOptions strict() {
        return STRICT;
    }

    /** Unknown and duplicate fields are reported; what the API server does unless told otherwise. */
    public static ReadOptions warn() {
        return WARN;
    }

    /** Unknown and duplicate fields are dropped silently. */
    public static ReadOptions ignore() {
        return IGNORE;
    }

    /** The same options for a text of that name. */
    public ReadOptions named(String source) {
        return withSource(source);
    }

    /** The same options, with kinds outside the registry accepted. */
    public ReadOptions acceptingUnknownKinds() {
        return withLenient(true);
    }
}

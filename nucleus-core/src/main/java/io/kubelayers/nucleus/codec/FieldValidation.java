package io.kubelayers.nucleus.codec;

/** What happens to fields that are unknown or given twice: the {@code fieldValidation} of a write request. */
public enum FieldValidation {
    /** They are an error. */
    STRICT,
    /** They are dropped (of duplicates the last one counts), and each is reported. */
    WARN,
    /** They are dropped without a word. */
    IGNORE
}

package io.kubelayers.nucleus.api;

/**
 * The type of an API field: a scalar, or something made of other types.
 *
 * <p>These are all the shapes that occur in the Kubernetes API; whoever walks a {@link RecordSchema} (codec, patching,
 * apply, OpenAPI) switches over them and nothing else.
 */
public sealed interface FieldType {

    /** A value without inner structure, and how JSON shows it. */
    enum Scalar implements FieldType {
        /** A JSON string. */
        STRING,
        /** A JSON boolean. */
        BOOL,
        /** A whole number of 32 bits. */
        INT,
        /** A whole number of 64 bits. */
        LONG,
        /** A floating point number. */
        DOUBLE,
        /** {@link io.kubelayers.nucleus.value.Quantity}: a string such as {@code 500m}; a number is accepted. */
        QUANTITY,
        /** {@link io.kubelayers.nucleus.value.IntOrString}: a 32-bit number or a string. */
        INT_OR_STRING,
        /** {@link java.time.Instant} in whole seconds: an RFC 3339 string in UTC. */
        TIME,
        /** {@link java.time.Instant} in microseconds: an RFC 3339 string in UTC with six fraction digits. */
        MICRO_TIME,
        /** {@link java.time.Duration}: a Go duration string such as {@code 1m30s}. */
        DURATION,
        /** {@link io.kubelayers.nucleus.value.Bytes}: a base64 string. */
        BYTES,
        /** Any JSON value, held as a plain tree. */
        ANY,
        /** A JSON object (upstream lets anything pass), held as a plain tree exactly as it came. */
        OBJECT
    }

    /**
     * A JSON object with the fields of a record.
     *
     * @param type the record class
     */
    record Struct(Class<? extends Record> type) implements FieldType {
        /** The fields of the record. */
        public RecordSchema schema() {
            return RecordSchema.of(type);
        }
    }

    /**
     * A value that takes one of the shapes of an {@link Untagged} record's components, told by the JSON type.
     *
     * @param type the record class
     */
    record Union(Class<? extends Record> type) implements FieldType {
        /** The alternatives, one a field. */
        public RecordSchema schema() {
            return RecordSchema.of(type);
        }
    }

    /**
     * A JSON array.
     *
     * @param item type of each item
     */
    record ListOf(FieldType item) implements FieldType {}

    /**
     * A JSON object with free keys.
     *
     * @param value type of each value
     */
    record MapOf(FieldType value) implements FieldType {}
}

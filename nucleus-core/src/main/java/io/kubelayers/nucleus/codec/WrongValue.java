package io.kubelayers.nucleus.codec;

import java.util.List;

/** Ends a reading at a wrong value; becomes a {@link FieldTypeException} once the place in the text is known. */
final class WrongValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Object> elements;
    private final transient FieldTypeException failure;

    WrongValue(FieldPath path, String expected, String found, String detail, String converterDetail) {
        super(detail, null, false, false);
        this.elements = path.elements();
        this.failure = new FieldTypeException(Location.NONE, path.toString(), expected, found, detail, converterDetail);
    }

    List<Object> elements() {
        return elements;
    }

    FieldTypeException at(Location location) {
        return failure.at(location);
    }
}

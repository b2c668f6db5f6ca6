package io.kubelayers.interfaces.table;

/** A column's path is not one of the simple paths that columns may have. */
public final class JsonPathException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    JsonPathException(String path, String why) {
        super("can't read JSON path \"" + path + "\": " + why);
    }
}

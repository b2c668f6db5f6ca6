package io.kubelayers.interfaces.expectation;

/** Thrown for a file of expectations that cannot be read; the message begins with file and line. */
public final class ExpectationFileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** @param message file, line and problem */
    ExpectationFileException(String message) {
        super(message);
    }

    ExpectationFileException(String place, String message) {
        super(place + ": " + message);
    }
}

package io.kubelayers.nucleus.volume;

import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.List;

/** What is wrong with paths inside volumes, in upstream's words (core/validation/validation.go). */
public final class FilePaths {
    private FilePaths() {}

    /** A path that does not lead up. */
    public static void noBacksteps(FieldPath at, String path, List<FieldError> errors) {
        if (hasBacksteps(path)) {
            errors.add(FieldError.invalid(at, path, "must not contain '..'"));
        }
    }

    /** A relative path that does not lead up. */
    public static void descending(FieldPath at, String path, List<FieldError> errors) {
        if (path.startsWith("/")) {
            errors.add(FieldError.invalid(at, path, "must be a relative path"));
        }
        noBacksteps(at, path, errors);
    }

    /** A relative path that does not lead up and does not begin like those that the agent makes for itself. */
    public static void notReserved(FieldPath at, String path, List<FieldError> errors) {
        descending(at, path, errors);
        if (path.startsWith("..") && !path.startsWith("../")) {
            errors.add(FieldError.invalid(at, path, "must not start with '..'"));
        }
    }

    /** Whether one step of the path leads up. */
    public static boolean hasBacksteps(String path) {
        for (int i = path.indexOf(".."); i >= 0; i = path.indexOf("..", i + 1)) {
            if ((i == 0 || path.charAt(i - 1) == '/') && (i + 2 == path.length() || path.charAt(i + 2) == '/')) {
                return true;
            }
        }
        return false;
    }
}

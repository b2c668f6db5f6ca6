package io.kubelayers.nucleus.files;

/** Something that can't be done with files, in the words of POSIX. */
public final class FileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private FileException(String message) {
        super(message);
    }

    /** The words alone, without the path. */
    public String text() {
        return String.valueOf(getMessage());
    }

    public static FileException missing() {
        return new FileException("No such file or directory");
    }

    public static FileException notDirectory() {
        return new FileException("Not a directory");
    }

    public static FileException isDirectory() {
        return new FileException("Is a directory");
    }

    public static FileException exists() {
        return new FileException("File exists");
    }

    public static FileException readOnly() {
        return new FileException("Read-only file system");
    }

    public static FileException busy() {
        return new FileException("Device or resource busy");
    }

    public static FileException full() {
        return new FileException("No space left on device");
    }
}

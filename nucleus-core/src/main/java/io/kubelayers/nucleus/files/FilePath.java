package io.kubelayers.nucleus.files;

import java.util.ArrayList;
import java.util.List;

/** Absolute paths: they start with a slash, end with none (but for the root), and have no dots to go through. */
public final class FilePath {
    public static final String ROOT = "/";

    private FilePath() {}

    /** A path, absolute or seen from a directory, without dots and double slashes; it never leaves the root. */
    public static String resolve(String directory, String path) {
        var names = new ArrayList<String>();
        for (var name : names(path.startsWith(ROOT) ? path : directory + ROOT + path)) {
            if (!name.equals("..")) {
                names.add(name);
            } else if (!names.isEmpty()) {
                names.remove(names.size() - 1);
            }
        }
        return ROOT + String.join(ROOT, names);
    }

    /** The directory that holds it; the root holds itself. */
    public static String parent(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? ROOT : path.substring(0, slash);
    }

    /** The last name; "" of the root. */
    public static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of something in a directory. */
    public static String child(String directory, String name) {
        return directory.equals(ROOT) ? ROOT + name : directory + ROOT + name;
    }

    /** Whether it is the directory or in it, however deep. */
    public static boolean isWithin(String path, String directory) {
        return directory.equals(ROOT) || path.equals(directory) || path.startsWith(directory + ROOT);
    }

    private static List<String> names(String path) {
        var names = new ArrayList<String>();
        for (var name : path.split("/")) {
            if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return names;
    }
}

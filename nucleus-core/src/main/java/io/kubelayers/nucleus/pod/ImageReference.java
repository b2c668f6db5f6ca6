package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PullPolicy;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads image references such as {@code registry:5000/team/web:1.2@sha256:…}. */
public final class ImageReference {
    /** Longest name, registry and path together. */
    private static final int NAME_MAX = 255;

    private ImageReference() {}

    /** The tag, {@code latest} when there is neither tag nor digest, "" when there is only a digest or no valid name. */
    public static String tag(@Nullable String image) {
        if (image == null) {
            return "";
        }
        int digest = image.indexOf('@');
        var name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        boolean tagged = colon > name.lastIndexOf('/');
        if (!isName(tagged ? name.substring(0, colon) : name)) {
            return "";
        }
        if (tagged) {
            return name.substring(colon + 1);
        }
        return digest < 0 ? "latest" : "";
    }

    /** A registry, if there is one, and path components of lower case letters, digits and inner separators. */
    private static boolean isName(String name) {
        if (name.length() > NAME_MAX) {
            return false;
        }
        int slash = name.indexOf('/');
        var first = slash < 0 ? "" : name.substring(0, slash);
        boolean registry = first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
        var path = registry ? name.substring(slash + 1) : name;
        boolean inner = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            boolean separator = c == '.' || c == '_' || c == '-' || c == '/';
            boolean repeats = i > 0 && c == path.charAt(i - 1) && (c == '-' || c == '_');
            if (!plain && (!separator || !inner && !repeats)) {
                return false;
            }
            inner = plain;
        }
        return inner;
    }

    /** What a container does about its image when it does not say: the newest always, anything pinned only once. */
    public static String defaultPullPolicy(@Nullable String image) {
        return tag(image).equals("latest") ? PullPolicy.ALWAYS : PullPolicy.IF_NOT_PRESENT;
    }
}

package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.PullPolicy;
import org.jspecify.annotations.Nullable;

/** Reads image references such as {@code registry:5000/team/web:1.2@sha256:…}. */
public final class ImageReference {
    private ImageReference() {}

    /** The tag, {@code latest} when there is neither tag nor digest, "" when there is only a digest. */
    public static String tag(@Nullable String image) {
        if (image == null) {
            return "latest";
        }
        int digest = image.indexOf('@');
        var name = digest < 0 ? image : image.substring(0, digest);
        int colon = name.lastIndexOf(':');
        if (colon > name.lastIndexOf('/')) {
            return name.substring(colon + 1);
        }
        return digest < 0 ? "latest" : "";
    }

    /** What a container does about its image when it does not say: the newest always, anything pinned only once. */
    public static String defaultPullPolicy(@Nullable String image) {
        return tag(image).equals("latest") ? PullPolicy.ALWAYS : PullPolicy.IF_NOT_PRESENT;
    }
}

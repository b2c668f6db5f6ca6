package io.kubelayers.nucleus.types;

/**
 * An API group in one version, the {@code apiVersion} of objects: {@code apps/v1}, or {@code v1} for the core group.
 *
 * @param group group name; empty is the core group
 * @param version version, such as {@code v1} or {@code v1beta1}
 */
public record GroupVersion(String group, String version) {
    /**
     * Reads an {@code apiVersion}.
     *
     * @throws IllegalArgumentException if it holds more than one slash, worded as upstream does
     */
    public static GroupVersion parse(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        if (slash < 0) {
            return new GroupVersion("", apiVersion);
        }
        if (apiVersion.indexOf('/', slash + 1) >= 0) {
            throw new IllegalArgumentException("unexpected GroupVersion string: " + apiVersion);
        }
        return new GroupVersion(apiVersion.substring(0, slash), apiVersion.substring(slash + 1));
    }

    /** The {@code apiVersion} text of a group and version. */
    public static String text(String group, String version) {
        return group.isEmpty() ? version : group.concat("/").concat(version);
    }

    @Override
    public String toString() {
        return text(group, version);
    }
}

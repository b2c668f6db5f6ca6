package io.kubelayers.application.scheduling.framework;

/**
 * Which resource names the scheduler counts besides cpu, memory, ephemeral storage and pods. Upstream:
 * {@code IsScalarResourceName} of {@code scheduler/util/utils.go} and {@code apis/core/v1/helper/helpers.go}.
 */
public final class ScalarResource {
    private static final String NATIVE_PREFIX = "kubernetes.io/";
    private static final String QUOTA_PREFIX = "requests.";
    private static final int MAX_DOMAIN = 253;
    private static final int MAX_NAME = 63;

    private ScalarResource() {}

    /** Extended resources, huge pages, attachable volumes, and names in the kubernetes.io domain. */
    public static boolean is(String name) {
        return isExtended(name)
                || name.startsWith("hugepages-")
                || name.contains(NATIVE_PREFIX)
                || name.startsWith("attachable-volumes-");
    }

    /**
     * Resources that device plugins offer: {@code example.com/gpu}. A domain, a slash and a name, outside
     * kubernetes.io.
     */
    public static boolean isExtended(String name) {
        int slash = name.indexOf('/');
        // as upstream asks: would it still be a qualified name as the key of a quota, "requests." in front
        return slash > 0
                && !name.contains(NATIVE_PREFIX)
                && !name.startsWith(QUOTA_PREFIX)
                && slash + QUOTA_PREFIX.length() <= MAX_DOMAIN
                && name.length() - slash - 1 <= MAX_NAME
                && name.length() > slash + 1
                && name.indexOf('/', slash + 1) < 0;
    }

    /** {@code example.com} of {@code example.com/gpu}. */
    public static String group(String extendedResource) {
        return extendedResource.substring(0, extendedResource.indexOf('/'));
    }
}

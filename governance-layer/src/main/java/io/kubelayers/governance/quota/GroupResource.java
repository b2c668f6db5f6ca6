package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.api.Kind;
import io.kubelayers.nucleus.meta.KubernetesObject;

/**
 * A resource of an API group, in whatever version: what quota counts by.
 *
 * @param group API group, empty for the core group
 * @param resource plural name
 */
public record GroupResource(String group, String resource) {
    private static final ClassValue<GroupResource> BY_KIND = new ClassValue<>() {
        @Override
        protected GroupResource computeValue(Class<?> type) {
            var kind = type.getAnnotation(Kind.class);
            if (kind == null) {
                throw new IllegalArgumentException("no record of a kind: " + type.getName());
            }
            return new GroupResource(kind.group(), kind.plural());
        }
    };

    /**
     * The resource that a record class stands for.
     *
     * @throws IllegalArgumentException if the class is not that of a kind, such as that of a custom object
     */
    public static GroupResource of(Class<? extends KubernetesObject> kind) {
        return BY_KIND.get(kind);
    }

    /** The quota name that counts objects of this resource: {@code count/deployments.apps}. */
    public String countName() {
        return "count/" + this;
    }

    /** {@code deployments.apps}; without group {@code pods}. */
    @Override
    public String toString() {
        return group.isEmpty() ? resource : resource + "." + group;
    }
}

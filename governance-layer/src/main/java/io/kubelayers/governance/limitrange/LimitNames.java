package io.kubelayers.governance.limitrange;

import io.kubelayers.governance.limitrange.LimitRange.LimitType;
import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Set;

/** Names that a LimitRange may use. A name without a slash must be one that Kubernetes knows. */
final class LimitNames {
    private static final Set<String> TYPES =
            Set.of(LimitType.POD, LimitType.CONTAINER, LimitType.PERSISTENT_VOLUME_CLAIM);
    private static final Set<String> OF_CONTAINERS =
            Set.of(ResourceName.CPU, ResourceName.MEMORY, ResourceName.EPHEMERAL_STORAGE);
    private static final Set<String> STANDARD = Set.of(
            "cpu",
            "memory",
            "ephemeral-storage",
            "storage",
            "requests.cpu",
            "requests.memory",
            "requests.storage",
            "requests.ephemeral-storage",
            "limits.cpu",
            "limits.memory",
            "limits.ephemeral-storage",
            "pods",
            "resourcequotas",
            "services",
            "replicationcontrollers",
            "secrets",
            "configmaps",
            "persistentvolumeclaims",
            "services.nodeports",
            "services.loadbalancers");
    private static final String HUGE_PAGES = "hugepages-";

    private LimitNames() {}

    static void checkType(String type, FieldPath path, List<FieldError> errors) {
        check(type, path, TYPES.contains(type), "must be a standard limit type or fully qualified", errors);
    }

    static void checkResource(String type, String name, FieldPath path, List<FieldError> errors) {
        var complaints = Names.qualifiedName(name);
        if (!complaints.isEmpty()) {
            complaints.forEach(complaint -> errors.add(FieldError.invalid(path, name, complaint)));
        } else if (isPlain(name) && !STANDARD.contains(name) && !name.contains(HUGE_PAGES)) {
            errors.add(FieldError.invalid(path, name, "must be a standard resource type or fully qualified"));
        }
        boolean ofContainers = type.equals(LimitType.POD) || type.equals(LimitType.CONTAINER);
        if (ofContainers && isPlain(name) && !OF_CONTAINERS.contains(name) && !name.startsWith(HUGE_PAGES)) {
            errors.add(FieldError.invalid(path, name, "must be a standard resource for containers"));
        }
    }

    private static boolean isPlain(String name) {
        return name.indexOf('/') < 0;
    }

    private static void check(String name, FieldPath path, boolean known, String detail, List<FieldError> errors) {
        var complaints = Names.qualifiedName(name);
        if (!complaints.isEmpty()) {
            complaints.forEach(complaint -> errors.add(FieldError.invalid(path, name, complaint)));
        } else if (!known && name.indexOf('/') < 0) {
            errors.add(FieldError.invalid(path, name, detail));
        }
    }

    /** Only native resources other than huge pages may be promised to more containers than there is of them. */
    static boolean mayBeOvercommitted(String resource) {
        boolean isNative = resource.indexOf('/') < 0 || resource.contains("kubernetes.io/");
        return isNative && !resource.startsWith(HUGE_PAGES);
    }
}

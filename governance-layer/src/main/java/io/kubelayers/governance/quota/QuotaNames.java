package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.core.ResourceName;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Set;

/** Names that a quota may limit. A name without a slash must be one that Kubernetes knows. */
final class QuotaNames {
    /** Counted in whole objects. */
    private static final Set<String> OBJECTS = Set.of(
            ResourceName.PODS,
            ResourceName.RESOURCEQUOTAS,
            ResourceName.SERVICES,
            ResourceName.REPLICATIONCONTROLLERS,
            ResourceName.SECRETS,
            ResourceName.CONFIGMAPS,
            ResourceName.PERSISTENTVOLUMECLAIMS,
            ResourceName.SERVICES_NODEPORTS,
            ResourceName.SERVICES_LOADBALANCERS);

    private static final Set<String> AMOUNTS = Set.of(
            ResourceName.CPU,
            ResourceName.MEMORY,
            ResourceName.EPHEMERAL_STORAGE,
            ResourceName.REQUESTS_CPU,
            ResourceName.REQUESTS_MEMORY,
            ResourceName.REQUESTS_STORAGE,
            ResourceName.REQUESTS_EPHEMERAL_STORAGE,
            ResourceName.LIMITS_CPU,
            ResourceName.LIMITS_MEMORY,
            ResourceName.LIMITS_EPHEMERAL_STORAGE);

    private QuotaNames() {}

    static boolean isStandard(String name) {
        return OBJECTS.contains(name)
                || AMOUNTS.contains(name)
                || PodQuotaNames.isHugePages(name)
                || PodQuotaNames.isRequestOfHugePages(name);
    }

    static boolean isInteger(String name) {
        return OBJECTS.contains(name) || PodQuotaNames.isExtended(name);
    }

    static void check(String name, FieldPath path, List<FieldError> errors) {
        var complaints = Names.qualifiedName(name);
        complaints.forEach(complaint -> errors.add(FieldError.invalid(path, name, complaint)));
        if (name.indexOf('/') >= 0 || isStandard(name)) {
            return;
        }
        if (complaints.isEmpty() && !name.equals(ResourceName.STORAGE)) {
            errors.add(FieldError.invalid(path, name, "must be a standard resource type or fully qualified"));
        }
        errors.add(FieldError.invalid(path, name, "must be a standard resource for quota"));
    }
}

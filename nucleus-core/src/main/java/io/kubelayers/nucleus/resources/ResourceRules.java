package io.kubelayers.nucleus.resources;

import io.kubelayers.nucleus.core.ResourceRequirements;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldError.Type;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.value.Quantity;
import io.kubelayers.nucleus.value.QuantityFormatException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is wrong with amounts of resources, in upstream's words (core/validation/validation.go, {@code
 * validateResourceRequirements} and what it calls).
 */
public final class ResourceRules {
    private static final List<String> OF_PODS = List.of("cpu", "hugepages-", "memory");

    private ResourceRules() {}

    /** The requirements of a container. The claims that it names are those of this set. */
    public static void container(
            FieldPath path, ResourceRequirements resources, SortedSet<String> podClaims, List<FieldError> errors) {
        requirements(path, resources, false, podClaims, errors);
    }

    /** The requirements of a pod as a whole. */
    public static void pod(
            FieldPath path, ResourceRequirements resources, SortedSet<String> podClaims, List<FieldError> errors) {
        requirements(path, resources, true, podClaims, errors);
    }

    /** Amounts that stand as limits of a container, such as the overhead of a runtime. */
    public static void limits(FieldPath path, Map<String, Quantity> limits, List<FieldError> errors) {
        requirements(path, new ResourceRequirements(limits, Map.of(), List.of()), false, new TreeSet<>(), errors);
    }

    private static void requirements(
            FieldPath path,
            ResourceRequirements resources,
            boolean ofPod,
            SortedSet<String> podClaims,
            List<FieldError> errors) {
        var limits = resources.limits();
        var requests = resources.requests();
        if (!limits.isEmpty() || !requests.isEmpty()) {
            for (var limit : limits.entrySet()) {
                amount(path.child("limits"), limit, ofPod, errors);
            }
            for (var request : requests.entrySet()) {
                amount(path.child("requests"), request, ofPod, errors);
                againstLimit(path, request, limits, errors);
            }
            if (hasHugePages(limits) || hasHugePages(requests)) {
                needsCpuOrMemory(path, limits, requests, errors);
            }
        }
        if (!resources.claims().isEmpty()) {
            claims(path.child("claims"), resources.claims(), podClaims, errors);
        }
    }

    private static void amount(
            FieldPath path, Map.Entry<String, Quantity> amount, boolean ofPod, List<FieldError> errors) {
        var name = amount.getKey();
        var at = path.key(name);
        if (!ofPod) {
            containerName(at, name, errors);
        } else if (name(at, name, errors) && !PodLevel.isSupported(name)) {
            errors.add(FieldError.notSupported(at, name, OF_PODS));
        }
        value(at, name, amount.getValue(), errors);
        if (ResourceNames.isHugePages(name) && !isWholePages(name, amount.getValue())) {
            var text = amount.getValue().toString();
            errors.add(FieldError.invalid(at, text, text + " is not positive integer multiple of " + name));
        }
    }

    private static boolean isWholePages(String name, Quantity amount) {
        try {
            var page = Quantity.parse(ResourceNames.pageSize(name));
            return page.sign() > 0 && page.milliValue() % 1000 == 0 && amount.value() % page.value() == 0;
        } catch (QuantityFormatException noSize) {
            return false;
        }
    }

    private static void againstLimit(
            FieldPath path,
            Map.Entry<String, Quantity> request,
            Map<String, Quantity> limits,
            List<FieldError> errors) {
        var name = request.getKey();
        var limit = limits.get(name);
        boolean overcommit = ResourceNames.allowsOvercommit(name);
        if (limit == null) {
            if (!overcommit) {
                errors.add(FieldError.required(
                        path.child("limits"), "Limit must be set for non overcommitable resources"));
            }
            return;
        }
        int compared = request.getValue().compareTo(limit);
        if (compared > 0 || compared != 0 && !overcommit) {
            errors.add(FieldError.invalid(
                    path.child("requests"),
                    request.getValue().toString(),
                    (overcommit ? "must be less than or equal to " : "must be equal to ") + name + " limit of "
                            + limit));
        }
    }

    private static boolean hasHugePages(Map<String, Quantity> amounts) {
        for (var name : amounts.keySet()) {
            if (ResourceNames.isHugePages(name)) {
                return true;
            }
        }
        return false;
    }

    private static void needsCpuOrMemory(
            FieldPath path, Map<String, Quantity> limits, Map<String, Quantity> requests, List<FieldError> errors) {
        if (!limits.containsKey("cpu")
                && !limits.containsKey("memory")
                && !requests.containsKey("cpu")
                && !requests.containsKey("memory")) {
            errors.add(FieldError.forbidden(path, "HugePages require cpu or memory"));
        }
    }

    /** The name of a resource; true if nothing is wrong with it. */
    public static boolean name(FieldPath path, String name, List<FieldError> errors) {
        var complaints = Names.qualifiedName(name);
        MetaRules.invalid(path, name, complaints, errors);
        if (complaints.isEmpty() && name.indexOf('/') < 0 && !ResourceNames.isStandard(name)) {
            errors.add(FieldError.invalid(path, name, "must be a standard resource type or fully qualified"));
            return false;
        }
        return complaints.isEmpty();
    }

    /** The name of a resource that containers have. */
    public static void containerName(FieldPath path, String name, List<FieldError> errors) {
        if (ResourceNames.isStandardOfContainers(name) && !ResourceNames.isHugePages(name)) {
            return;
        }
        name(path, name, errors);
        if (name.indexOf('/') < 0) {
            if (!ResourceNames.isStandardOfContainers(name)) {
                errors.add(FieldError.invalid(path, name, "must be a standard resource for containers"));
            }
        } else if (!ResourceNames.isNative(name) && !ResourceNames.isExtended(name)) {
            errors.add(FieldError.invalid(path, name, "doesn't follow extended resource name standard"));
        }
    }

    /** An amount: not negative, and whole where there are only whole ones. */
    public static void value(FieldPath path, String name, Quantity amount, List<FieldError> errors) {
        if (amount.sign() < 0) {
            errors.add(FieldError.invalid(path, amount.toString(), "must be greater than or equal to 0"));
        }
        if (ResourceNames.isCounted(name) && amount.milliValue() % 1000 != 0) {
            errors.add(FieldError.invalid(path, amount.toString(), "must be an integer"));
        }
    }

    private static void claims(
            FieldPath path,
            List<ResourceRequirements.ResourceClaim> claims,
            SortedSet<String> podClaims,
            List<FieldError> errors) {
        var seen = new HashSet<String>();
        for (int i = 0; i < claims.size(); i++) {
            var name = claims.get(i).name();
            if (name.isEmpty()) {
                errors.add(FieldError.required(path.index(i), ""));
                continue;
            }
            claim(path.index(i), claims.get(i), seen, errors);
            if (!podClaims.contains(name)) {
                var known = podClaims.isEmpty() ? " which is empty" : ": " + String.join(", ", podClaims);
                errors.add(new FieldError(
                        Type.NOT_FOUND,
                        path.index(i).toString(),
                        name,
                        "must be one of the names in pod.spec.resourceClaims" + known));
            }
        }
    }

    private static void claim(
            FieldPath path, ResourceRequirements.ResourceClaim claim, HashSet<String> seen, List<FieldError> errors) {
        var name = claim.name();
        var request = claim.request();
        if (seen.contains(name)) {
            errors.add(FieldError.duplicate(path, name));
            return;
        }
        var key = name;
        if (request != null && !request.isEmpty()) {
            MetaRules.invalid(path.child("request"), request, Names.dnsLabel(request), errors);
            key += "/" + request;
        }
        if (seen.contains(key)) {
            errors.add(FieldError.duplicate(path, key));
        } else if (key.equals(name)) {
            for (var other : seen) {
                if (other.startsWith(name + "/")) {
                    errors.add(FieldError.duplicate(path, name));
                }
            }
        }
        seen.add(key);
    }
}

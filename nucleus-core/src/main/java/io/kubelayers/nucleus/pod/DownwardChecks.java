package io.kubelayers.nucleus.pod;

import io.kubelayers.nucleus.core.ObjectFieldSelector;
import io.kubelayers.nucleus.core.ResourceFieldSelector;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What is wrong with references to fields of the pod itself ({@code validateObjectFieldSelector} and its like). */
final class DownwardChecks {
    /** What variables can show. */
    static final List<String> OF_ENV = List.of(
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.serviceAccountName",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    /** What files can show. */
    static final List<String> OF_VOLUMES =
            List.of("metadata.annotations", "metadata.labels", "metadata.name", "metadata.namespace", "metadata.uid");

    /** Fields that pods can be selected by; other names are not known at all. */
    private static final Set<String> KNOWN = Set.of(
            "metadata.annotations",
            "metadata.labels",
            "metadata.name",
            "metadata.namespace",
            "metadata.uid",
            "spec.nodeName",
            "spec.restartPolicy",
            "spec.serviceAccountName",
            "spec.schedulerName",
            "status.phase",
            "status.hostIP",
            "status.hostIPs",
            "status.podIP",
            "status.podIPs");

    private static final List<String> RESOURCES = List.of(
            "limits.cpu",
            "limits.ephemeral-storage",
            "limits.memory",
            "requests.cpu",
            "requests.ephemeral-storage",
            "requests.memory");

    private static final Set<String> CPU_DIVISORS = Set.of("1m", "1");
    private static final Set<String> DIVISORS =
            Set.of("1", "1k", "1M", "1G", "1T", "1P", "1E", "1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");

    private DownwardChecks() {}

    static void field(FieldPath path, ObjectFieldSelector selector, List<String> supported, List<FieldError> errors) {
        var field = selector.fieldPath();
        var at = path.child("fieldPath");
        if (selector.apiVersion() == null) {
            errors.add(FieldError.required(path.child("apiVersion"), ""));
            return;
        }
        if (field.isEmpty()) {
            errors.add(FieldError.required(at, ""));
            return;
        }
        int open = subscript(field);
        var known = knownAs(selector.apiVersion(), field, open);
        if (known.startsWith("!")) {
            errors.add(FieldError.invalid(at, field, "error converting fieldPath: " + known.substring(1)));
        } else if (open > 0) {
            var key = field.substring(open + 2, field.length() - 2);
            var plain = field.startsWith("metadata.annotations[") ? key.toLowerCase(Locale.ROOT) : key;
            MetaRules.invalid(path, plain, Names.qualifiedName(plain), errors);
        } else if (!supported.contains(known)) {
            errors.add(FieldError.notSupported(at, known, supported));
        }
    }

    /** Where {@code ['} begins the subscript of a field, before the {@code ']} that ends it; -1 if it has none. */
    private static int subscript(String field) {
        int open = field.endsWith("']") ? field.indexOf("['") : -1;
        return open + 4 <= field.length() ? open : -1;
    }

    /** The name of the field inside the server, or an exclamation mark and what is wrong. */
    private static String knownAs(String apiVersion, String field, int open) {
        if (!apiVersion.equals("v1")) {
            return "!unsupported pod version: " + apiVersion;
        }
        if (open > 0) {
            var map = field.substring(0, open);
            return map.equals("metadata.annotations") || map.equals("metadata.labels")
                    ? field
                    : "!field label does not support subscript: " + field;
        }
        if (field.equals("spec.host")) {
            return "spec.nodeName";
        }
        return KNOWN.contains(field) ? field : "!field label not supported: " + field;
    }

    static void resource(FieldPath path, ResourceFieldSelector selector, boolean ofVolume, List<FieldError> errors) {
        var resource = selector.resource();
        boolean hugePages = resource.startsWith("requests.hugepages-") || resource.startsWith("limits.hugepages-");
        if (ofVolume && selector.containerName() == null) {
            errors.add(FieldError.required(path.child("containerName"), ""));
        } else if (resource.isEmpty()) {
            errors.add(FieldError.required(path.child("resource"), ""));
        } else if (!hugePages && !RESOURCES.contains(resource)) {
            errors.add(FieldError.notSupported(path.child("resource"), resource, RESOURCES));
        }
        if (!selector.divisor().isZero()) {
            divisor(path.child("divisor"), resource, selector.divisor().toString(), hugePages, errors);
        }
    }

    private static void divisor(
            FieldPath path, String resource, String divisor, boolean hugePages, List<FieldError> errors) {
        if (resource.endsWith(".cpu")) {
            if (!CPU_DIVISORS.contains(divisor) && RESOURCES.contains(resource)) {
                errors.add(FieldError.invalid(
                        path, resource, "only divisor's values 1m and 1 are supported with the cpu resource"));
            }
            return;
        }
        var kind = hugePages ? "hugepages" : resource.endsWith(".memory") ? "memory" : "local ephemeral storage";
        if (!DIVISORS.contains(divisor) && (hugePages || RESOURCES.contains(resource))) {
            errors.add(FieldError.invalid(
                    path,
                    resource,
                    "only divisor's values 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, 1Ei are supported with"
                            + " the " + kind + " resource"));
        }
    }
}

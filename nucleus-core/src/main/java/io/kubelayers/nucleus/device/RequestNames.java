package io.kubelayers.nucleus.device;

import io.kubelayers.nucleus.resource.DeviceClaim;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the requests of a claim and their alternatives are called, for those who refer to them. */
final class RequestNames {
    private static final String UNKNOWN = "must be the name of a request in the claim or the name of a request and a"
            + " subrequest separated by '/'";

    private final Map<String, Set<String>> alternatives = new HashMap<>();

    RequestNames(DeviceClaim claim) {
        for (var request : claim.requests()) {
            var names = new HashSet<String>();
            request.firstAvailable().forEach(one -> names.add(one.name()));
            alternatives.put(request.name(), names);
        }
    }

    /** A reference to one of them. */
    void check(FieldPath path, String name, FieldErrors errors) {
        var segments = name.split("/", -1);
        if (segments.length > 2) {
            errors.invalid(path, name, UNKNOWN);
            return;
        }
        for (var segment : segments) {
            DeviceNames.label(path, segment, errors);
        }
        var known = alternatives.get(segments[0]);
        if (known == null || segments.length == 2 && !known.contains(segments[1])) {
            errors.invalid(path, name, UNKNOWN);
        }
    }
}

package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.meta.DynamicObject;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;

/** Is what was sent of the kind that belongs there? */
final class BodyChecks {
    private BodyChecks() {}

    /**
     * Lets objects of the right kind pass.
     *
     * @throws io.kubelayers.nucleus.errors.ApiException 400 if it is another
     */
    static void requireKind(RequestContext context, TypeRegistry types, KubernetesObject sent) {
        var wanted = BodyKind.of(context);
        var given = kind(types, sent);
        if (BodyKind.accepts(context, given)) {
            return;
        }
        if (given.kind().equals(wanted.kind()) && given.group().equals(wanted.group())) {
            throw ApiErrors.badRequest(
                    "the API version in the data (" + GroupVersion.text(given.group(), given.version())
                            + ") does not match the expected API version ("
                            + GroupVersion.text(wanted.group(), wanted.version()) + ")");
        }
        throw ApiErrors.badRequest(given.kind() + " in version \"" + given.version() + "\" cannot be handled as a "
                + wanted.kind() + ": converting (" + given.version() + "." + given.kind() + ") to ("
                + internal(wanted.group()) + "." + wanted.kind() + "): unknown conversion");
    }

    private static GroupVersionKind kind(TypeRegistry types, KubernetesObject sent) {
        if (sent instanceof DynamicObject dynamic) {
            var version = GroupVersion.parse(dynamic.apiVersion());
            return new GroupVersionKind(version.group(), version.version(), dynamic.kind());
        }
        return types.kindOf(sent.getClass());
    }

    /** The name of upstream's package for a group. */
    private static String internal(String group) {
        int dot = group.indexOf('.');
        return group.isEmpty() ? "core" : dot < 0 ? group : group.substring(0, dot);
    }
}

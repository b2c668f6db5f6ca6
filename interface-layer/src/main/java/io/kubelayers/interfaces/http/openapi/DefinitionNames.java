package io.kubelayers.interfaces.http.openapi;

import io.kubelayers.nucleus.api.RecordSchema;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Names of schemas, as clients know them: {@code io.k8s.api.core.v1.Pod}. */
final class DefinitionNames {
    private static final String MACHINERY = "io.k8s.apimachinery.pkg.";

    static final String META = MACHINERY + "apis.meta.v1.";
    static final String QUANTITY = MACHINERY + "api.resource.Quantity";
    static final String INT_OR_STRING = MACHINERY + "util.intstr.IntOrString";
    static final String RAW = MACHINERY + "runtime.RawExtension";

    private DefinitionNames() {}

    static String of(Class<?> record) {
        var id = RecordSchema.of(record).id();
        var place = id.apiPackage().replace('/', '.');
        var prefix =
                switch (id.apiPackage().replaceFirst("/.*", "")) {
                    case "meta" -> MACHINERY + "apis.";
                    case "apiextensions" -> "io.k8s.apiextensions-apiserver.pkg.apis.";
                    case "apiregistration" -> "io.k8s.kube-aggregator.pkg.apis.";
                    default -> "io.k8s.api.";
                };
        return prefix + place + "." + id.name();
    }

    static String of(ResourceType type) {
        return type.record() == null ? custom(type) : of(type.record());
    }

    static String list(ResourceType type) {
        var name = of(type);
        return name.substring(0, name.length() - type.kind().length()) + type.listKind();
    }

    /** The group backwards, as Java names packages. */
    private static String custom(ResourceType type) {
        List<String> parts = new ArrayList<>(List.of(type.group().split("\\.")));
        Collections.reverse(parts);
        return String.join(".", parts) + "." + type.version() + "." + type.kind();
    }
}

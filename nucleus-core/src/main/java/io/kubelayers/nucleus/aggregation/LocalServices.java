package io.kubelayers.nucleus.aggregation;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiregistration.APIService;
import io.kubelayers.nucleus.apiregistration.APIServiceBuilder;
import io.kubelayers.nucleus.apiregistration.APIServiceSpecBuilder;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import io.kubelayers.nucleus.types.GroupVersion;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The APIServices that a server makes for what it serves itself (kube-aggregator {@code controllers/autoregister}). */
public final class LocalServices {
    /** Label of those that the server makes: {@code onstart} if it does so once, {@code true} if it keeps them as they are. */
    public static final String MANAGED = "kube-aggregator.kubernetes.io/automanaged";

    private static final String ON_START = "onstart";
    private static final String ALWAYS = "true";

    private LocalServices() {}

    /** Those of the versions that are built in, made once when a cluster starts. */
    public static List<APIService> builtIn(TypeRegistry types) {
        var services = new ArrayList<APIService>();
        for (var group : types.groups()) {
            for (var name : types.versions(group)) {
                var version = new GroupVersion(group, name);
                ServicePriority.builtIn(version)
                        .ifPresent(priority -> services.add(service(version, priority, ON_START)));
            }
        }
        return services;
    }

    /** That of a version of custom kinds, if one of the definitions serves it. */
    static Optional<APIService> custom(String name, List<CustomResourceDefinition> definitions) {
        for (var definition : definitions) {
            for (var served : definition.spec().versions()) {
                var version = new GroupVersion(definition.spec().group(), served.name());
                if (served.served() && name.equals(name(version))) {
                    return Optional.of(service(version, ServicePriority.CUSTOM, ALWAYS));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code v1.apps}; {@code v1.} of the core group. */
    public static String name(GroupVersion version) {
        return version.version() + "." + version.group();
    }

    /** What an APIService is about. */
    public static GroupVersion version(APIService service) {
        var spec = service.spec();
        return new GroupVersion(spec.group() == null ? "" : spec.group(), spec.version() == null ? "" : spec.version());
    }

    /** Whether the server made it, and changes it whenever it is not what it should be. */
    static boolean isKept(APIService service) {
        return ALWAYS.equals(service.metadata().labels().get(MANAGED));
    }

    /** Whether the server made it. */
    static boolean isMaintained(APIService service) {
        return isKept(service) || ON_START.equals(service.metadata().labels().get(MANAGED));
    }

    private static APIService service(GroupVersion version, ServicePriority priority, String managed) {
        return APIServiceBuilder.builder()
                .metadata(ObjectMetaBuilder.builder()
                        .name(name(version))
                        .labels(Map.of(MANAGED, managed))
                        .build())
                .spec(APIServiceSpecBuilder.builder()
                        .group(version.group())
                        .version(version.version())
                        .groupPriorityMinimum(priority.group())
                        .versionPriority(priority.version())
                        .build())
                .build();
    }
}

package io.kubelayers.examples;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.ReadOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.List;

/** Reads the manifests that stand in the lessons, strictly: an unknown field is an error. */
final class Yaml {
    private static final Codec CODEC = Codec.of(
            TypeRegistry.of(NucleusKinds.ALL).withAll(ApplicationKinds.ALL).withAll(GovernanceKinds.ALL));

    private Yaml() {}

    static List<KubernetesObject> all(String text) {
        return CODEC.readAll(text, ReadOptions.strict());
    }

    static <T> T one(String text, Class<T> type) {
        return CODEC.read(text, type);
    }
}

package io.kubelayers.examples;

import io.kubelayers.nucleus.cluster.Cluster;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.errors.ApiException;
import java.io.PrintStream;
import java.util.Map;

/**
 * Layer 1: the API itself. Objects get an identity, writes carry versions, two writers can't both win, and nothing is
 * stored that breaks a rule.
 */
public final class NucleusLesson {
    private NucleusLesson() {}

    public static void main(String[] arguments) {
        run(System.out);
    }

    static void run(PrintStream out) {
        try (var cluster = Cluster.builder().start()) {
            cluster.apply(
                    Yaml.all(
                            """
                    apiVersion: v1
                    kind: Namespace
                    metadata: {name: shop}
                    ---
                    apiVersion: v1
                    kind: ConfigMap
                    metadata: {name: settings, namespace: shop}
                    data: {currency: EUR}
                    """));
            var settings = cluster.client().on(ConfigMap.class).get("shop", "settings");
            out.println("stored with a uid of its own and version "
                    + settings.metadata().resourceVersion());

            cluster.client().update(settings.withData(Map.of("currency", "USD")));
            try {
                cluster.client().update(settings.withData(Map.of("currency", "GBP")));
            } catch (ApiException refused) {
                out.println(refused.code() + " " + refused.getMessage());
            }

            cluster.client().on(Namespace.class).delete("", "shop");
            cluster.settle();
            out.println("the namespace took its content along: "
                    + cluster.client()
                            .on(ConfigMap.class)
                            .find("shop", "settings")
                            .isEmpty());
        }
    }
}

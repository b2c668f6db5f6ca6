package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Mapping;
import io.kubelayers.nucleus.control.Reconciler;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.ConfigMapBuilder;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps a copy of the {@linkplain RootCertificate root certificate} in every namespace, and puts back what somebody
 * changed (pkg/controller/certificates/rootcacertpublisher/publisher.go).
 */
final class RootCertificatePublisher implements Reconciler {
    private static final Map<String, String> ANNOTATIONS = Map.of(
            "kubernetes.io/description",
            "Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as"
                    + " the internal service IP or kubernetes.default.svc. No other usage is guaranteed across"
                    + " distributions of Kubernetes clusters.");

    private final ControllerContext context;

    RootCertificatePublisher(ControllerContext context) {
        this.context = context;
    }

    /** A copy concerns its namespace, the original all of them. */
    static Mapping<ConfigMap> mapping(ControllerContext context) {
        return (change, enqueue) -> map(context, change, enqueue);
    }

    private static void map(ControllerContext context, Change<ConfigMap> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        if (!metadata.nameOrEmpty().equals(RootCertificate.CONFIG_MAP)) {
            return;
        }
        enqueue.accept(new Request("", metadata.namespaceOrEmpty()));
        if (metadata.namespaceOrEmpty().equals(RootCertificate.ORIGIN) && change.type() == Change.Type.MODIFIED) {
            for (var namespace : context.informers().lister(Namespace.class).list()) {
                enqueue.accept(Request.of(namespace));
            }
        }
    }

    @Override
    public Requeue reconcile(Request request) {
        var namespace = request.name();
        if (!ServiceAccountControllers.isActive(context, namespace)) {
            return Requeue.never();
        }
        var original = data(RootCertificate.ORIGIN);
        var wanted = original.containsKey(RootCertificate.KEY)
                ? Map.of(RootCertificate.KEY, String.valueOf(original.get(RootCertificate.KEY)))
                : Map.of(RootCertificate.KEY, RootCertificate.placeholder());
        var found = context.informers().lister(ConfigMap.class).get(namespace, RootCertificate.CONFIG_MAP);
        if (found.isEmpty()) {
            ServiceAccountControllers.createOnce(
                    context,
                    ConfigMapBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name(RootCertificate.CONFIG_MAP)
                                    .namespace(namespace)
                                    .annotations(ANNOTATIONS)
                                    .build())
                            .data(wanted)
                            .build());
        } else if (!found.get().data().equals(wanted)) {
            context.client().update(found.get().withData(wanted));
        }
        return Requeue.never();
    }

    private Map<String, String> data(String namespace) {
        return context.informers()
                .lister(ConfigMap.class)
                .get(namespace, RootCertificate.CONFIG_MAP)
                .map(ConfigMap::data)
                .orElse(Map.of());
    }
}

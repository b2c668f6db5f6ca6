package io.kubelayers.nucleus.serviceaccount;

import io.kubelayers.nucleus.control.Change;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.Request;
import io.kubelayers.nucleus.control.Requeue;
import io.kubelayers.nucleus.core.ConfigMap;
import io.kubelayers.nucleus.core.Namespace;
import io.kubelayers.nucleus.core.Secret;
import io.kubelayers.nucleus.core.ServiceAccount;
import io.kubelayers.nucleus.core.ServiceAccountBuilder;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectMetaBuilder;
import java.util.List;
import java.util.function.Consumer;

/**
 * The controllers of service accounts: one makes the account {@code default} of every namespace
 * (pkg/controller/serviceaccount/serviceaccounts_controller.go), one publishes the root certificate
 * ({@link RootCertificatePublisher}), one keeps the token secrets of old ({@link TokenSecrets}).
 */
public final class ServiceAccountControllers {
    /** Name of the controller that makes the account {@code default}. */
    public static final String ACCOUNTS = "service-account";

    private ServiceAccountControllers() {}

    /** All of them. */
    public static List<Controller> all() {
        return List.of(
                Controller.named(ACCOUNTS)
                        .watching(Namespace.class, ServiceAccountControllers::namespace)
                        .watching(ServiceAccount.class, ServiceAccountControllers::lostDefault)
                        .reconcile(context -> request -> makeDefault(context, request)),
                Controller.named("root-ca-certificate-publisher")
                        .watching(Namespace.class, ServiceAccountControllers::namespace)
                        .watching(ConfigMap.class, RootCertificatePublisher::mapping)
                        .reconcile(RootCertificatePublisher::new),
                Controller.named("tokens")
                        .over(Secret.class)
                        .watching(ServiceAccount.class, TokenSecrets::ofAccount)
                        .reconcile(TokenSecrets::new));
    }

    private static void namespace(Change<Namespace> change, Consumer<Request> enqueue) {
        if (change.type() != Change.Type.DELETED && change.object().metadata().deletionTimestamp() == null) {
            enqueue.accept(new Request("", change.object().metadata().nameOrEmpty()));
        }
    }

    private static void lostDefault(Change<ServiceAccount> change, Consumer<Request> enqueue) {
        var metadata = change.object().metadata();
        if (change.type() == Change.Type.DELETED && metadata.nameOrEmpty().equals(ServiceAccountAdmission.DEFAULT)) {
            enqueue.accept(new Request("", metadata.namespaceOrEmpty()));
        }
    }

    private static Requeue makeDefault(ControllerContext context, Request request) {
        var namespace = request.name();
        if (isActive(context, namespace)
                && context.informers()
                        .lister(ServiceAccount.class)
                        .get(namespace, ServiceAccountAdmission.DEFAULT)
                        .isEmpty()) {
            createOnce(
                    context,
                    ServiceAccountBuilder.builder()
                            .metadata(ObjectMetaBuilder.builder()
                                    .name(ServiceAccountAdmission.DEFAULT)
                                    .namespace(namespace)
                                    .build())
                            .build());
        }
        return Requeue.never();
    }

    static boolean isActive(ControllerContext context, String namespace) {
        return context.informers()
                .lister(Namespace.class)
                .get("", namespace)
                .filter(found -> !found.metadata().isBeingDeleted())
                .isPresent();
    }

    /** Creates an object that somebody else may be creating too, in a namespace that may be about to go. */
    static void createOnce(ControllerContext context, KubernetesObject object) {
        try {
            context.client().create(object);
        } catch (ApiException e) {
            if (!e.isAlreadyExists() && !e.isNotFound() && e.status().code() != 403) {
                throw e;
            }
        }
    }
}

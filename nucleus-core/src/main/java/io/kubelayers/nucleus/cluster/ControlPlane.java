package io.kubelayers.nucleus.cluster;

import io.kubelayers.nucleus.access.AccessDecision;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.access.Users;
import io.kubelayers.nucleus.admission.AdmissionOrder;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.client.InProcessClient;
import io.kubelayers.nucleus.control.Answers;
import io.kubelayers.nucleus.control.Controller;
import io.kubelayers.nucleus.control.ControllerContext;
import io.kubelayers.nucleus.control.DeterministicDriver;
import io.kubelayers.nucleus.control.Informers;
import io.kubelayers.nucleus.control.Memory;
import io.kubelayers.nucleus.control.ObjectEventRecorder;
import io.kubelayers.nucleus.control.Signals;
import io.kubelayers.nucleus.control.StoreInformers;
import io.kubelayers.nucleus.control.ToldEvents;
import io.kubelayers.nucleus.control.WritesUnderWay;
import io.kubelayers.nucleus.pod.PodTypeDefaults;
import io.kubelayers.nucleus.review.AccessReviews;
import io.kubelayers.nucleus.review.TokenReviews;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.runtime.VirtualClock;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.server.ServedVersions;
import io.kubelayers.nucleus.server.StoredObjects;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.streaming.RuntimeLink;
import java.util.ArrayList;
import java.util.List;

/** The parts of a cluster put together: layers give them, this wires them. */
final class ControlPlane {
    private final Composition composition;
    private final Store store;
    private final Runtime runtime;
    private final Memory memory;
    private final Informers informers;
    private final Answers answers;
    private final RuntimeLink link = new RuntimeLink();
    private final WritesUnderWay writes = new WritesUnderWay();
    private final Authorizer authorizer;
    private final TokenReviews tokenReviews;
    private final ApiServer server;

    private ControlPlane(Composition composition, Store store, Runtime runtime, Memory memory) {
        this.composition = composition;
        this.store = store;
        this.runtime = runtime;
        this.memory = memory;
        var holder = new ServerReference();
        this.informers = new StoreInformers(store, () -> holder.get().types());
        var context = new LayerContext(
                new InProcessClient(holder::get, Users.admin(), Controller.API_SERVER),
                informers,
                new StoredObjects(store, () -> holder.get().types()),
                runtime,
                this::authorize,
                memory,
                link,
                writes);
        this.answers = answers()
                .with(ServedVersions.class, (group, version) -> holder.get().serves(group, version));
        this.tokenReviews = new TokenReviews((shown, audiences) -> holder.get().recognize(shown, audiences));
        var authorizers = authorizers(context);
        this.authorizer = withMasters(authorizers);
        this.server = server(context, authorizers);
        holder.set(server);
    }

    static ControlPlane create(Composition composition, Store store, Runtime runtime) {
        return new ControlPlane(composition, store, runtime, Memory.empty());
    }

    ControlPlane fork(Runtime forkRuntime) {
        return new ControlPlane(composition, store.fork(), forkRuntime, memory.fork());
    }

    private Answers answers() {
        var all = Answers.none();
        for (var layer : composition.layers()) {
            all = all.and(layer.answers(informers));
        }
        return all;
    }

    /** Those that policy schemes bring; members of system:masters need none of them. */
    private List<Authorizer> authorizers(LayerContext context) {
        var authorizers = new ArrayList<Authorizer>();
        for (var layer : composition.layers()) {
            authorizers.addAll(layer.authorizers(context));
        }
        authorizers.addAll(composition.authorizers());
        return authorizers;
    }

    private static Authorizer withMasters(List<Authorizer> authorizers) {
        var all = new ArrayList<>(List.of(Authorizer.masters()));
        all.addAll(authorizers);
        return Authorizer.union(all);
    }

    private ApiServer server(LayerContext context, List<Authorizer> authorizers) {
        var admission = new ArrayList<AdmissionPlugin>();
        var builder = ApiServer.builder(store, composition.types(), runtime).defaults(PodTypeDefaults.create());
        for (var layer : composition.layers()) {
            builder.rules(layer.rules(context))
                    .scales(layer.scales())
                    .converters(layer.converters())
                    .subresources(layer.subresources(context))
                    .virtualResources(layer.virtualResources(context))
                    .extensions(layer.extensions(context));
            admission.addAll(layer.admission(context));
            layer.authenticators(context).forEach(builder::authenticator);
        }
        composition.authenticators().forEach(builder::authenticator);
        return builder.admission(AdmissionOrder.sorted(composition.admitting(admission)))
                .authorizer(authorizer)
                .virtualResources(AccessReviews.of(authorizer, authorizers, runtime))
                .virtualResources(List.of(tokenReviews, components()))
                .trace(composition.trace())
                .build();
    }

    private ComponentStatuses components() {
        boolean controllers = false;
        boolean scheduler = false;
        for (var controller : controllers()) {
            controllers |= !controller.component().equals(Controller.API_SERVER);
            scheduler |= controller.name().equals("scheduler");
        }
        return new ComponentStatuses(controllers, scheduler);
    }

    /** For parts that are made before the authorizer is there, and ask it when it is. */
    private AccessDecision authorize(AccessRequest request) {
        return authorizer.authorize(request);
    }

    void bootstrap() {
        var admin = new InProcessClient(() -> server, Users.admin(), Controller.API_SERVER);
        for (var layer : composition.layers()) {
            layer.bootstrap(admin);
        }
    }

    Client client(UserInfo user) {
        return new InProcessClient(() -> server, user);
    }

    Authorizer authorizer() {
        return authorizer;
    }

    ApiServer server() {
        return server;
    }

    Store store() {
        return store;
    }

    Answers layerAnswers() {
        return answers;
    }

    Informers informers() {
        return informers;
    }

    Runtime runtime() {
        return runtime;
    }

    ControllerContext context(String controller, Memory remembered) {
        var client = new InProcessClient(
                () -> server,
                Users.controller(controller + "-controller"),
                composition.managers().get(controller));
        var component = composition.components().getOrDefault(controller, controller);
        return new ControllerContext(
                client,
                informers,
                runtime,
                remembered,
                new ObjectEventRecorder(client, runtime, component, ToldEvents.in(informers)),
                answers,
                link,
                writes,
                new Signals());
    }

    List<Controller> controllers() {
        var controllers = new ArrayList<Controller>();
        for (var layer : composition.layers()) {
            for (var controller : layer.controllers()) {
                if (composition.layersAct() || controller.component().equals(Controller.API_SERVER)) {
                    controllers.add(controller);
                }
            }
        }
        controllers.addAll(composition.controllers());
        return controllers;
    }

    DeterministicDriver start(VirtualClock clock) {
        return DeterministicDriver.start(
                controllers(),
                controller -> context(controller.name(), Memory.empty()),
                store,
                server::types,
                clock,
                runtime.random(),
                composition.options());
    }

    DeterministicDriver fork(DeterministicDriver driver, VirtualClock clock) {
        return driver.fork(
                name -> context(name, driver.memoryOf(name).fork()), store, server::types, clock, runtime.random());
    }
}

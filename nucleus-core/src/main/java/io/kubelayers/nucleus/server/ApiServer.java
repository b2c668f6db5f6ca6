package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.access.Recognition;
import io.kubelayers.nucleus.access.TokenIssuer;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.store.KeyMissingException;
import io.kubelayers.nucleus.store.RevisionConflictException;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.store.View;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The API server: takes each request through the stages and answers. Safe for use by many threads.
 *
 * <pre>
 * authenticate ► flow control ► authorize ► route ─┬─ read
 *                                                  ├─ decode ► mutate ► validate ► admit ► store      (again on a conflict)
 *                                                  └─ a subresource or resource with a handler of its own
 * </pre>
 */
public final class ApiServer {
    /** How often an update that did not insist on a version is tried against a newer state. */
    private static final int MOST_ATTEMPTS = 100;

    /** How many names the server makes for an object before it gives up. */
    private static final int MOST_NAMES = 8;

    /** Subresources that are parts of the object, or another view of it. */
    private static final Set<String> ORDINARY =
            Set.of("", "status", "scale", "approval", "ephemeralcontainers", "finalize", "resize");

    private final Store store;
    private final Trace trace;
    private final AuthenticateStage authentication;
    private final AuthorizeStage authorization;
    private final FlowControlStage flowControl;
    private final List<Stage> entry;
    private final Handlers handlers;
    private final Stage read;
    private final List<Stage> write;
    private final List<Stage> delete;
    private final DeleteCollection deleteCollection;
    private final Shapes shapes;
    private final Definitions definitions;
    private final List<ExtensionApi> extensions;
    private volatile CustomKinds custom;

    ApiServer(ApiServerBuilder parts) {
        this.store = parts.store;
        this.trace = parts.trace;
        this.extensions = List.copyOf(parts.extensions);
        this.custom = CustomKinds.none(parts.types);
        var rules = new Rules(parts.rules, parts.defaults);
        var versions = new Versions(parts.converters, this::custom);
        var scales = new Scales(parts.scales, this::custom);
        var trees = new Trees(this::types, rules);
        var bodies = new Bodies(trees, versions);
        this.shapes = new Shapes(this::types);
        var labels = new SharedLabels();
        var ownership = new FieldOwnership(trees, versions, rules, shapes, parts.runtime, labels);
        this.definitions = new Definitions(store, parts.types, parts.runtime, ownership);
        var decode = new DecodeStage(
                store,
                bodies,
                rules,
                new Creation(rules, parts.runtime, labels),
                new Update(rules, parts.runtime, labels),
                new Patches(trees),
                scales,
                versions,
                ownership,
                this::custom);
        var mutate = new MutateStage(parts.admission, rules);
        var admit = new AdmitStage(parts.admission);
        this.flowControl = new FlowControlStage(parts.mostReads, parts.mostWrites);
        this.authentication = new AuthenticateStage(parts.authenticators);
        this.authorization = new AuthorizeStage(parts.authorizer);
        var validate = new ValidateStage(rules, this::custom, authorization::requireMayCreate);
        this.entry = List.of(authentication, flowControl, authorization, new RouteStage(this::custom));
        this.read = new ReadStage(store, scales, versions);
        this.write = List.of(decode, mutate, validate, admit, new StoreStage(store, rules, scales, versions));
        this.delete = List.of(decode, admit, new Deletion(store, rules, parts.runtime, versions));
        this.deleteCollection = new DeleteCollection(this, new Lists(store, versions));
        this.handlers = new Handlers(
                parts.subresources, parts.virtualResources, bodies, rules, ownership, List.of(mutate, admit));
        refreshTypes();
    }

    /** A server on a store, serving these kinds. */
    public static ApiServerBuilder builder(Store store, TypeRegistry types, Runtime runtime) {
        return new ApiServerBuilder(store, types, runtime);
    }

    /** The kinds served now, custom ones included. */
    public TypeRegistry types() {
        return custom.types();
    }

    /** The newest state of what is stored, for parts of this process that look beside the API: nobody's rights are asked. */
    public View snapshot() {
        return store.snapshot();
    }

    /** The groups that answer for themselves, beside the kinds of {@link #types}. */
    public List<ExtensionApi> extensions() {
        return extensions;
    }

    /** Whether this server answers for a version of a group, by its kinds or by a group that answers for itself. */
    public boolean serves(String group, String version) {
        if (types().versions(group).contains(version)) {
            return true;
        }
        for (var extension : extensions) {
            if (extension.group().equals(group) && extension.versions().contains(version)) {
                return true;
            }
        }
        return false;
    }

    private CustomKinds custom() {
        return custom;
    }

    /** The stages that a write goes through, in order. */
    public List<Stage> stages() {
        var stages = new ArrayList<>(entry);
        stages.addAll(write);
        return List.copyOf(stages);
    }

    /**
     * Who shows these credentials.
     *
     * @throws ApiException 401 if nobody is known by them
     */
    public UserInfo authenticate(Credentials credentials) {
        return authentication.authenticate(credentials);
    }

    /** Who gives the tokens of service accounts; empty if nobody does. */
    public Optional<TokenIssuer> tokenIssuer() {
        return authentication.issuer();
    }

    /** What these credentials are worth to those who are among the audiences, as a TokenReview asks it. */
    public Recognition recognize(Credentials credentials, List<String> audiences) {
        return authentication.recognize(credentials, audiences);
    }

    /**
     * Lets pass what is allowed.
     *
     * @throws ApiException 403 if it is not
     */
    public void authorize(AccessRequest question) {
        authorization.require(question);
    }

    /**
     * Answers a request.
     *
     * @throws ApiException if it is refused; nothing is changed then. It has the warnings that there were before.
     */
    public ApiResponse handle(ApiRequest request) {
        var context = new RequestContext(request);
        boolean entered = false;
        try {
            for (var stage : entry) {
                run(stage, context);
                entered |= stage == flowControl;
            }
            return answer(context);
        } catch (ApiException refused) {
            throw context.warnings().isEmpty() ? refused : refused.warning(context.warnings());
        } finally {
            if (entered) {
                flowControl.leave(request.verb());
            }
        }
    }

    /** Answers a request that is part of one that has been let in already. */
    ApiResponse handleAuthorized(ApiRequest request, UserInfo user) {
        var context = new RequestContext(request);
        context.user(user);
        new RouteStage(this::custom).handle(context);
        return answer(context);
    }

    private ApiResponse answer(RequestContext context) {
        if (handlers.handles(context)) {
            try {
                return handlers.handle(context);
            } finally {
                context.ended();
            }
        }
        if (!ORDINARY.contains(context.request().subresource())) {
            throw ApiErrors.noSuchResource();
        }
        switch (context.verb()) {
            case GET, LIST, WATCH -> run(read, context);
            case DELETECOLLECTION -> context.respond(deleteCollection.delete(context));
            case DELETE -> attempt(delete, context);
            default -> attempt(write, context);
        }
        var response = context.response();
        if (response == null) {
            throw ApiErrors.internal("no stage answered " + context.verb());
        }
        return Responses.withWarnings(response, context.warnings());
    }

    /** Only a caller that did not say which version it saw is served with a newer one. */
    private static boolean mayRetry(RequestContext context) {
        return context.verb() == Verb.DELETE
                || context.request().body() instanceof Body.Patch
                || !context.insistsOnVersion();
    }

    private void attempt(List<Stage> stages, RequestContext context) {
        for (int attempt = 1; ; attempt++) {
            try {
                for (var stage : stages) {
                    run(stage, context);
                }
                if (context.type().is(CustomResourceDefinition.class) || custom.isLeaving(context.type())) {
                    refreshTypes();
                }
                return;
            } catch (GeneratedNameTakenException taken) {
                if (attempt >= MOST_NAMES) {
                    throw taken.refusal();
                }
            } catch (RevisionConflictException | KeyMissingException raced) {
                if (!mayRetry(context) || attempt == MOST_ATTEMPTS) {
                    throw ApiErrors.modified(
                            Keys.resource(context), context.request().name());
                }
            } finally {
                context.ended();
            }
        }
    }

    private void run(Stage stage, RequestContext context) {
        if (!trace.isOn()) {
            stage.handle(context);
            return;
        }
        try {
            stage.handle(context);
            trace.stage(context.request(), stage.name(), "nucleus", "passed" + audited(stage, context));
        } catch (ApiException refused) {
            trace.stage(
                    context.request(),
                    stage.name(),
                    "nucleus",
                    "refused: " + refused.getMessage() + audited(stage, context));
            throw refused;
        }
    }

    /** What admission noted for the audit, since nothing else shows it yet. */
    private static String audited(Stage stage, RequestContext context) {
        return stage instanceof AdmitStage && !context.auditAnnotations().isEmpty()
                ? " " + context.auditAnnotations()
                : "";
    }

    /** Serves the custom kinds that are defined now. */
    private synchronized void refreshTypes() {
        custom = definitions.settled();
        if (definitions.areServed()) {
            shapes.refresh(store.snapshot(), definitions.resource());
        }
    }
}

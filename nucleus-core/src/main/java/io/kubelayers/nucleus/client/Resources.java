package io.kubelayers.nucleus.client;

import io.kubelayers.nucleus.access.Credentials;
import io.kubelayers.nucleus.apply.ApplyConfiguration;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.codec.Tree;
import io.kubelayers.nucleus.errors.ApiErrors;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.meta.DeleteOptions;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.meta.ObjectList;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Body;
import io.kubelayers.nucleus.server.RequestOptions;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.server.WatchStream;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of one kind, seen through a client. The namespace is "" for cluster-scoped kinds and, where a collection is
 * meant, for all namespaces.
 *
 * @param <T> the kind
 */
public final class Resources<T extends KubernetesObject> {
    private final Client client;
    private final ResourceType type;

    Resources(Client client, ResourceType type) {
        this.client = client;
        this.type = type;
    }

    public ResourceType type() {
        return type;
    }

    /**
     * The object of that name.
     *
     * @throws ApiException 404 if there is none
     */
    public T get(String namespace, String name) {
        return one(request(Verb.GET, "", namespace, name, Body.none(), RequestOptions.NONE));
    }

    /** The object of that name, if it exists. */
    public Optional<T> find(String namespace, String name) {
        try {
            return Optional.of(get(namespace, name));
        } catch (ApiException e) {
            if (e.isNotFound()) {
                return Optional.empty();
            }
            throw e;
        }
    }

    public ObjectList<T> list(String namespace) {
        return list(namespace, RequestOptions.NONE);
    }

    @SuppressWarnings("unchecked")
    public ObjectList<T> list(String namespace, RequestOptions options) {
        var answer = client.send(request(Verb.LIST, "", namespace, "", Body.none(), options));
        if (answer instanceof ApiResponse.Many many) {
            return (ObjectList<T>) many.list();
        }
        throw unexpected(answer);
    }

    public WatchStream watch(String namespace, RequestOptions options) {
        var answer = client.send(request(Verb.WATCH, "", namespace, "", Body.none(), options));
        if (answer instanceof ApiResponse.Watching watching) {
            return watching.stream();
        }
        throw unexpected(answer);
    }

    public T create(T object) {
        return create(object, RequestOptions.NONE);
    }

    public T create(T object, RequestOptions options) {
        return one(request(Verb.CREATE, "", object.metadata().namespaceOrEmpty(), "", Body.of(object), options));
    }

    public T update(T object) {
        return update(object, "", RequestOptions.NONE);
    }

    public T updateStatus(T object) {
        return update(object, "status", RequestOptions.NONE);
    }

    /** Replaces the object, or the part of it that the subresource is about. */
    public T update(T object, String subresource, RequestOptions options) {
        var metadata = object.metadata();
        return one(request(
                Verb.UPDATE,
                subresource,
                metadata.namespaceOrEmpty(),
                metadata.nameOrEmpty(),
                Body.of(object),
                options));
    }

    public T patch(String namespace, String name, Body.Patch patch) {
        return one(request(Verb.PATCH, "", namespace, name, patch, RequestOptions.NONE));
    }

    public T patch(String namespace, String name, String subresource, Body.Patch patch, RequestOptions options) {
        return one(request(Verb.PATCH, subresource, namespace, name, patch, options));
    }

    /**
     * Applies the fields that are set in an object: they become the manager's, and those it applied before and that are
     * not set any more go. Creates the object if there is none.
     *
     * @throws ApiException 409 if others own one of the fields with another value
     */
    public T apply(T object, String manager) {
        var config = ApplyConfiguration.of(Codec.of(client.types()), object);
        return apply(object.metadata().namespaceOrEmpty(), config, manager, false);
    }

    /**
     * Applies a configuration, which is a whole object with only the fields that it is about.
     *
     * @param force whether to take over fields that others own with other values
     * @throws ApiException 409 if others own one of the fields with another value, unless forced
     */
    public T apply(String namespace, Map<String, ?> config, String manager, boolean force) {
        return patch(
                namespace,
                Tree.text(config, "metadata", "name"),
                "",
                Body.Patch.apply(config),
                RequestOptions.NONE.withFieldManager(manager).withForce(force));
    }

    /** Applies the status of a configuration. */
    public T applyStatus(String namespace, Map<String, ?> config, String manager, boolean force) {
        return patch(
                namespace,
                Tree.text(config, "metadata", "name"),
                "status",
                Body.Patch.apply(config),
                RequestOptions.NONE.withFieldManager(manager).withForce(force));
    }

    /** Deletes with the kind's own defaults. The answer is the object while it lingers, or a plain outcome. */
    public ApiResponse delete(String namespace, String name) {
        return client.send(request(Verb.DELETE, "", namespace, name, Body.none(), RequestOptions.NONE));
    }

    public ApiResponse delete(String namespace, String name, DeleteOptions options) {
        return client.send(request(Verb.DELETE, "", namespace, name, new Body.Delete(options), RequestOptions.NONE));
    }

    public ApiResponse deleteCollection(String namespace, RequestOptions selection, DeleteOptions options) {
        return client.send(request(Verb.DELETECOLLECTION, "", namespace, "", new Body.Delete(options), selection));
    }

    /** Reads a subresource, such as {@code scale}. */
    public KubernetesObject getSubresource(String namespace, String name, String subresource) {
        return anyOne(client.send(request(Verb.GET, subresource, namespace, name, Body.none(), RequestOptions.NONE)));
    }

    /** Posts to a subresource, such as {@code binding} or {@code eviction}. */
    public ApiResponse post(String namespace, String name, String subresource, KubernetesObject body) {
        return client.send(request(Verb.CREATE, subresource, namespace, name, Body.of(body), RequestOptions.NONE));
    }

    /** Replaces a subresource that is a kind of its own, such as {@code scale}. */
    public KubernetesObject put(String namespace, String name, String subresource, KubernetesObject body) {
        return anyOne(
                client.send(request(Verb.UPDATE, subresource, namespace, name, Body.of(body), RequestOptions.NONE)));
    }

    private ApiRequest request(
            Verb verb, String subresource, String namespace, String name, Body body, RequestOptions options) {
        return new ApiRequest(
                Credentials.of(client.user()),
                verb,
                type.groupVersionResource(),
                subresource,
                namespace,
                name,
                body,
                options);
    }

    @SuppressWarnings("unchecked")
    private T one(ApiRequest request) {
        return (T) anyOne(client.send(request));
    }

    private static KubernetesObject anyOne(ApiResponse answer) {
        if (answer instanceof ApiResponse.One one) {
            return one.object();
        }
        throw unexpected(answer);
    }

    private static ApiException unexpected(ApiResponse answer) {
        return ApiErrors.internal("unexpected answer " + answer.getClass().getSimpleName());
    }
}

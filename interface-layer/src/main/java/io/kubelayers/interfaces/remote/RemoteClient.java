package io.kubelayers.interfaces.remote;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.authentication.UserInfo;
import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.server.ApiRequest;
import io.kubelayers.nucleus.server.ApiResponse;
import io.kubelayers.nucleus.server.Verb;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.time.Duration;
import java.util.ArrayList;

/**
 * A client of a cluster's API over HTTP. Safe for use by many threads.
 *
 * <p>Refusals come as the {@link io.kubelayers.nucleus.errors.ApiException}s that the server meant; where it cannot be
 * reached or does not answer within a minute, as one of code 503. Watches go on by themselves when they are cut off, and end
 * with 410 when the history they need is gone. Its kinds are those of all layers, and custom ones that it is {@linkplain
 * #knowing given}.
 */
public final class RemoteClient implements Client {
    private static final String AGENT = "kubelayers";

    private final HttpCalls calls;
    private final TypeRegistry types;

    private RemoteClient(HttpCalls calls, TypeRegistry types) {
        this.calls = calls;
        this.types = types;
    }

    /** @throws IllegalArgumentException if its certificates or keys cannot be used */
    public static RemoteClient to(RemoteCluster cluster) {
        return to(cluster, AGENT);
    }

    /** The same under another name, which owns the fields that it writes unless a request says so. */
    public static RemoteClient to(RemoteCluster cluster, String agent) {
        var kinds = new ArrayList<>(NucleusKinds.ALL);
        kinds.addAll(ApplicationKinds.ALL);
        kinds.addAll(GovernanceKinds.ALL);
        var types = TypeRegistry.of(kinds);
        return new RemoteClient(HttpCalls.to(cluster, Codec.of(types), agent), types);
    }

    /** The same client with these kinds, custom ones for instance. */
    public RemoteClient knowing(TypeRegistry others) {
        return new RemoteClient(calls.with(Codec.of(others)), others);
    }

    /** The same client, which waits so long for answers, but for those of watches. */
    public RemoteClient waiting(Duration atMost) {
        return new RemoteClient(calls.waiting(atMost), types);
    }

    /** What is called, and as whom. */
    public RemoteCluster cluster() {
        return calls.cluster();
    }

    @Override
    public UserInfo user() {
        var other = calls.cluster().actingAs();
        return other == null ? calls.cluster().user() : other;
    }

    @Override
    public TypeRegistry types() {
        return types;
    }

    @Override
    public Client as(UserInfo user) {
        return new RemoteClient(calls.as(user), types);
    }

    @Override
    public ApiResponse send(ApiRequest request) {
        return request.verb() == Verb.WATCH
                ? RemoteWatch.begin(calls, request)
                : Answers.read(calls.send(request), request, calls.codec());
    }
}

package io.kubelayers.nucleus.server;

import io.kubelayers.nucleus.access.Authenticator;
import io.kubelayers.nucleus.access.Authorizer;
import io.kubelayers.nucleus.admission.AdmissionPlugin;
import io.kubelayers.nucleus.runtime.Runtime;
import io.kubelayers.nucleus.store.Store;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the parts of an API server. */
public final class ApiServerBuilder {
    final Store store;
    final TypeRegistry types;
    final Runtime runtime;
    final List<KindRules<?>> rules = new ArrayList<>();
    final List<ScaleRules<?>> scales = new ArrayList<>();
    final List<VersionConverter<?, ?>> converters = new ArrayList<>();
    final List<SubresourceHandler> subresources = new ArrayList<>();
    final List<VirtualResource> virtualResources = new ArrayList<>();
    final List<ExtensionApi> extensions = new ArrayList<>();
    final List<AdmissionPlugin> admission = new ArrayList<>();
    final List<Authenticator> authenticators = new ArrayList<>(List.of(Authenticator.trustingProcess()));
    Authorizer authorizer = Authorizer.masters();
    TypeDefaults defaults = TypeDefaults.builder().build();
    Trace trace = Trace.off();
    int mostReads = 400;
    int mostWrites = 200;

    ApiServerBuilder(Store store, TypeRegistry types, Runtime runtime) {
        this.store = store;
        this.types = types;
        this.runtime = runtime;
    }

    public ApiServerBuilder rules(Collection<? extends KindRules<?>> more) {
        rules.addAll(more);
        return this;
    }

    public ApiServerBuilder scales(Collection<? extends ScaleRules<?>> more) {
        scales.addAll(more);
        return this;
    }

    public ApiServerBuilder converters(Collection<? extends VersionConverter<?, ?>> more) {
        converters.addAll(more);
        return this;
    }

    public ApiServerBuilder subresources(Collection<? extends SubresourceHandler> more) {
        subresources.addAll(more);
        return this;
    }

    public ApiServerBuilder virtualResources(Collection<? extends VirtualResource> more) {
        virtualResources.addAll(more);
        return this;
    }

    /** Adds groups that answer for themselves. */
    public ApiServerBuilder extensions(Collection<? extends ExtensionApi> more) {
        extensions.addAll(more);
        return this;
    }

    /** Adds admission plugins, in the order in which they are to run. */
    public ApiServerBuilder admission(Collection<? extends AdmissionPlugin> more) {
        admission.addAll(more);
        return this;
    }

    /** Adds a way to tell who sends a request, tried after those before it; callers in this process are believed. */
    public ApiServerBuilder authenticator(Authenticator authenticator) {
        authenticators.add(authenticator);
        return this;
    }

    /** Who may do what; members of system:masters everything unless said otherwise. */
    public ApiServerBuilder authorizer(Authorizer value) {
        authorizer = value;
        return this;
    }

    /** Defaults of types wherever they occur; those that annotations state are always applied. */
    public ApiServerBuilder defaults(TypeDefaults value) {
        defaults = value;
        return this;
    }

    public ApiServerBuilder trace(Trace value) {
        trace = value;
        return this;
    }

    /** Most requests handled at a time; beyond, clients are told to try again. */
    public ApiServerBuilder inFlight(int reads, int writes) {
        mostReads = reads;
        mostWrites = writes;
        return this;
    }

    public ApiServer build() {
        return new ApiServer(this);
    }
}

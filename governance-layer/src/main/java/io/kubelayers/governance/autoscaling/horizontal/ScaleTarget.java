package io.kubelayers.governance.autoscaling.horizontal;

import io.kubelayers.nucleus.client.Client;
import io.kubelayers.nucleus.core.Scale;
import io.kubelayers.nucleus.errors.ApiException;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.List;

/** Finds, reads and writes the scale of an autoscaler's target, whatever kind it is. */
final class ScaleTarget {
    private final Client client;
    private final String namespace;
    private final CrossVersionObjectReference reference;

    ScaleTarget(Client client, HorizontalPodAutoscaler hpa) {
        this.client = client;
        this.namespace = hpa.metadata().namespaceOrEmpty();
        this.reference = hpa.spec().scaleTargetRef();
    }

    /** A scale and the resource it was read from. */
    record Found(ResourceType type, Scale scale) {}

    /**
     * The scale could not be read.
     *
     * @see HpaAlgorithm#scaleUnreadable
     */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String context;

        UnreadableException(String context, String cause) {
            super(cause, null, false, false);
            this.context = context;
        }

        String context() {
            return context;
        }

        String text() {
            return String.valueOf(getMessage());
        }
    }

    /** The scale by the first version of the kind that has one. */
    Found read() throws UnreadableException {
        var types = types();
        var query =
                "failed to query scale subresource for " + reference.kind() + "/" + namespace + "/" + reference.name();
        ApiException first = null;
        for (var type : types) {
            try {
                var scale = client.on(type).getSubresource(namespace, reference.name(), "scale");
                if (scale instanceof Scale found) {
                    return new Found(type, found);
                }
            } catch (ApiException e) {
                first = first == null ? e : first;
            }
        }
        throw new UnreadableException(query, first == null ? "unrecognized resource" : first.explain());
    }

    /** All served versions of the target's kind, the named one first. */
    private List<ResourceType> types() throws UnreadableException {
        var apiVersion = reference.apiVersion() == null ? "" : reference.apiVersion();
        int slash = apiVersion.indexOf('/');
        if (slash >= 0 && apiVersion.indexOf('/', slash + 1) >= 0) {
            throw new UnreadableException(
                    "invalid API version in scale target reference", "unexpected GroupVersion string: " + apiVersion);
        }
        var group = slash < 0 ? "" : apiVersion.substring(0, slash);
        var types = new ArrayList<ResourceType>();
        for (var type : client.types().resources()) {
            if (type.group().equals(group) && type.kind().equals(reference.kind())) {
                types.add(type.apiVersion().equals(apiVersion) ? 0 : types.size(), type);
            }
        }
        if (types.isEmpty()) {
            throw new UnreadableException(
                    "unable to determine resource for scale target reference",
                    "no matches for kind \"" + reference.kind() + "\" in group \"" + group + "\"");
        }
        return types;
    }

    /** Writes the wanted replicas. */
    void write(Found found, int replicas) {
        client.on(found.type())
                .put(namespace, reference.name(), "scale", found.scale().withSpec(new Scale.Spec(replicas)));
    }
}

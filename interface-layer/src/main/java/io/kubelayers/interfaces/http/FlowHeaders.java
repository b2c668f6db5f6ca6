package io.kubelayers.interfaces.http;

import io.kubelayers.governance.flowcontrol.FlowClassifier;
import io.kubelayers.governance.flowcontrol.FlowSchema;
import io.kubelayers.governance.flowcontrol.PriorityLevelConfiguration;
import io.kubelayers.nucleus.access.AccessRequest;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.server.ApiServer;
import io.kubelayers.nucleus.store.Prefix;
import io.kubelayers.nucleus.store.View;
import io.kubelayers.nucleus.types.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells with each answer the flow schema and the priority level that its request belonged to, by their uids, so that the
 * names stay hidden (apiserver {@code server/filters/priority-and-fairness.go}). What schemas say is read again only
 * when one of them, or of the levels, was written.
 */
final class FlowHeaders {
    /** As they look on the wire, where Go spells every word of a header with one capital. */
    static final String SCHEMA = "X-Kubernetes-Pf-Flowschema-Uid";

    static final String LEVEL = "X-Kubernetes-Pf-Prioritylevel-Uid";

    /** What the schemas said when so much was written of both kinds. */
    private record Known(long schemas, long levels, FlowClassifier classifier) {}

    private final ApiServer server;
    private final String schemas;
    private final String levels;
    private volatile @Nullable Known known;

    FlowHeaders(ApiServer server) {
        this.server = server;
        this.schemas = stored(server, FlowSchema.class);
        this.levels = stored(server, PriorityLevelConfiguration.class);
    }

    private static String stored(ApiServer server, Class<? extends KubernetesObject> kind) {
        return server.types().byClass(kind).map(ResourceType::storageResource).orElse("");
    }

    /** The answer to a request with its headers; the same where nobody knows of flows. */
    HttpResponse on(HttpResponse answer, AccessRequest request) {
        if (schemas.isEmpty() || levels.isEmpty()) {
            return answer;
        }
        var flow = classifier().classify(request);
        if (flow.isEmpty()) {
            return answer;
        }
        var schema = Objects.requireNonNullElse(flow.get().schema().metadata().uid(), "");
        var level = Objects.requireNonNullElse(flow.get().level().metadata().uid(), "");
        return answer.withHeaders(answer.headers().with(SCHEMA, schema, LEVEL, level));
    }

    private FlowClassifier classifier() {
        var now = server.snapshot();
        var last = known;
        if (last != null && last.schemas() == now.writes(schemas) && last.levels() == now.writes(levels)) {
            return last.classifier();
        }
        var read = FlowClassifier.of(
                all(now, schemas, FlowSchema.class), all(now, levels, PriorityLevelConfiguration.class));
        known = new Known(now.writes(schemas), now.writes(levels), read);
        return read;
    }

    private static <T extends KubernetesObject> List<T> all(View now, String resource, Class<T> kind) {
        var all = new ArrayList<T>();
        for (var stored : now.list(Prefix.all(resource))) {
            all.add(kind.cast(stored.object()));
        }
        return all;
    }
}

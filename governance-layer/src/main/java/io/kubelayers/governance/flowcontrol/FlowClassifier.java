package io.kubelayers.governance.flowcontrol;

import io.kubelayers.governance.flowcontrol.FlowSchema.FlowDistinguisherMethodType;
import io.kubelayers.nucleus.access.AccessRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells to which flow and priority level requests belong: the schemas are tried by precedence, then by name, and those
 * that lead to no level are left out (apiserver {@code util/flowcontrol/apf_controller.go}). Immutable.
 *
 * <pre>{@code
 * FlowClassifier.of(schemas, levels).classify(request).orElseThrow().explain();
 * // flow schema "service-accounts", priority level "workload-low", flow "system:serviceaccount:shop:web"
 * }</pre>
 */
public final class FlowClassifier {
    private static final Comparator<FlowSchema> IN_ORDER = Comparator.<FlowSchema>comparingInt(
                    schema -> schema.spec().matchingPrecedence())
            .thenComparing(schema -> schema.metadata().nameOrEmpty());

    private final List<FlowSchema> schemas;
    private final List<PriorityLevelConfiguration> levels;

    private FlowClassifier(List<FlowSchema> schemas, List<PriorityLevelConfiguration> levels) {
        this.schemas = schemas;
        this.levels = levels;
    }

    /** Of all schemas and levels that there are, in any order. */
    public static FlowClassifier of(Iterable<FlowSchema> schemas, Iterable<PriorityLevelConfiguration> levels) {
        var byName = new HashMap<String, PriorityLevelConfiguration>();
        for (var level : levels) {
            byName.put(level.metadata().nameOrEmpty(), level);
        }
        var leading = new ArrayList<FlowSchema>();
        for (var schema : schemas) {
            if (byName.containsKey(level(schema))) {
                leading.add(schema);
            }
        }
        leading.sort(IN_ORDER);
        var matching = new ArrayList<PriorityLevelConfiguration>();
        for (var schema : leading) {
            matching.add(Objects.requireNonNull(byName.get(level(schema))));
        }
        return new FlowClassifier(List.copyOf(leading), List.copyOf(matching));
    }

    private static String level(FlowSchema schema) {
        return schema.spec().priorityLevelConfiguration().name();
    }

    /** Where a request belongs; empty if no schema is about it, which happens only where the schema catch-all is missing. */
    public Optional<FlowClassification> classify(AccessRequest request) {
        for (int i = 0; i < schemas.size(); i++) {
            var schema = schemas.get(i);
            if (FlowSchemaMatch.matches(schema, request)) {
                return Optional.of(new FlowClassification(
                        request, schema, levels.get(i), flow(schema, request), schemas.subList(0, i)));
            }
        }
        return Optional.empty();
    }

    private static String flow(FlowSchema schema, AccessRequest request) {
        var method = schema.spec().distinguisherMethod();
        if (method == null) {
            return "";
        }
        return switch (method.type()) {
            case FlowDistinguisherMethodType.BY_USER -> Objects.requireNonNullElse(
                    request.user().username(), "");
            case FlowDistinguisherMethodType.BY_NAMESPACE -> request.namespace();
            default -> "";
        };
    }
}

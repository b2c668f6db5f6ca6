package io.kubelayers.interfaces.testkit;

import io.kubelayers.application.ApplicationKinds;
import io.kubelayers.governance.GovernanceKinds;
import io.kubelayers.nucleus.NucleusKinds;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The {@code status.conditions} of an object of any kind, in their order.
 *
 * @param all the conditions
 */
record StatusConditions(List<Condition> all) {
    private static final Codec CODEC = codec();

    /** One of them; absent texts are "". */
    record Condition(String type, String status, String reason, String message) {
        Finding finding() {
            var text = type + "=" + status + (reason.isEmpty() ? "" : " " + reason)
                    + (message.isEmpty() ? "" : ": " + message);
            return status.equals("True")
                    ? Finding.pass("condition", "", text)
                    : status.equals("False")
                            ? Finding.fail("condition", "", text)
                            : Finding.note("condition", "", text);
        }
    }

    private static Codec codec() {
        var kinds = new ArrayList<Class<?>>(NucleusKinds.ALL);
        kinds.addAll(ApplicationKinds.ALL);
        kinds.addAll(GovernanceKinds.ALL);
        return Codec.of(TypeRegistry.of(kinds));
    }

    static StatusConditions of(KubernetesObject object) {
        var found = new ArrayList<Condition>();
        if (CODEC.toTree(object).get("status") instanceof Map<?, ?> status
                && status.get("conditions") instanceof List<?> conditions) {
            for (var condition : conditions) {
                if (condition instanceof Map<?, ?> fields) {
                    found.add(new Condition(
                            text(fields, "type"),
                            text(fields, "status"),
                            text(fields, "reason"),
                            text(fields, "message")));
                }
            }
        }
        return new StatusConditions(found);
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    /** The status of the condition of that type; "" if there is none. */
    String status(String type) {
        return all.stream()
                .filter(condition -> condition.type().equals(type))
                .map(Condition::status)
                .findFirst()
                .orElse("");
    }

    List<String> types() {
        return all.stream().map(Condition::type).toList();
    }

    List<Finding> findings() {
        return all.stream().map(Condition::finding).toList();
    }

    Finding finding(String subject) {
        return Finding.note("conditions", subject, all.isEmpty() ? "there are no conditions" : "conditions")
                .because(findings());
    }
}

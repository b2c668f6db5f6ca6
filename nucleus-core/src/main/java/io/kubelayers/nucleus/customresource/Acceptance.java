package io.kubelayers.nucleus.customresource;

import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Condition;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Names;
import io.kubelayers.nucleus.apiextensions.CustomResourceDefinition.Status;
import io.kubelayers.nucleus.value.Absent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the names that a definition asks for it gets, and whether it is served
 * (apiextensions {@code controller/status/naming_controller.go} and {@code controller/establish}).
 */
public final class Acceptance {
    private final CustomResourceDefinition definition;
    private final Set<@Nullable String> resources = new HashSet<>();
    private final Set<@Nullable String> kinds = new HashSet<>();
    private String reason = "";
    private String message = "";

    private Acceptance(CustomResourceDefinition definition, Collection<CustomResourceDefinition> all) {
        this.definition = definition;
        for (var other : all) {
            if (other.spec().group().equals(definition.spec().group())) {
                var taken = other.status().acceptedNames();
                resources.add(taken.plural());
                resources.add(taken.singular());
                resources.addAll(taken.shortNames());
                kinds.add(taken.kind());
                kinds.add(taken.listKind());
            }
        }
    }

    /** The definition with its names and conditions as they are among all stored definitions. */
    public static CustomResourceDefinition of(
            CustomResourceDefinition definition, Collection<CustomResourceDefinition> all, Instant now) {
        return definition.withStatus(new Acceptance(definition, all).status(now));
    }

    /** Whether the objects of a definition are served. */
    public static boolean isEstablished(CustomResourceDefinition definition) {
        return definition.status().conditions().stream()
                .anyMatch(condition -> condition.type().equals("Established")
                        && condition.status().equals("True"));
    }

    private Status status(Instant now) {
        var old = definition.status();
        var names = names(definition.spec().names(), old.acceptedNames());
        var conditions = new ArrayList<>(old.conditions());
        if (Approval.isNeeded(definition.spec().group())) {
            put(conditions, approval(now));
        }
        boolean accepted = reason.isEmpty();
        put(
                conditions,
                accepted
                        ? condition("NamesAccepted", true, now, "NoConflicts", "no conflicts found")
                        : condition("NamesAccepted", false, now, reason, message));
        if (!isEstablished(definition)) {
            put(
                    conditions,
                    accepted
                            ? condition(
                                    "Established",
                                    true,
                                    now,
                                    "InitialNamesAccepted",
                                    "the initial names have been accepted")
                            : condition("Established", false, now, "NotAccepted", "not all names are accepted"));
        }
        return old.withConditions(conditions).withAcceptedNames(names);
    }

    private Names names(Names wanted, Names held) {
        var shortNames = held.shortNames();
        var plural = free(wanted.plural(), held.plural(), resources, "PluralConflict");
        var singular = free(wanted.singular(), held.singular(), resources, "SingularConflict");
        if (!wanted.shortNames().equals(held.shortNames())) {
            var taken = wanted.shortNames().stream()
                    .filter(name -> !isOwn(name, held) && resources.contains(name))
                    .map(Acceptance::inUse)
                    .toList();
            if (taken.isEmpty()) {
                shortNames = wanted.shortNames();
            } else {
                conflict("ShortNamesConflict", taken.size() == 1 ? taken.get(0) : "[" + String.join(", ", taken) + "]");
            }
        }
        var kind = free(wanted.kind(), held.kind(), kinds, "KindConflict");
        var listKind = free(wanted.listKind(), held.listKind(), kinds, "ListKindConflict");
        return new Names(Absent.text(plural), singular, shortNames, Absent.text(kind), listKind, wanted.categories());
    }

    /** Names that the definition has itself are among those taken. */
    private static boolean isOwn(String name, Names held) {
        return held.shortNames().contains(name) || name.equals(held.plural()) || name.equals(held.singular());
    }

    private @Nullable String free(
            @Nullable String wanted, @Nullable String held, Set<@Nullable String> taken, String conflict) {
        if (wanted == null || wanted.equals(held) || !taken.contains(wanted)) {
            return wanted;
        }
        conflict(conflict, inUse(wanted));
        return held;
    }

    private void conflict(String reason, String message) {
        this.reason = reason;
        this.message = message;
    }

    private static String inUse(@Nullable String name) {
        return "\"" + name + "\" is already in use";
    }

    private Condition approval(Instant now) {
        var approval = Approval.of(definition);
        return condition(
                "KubernetesAPIApprovalPolicyConformant",
                approval == Approval.APPROVED,
                now,
                approval.reason(),
                approval.message(definition));
    }

    private static Condition condition(String type, boolean is, Instant now, String reason, String message) {
        return new Condition(type, is ? "True" : "False", now, reason, message, 0);
    }

    /** Puts a condition where its type stood, or at the end; one that says the same keeps its time. */
    private static void put(List<Condition> conditions, Condition next) {
        for (int i = 0; i < conditions.size(); i++) {
            var held = conditions.get(i);
            if (held.type().equals(next.type())) {
                conditions.set(
                        i,
                        held.status().equals(next.status())
                                ? next.withLastTransitionTime(held.lastTransitionTime())
                                : next);
                return;
            }
        }
        conditions.add(next);
    }
}

package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.admissionregistration.MatchResources;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import java.util.HashSet;
import java.util.List;

/** Which requests concern a policy or a binding ({@code validateMatchResources}). */
final class MatchResourcesChecks {
    private static final List<String> MATCH = List.of("Equivalent", "Exact");

    private MatchResourcesChecks() {}

    static void check(FieldPath path, MatchResources match, List<FieldError> errors) {
        if (match.matchPolicy() == null) {
            errors.add(FieldError.required(path.child("matchPolicy"), ""));
        }
        WebhookChecks.choice(path.child("matchPolicy"), match.matchPolicy(), MATCH, errors);
        WebhookChecks.selectors(path, match.namespaceSelector(), match.objectSelector(), errors);
        rules(path.child("resourceRules"), match.resourceRules(), errors);
        rules(path.child("excludeResourceRules"), match.excludeResourceRules(), errors);
    }

    private static void rules(
            FieldPath path, List<MatchResources.NamedRuleWithOperations> rules, List<FieldError> errors) {
        for (int i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            var at = path.index(i);
            var names = new HashSet<String>();
            for (int j = 0; j < rule.resourceNames().size(); j++) {
                var name = rule.resourceNames().get(j);
                var place = at.child("resourceNames").index(j);
                MetaRules.invalid(place, name, Names.pathSegment(name), errors);
                if (!names.add(name)) {
                    errors.add(FieldError.duplicate(place, name));
                }
            }
            RuleChecks.check(
                    at,
                    rule.operations(),
                    rule.apiGroups(),
                    rule.apiVersions(),
                    rule.resources(),
                    rule.scope(),
                    errors);
        }
    }
}

package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/** What a ClusterRole must look like. */
public final class ClusterRoleRules implements KindRules<ClusterRole> {
    @Override
    public Class<ClusterRole> type() {
        return ClusterRole.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew().withMetadataAsNew();
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public List<FieldError> validate(ClusterRole role) {
        var errors = new ArrayList<>(PolicyRuleErrors.of(role.rules(), false));
        var aggregation = role.aggregationRule();
        if (aggregation != null && aggregation.clusterRoleSelectors().isEmpty()) {
            errors.add(FieldError.required(
                    FieldPath.of("aggregationRule", "clusterRoleSelectors"),
                    "at least one clusterRoleSelector required if aggregationRule is non-nil"));
        }
        if (aggregation != null) {
            var path = FieldPath.of("aggregationRule", "clusterRoleSelectors");
            for (int i = 0; i < aggregation.clusterRoleSelectors().size(); i++) {
                var selector = aggregation.clusterRoleSelectors().get(i);
                var wrong = LabelSelectors.validate(path.index(i), selector);
                errors.addAll(wrong);
                if (!wrong.isEmpty()) {
                    errors.add(FieldError.invalid(path.index(i), "null", "invalid label selector."));
                }
            }
        }
        return errors;
    }
}

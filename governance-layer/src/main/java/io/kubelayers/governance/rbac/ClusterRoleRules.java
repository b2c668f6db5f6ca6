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
    private static final FieldPath SELECTORS = FieldPath.of("aggregationRule", "clusterRoleSelectors");

    @Override
    public Class<ClusterRole> type() {
        return ClusterRole.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withMetadataAsNew();
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
        return check(role, false);
    }

    /** Selectors of a role that had wrong ones may have values that no label has, but they have to select. */
    @Override
    public List<FieldError> validateUpdate(ClusterRole role, ClusterRole old) {
        var before = old.aggregationRule();
        return check(
                role,
                before != null
                        && before.clusterRoleSelectors().stream()
                                .anyMatch(selector -> !LabelSelectors.validate(SELECTORS, selector)
                                        .isEmpty()));
    }

    private static List<FieldError> check(ClusterRole role, boolean anyValues) {
        var errors = new ArrayList<>(PolicyRuleErrors.of(role.rules(), false));
        var aggregation = role.aggregationRule();
        if (aggregation == null) {
            return errors;
        }
        var selectors = aggregation.clusterRoleSelectors();
        if (selectors.isEmpty()) {
            errors.add(FieldError.required(
                    SELECTORS, "at least one clusterRoleSelector required if aggregationRule is non-nil"));
        }
        for (int i = 0; i < selectors.size(); i++) {
            var path = SELECTORS.index(i);
            errors.addAll(LabelSelectors.validate(path, selectors.get(i), anyValues));
            if (!LabelSelectors.validate(path, selectors.get(i)).isEmpty()) {
                errors.add(FieldError.invalid(path, "null", "invalid label selector."));
            }
        }
        return errors;
    }
}

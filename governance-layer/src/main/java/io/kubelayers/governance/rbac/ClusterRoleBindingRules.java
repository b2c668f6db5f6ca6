package io.kubelayers.governance.rbac;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.NameRule;
import java.util.ArrayList;
import java.util.List;

/** What a ClusterRoleBinding must look like, and that its role never changes. */
public final class ClusterRoleBindingRules implements KindRules<ClusterRoleBinding> {
    @Override
    public Class<ClusterRoleBinding> type() {
        return ClusterRoleBinding.class;
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
    public ClusterRoleBinding defaulted(ClusterRoleBinding binding) {
        return binding.withRoleRef(BindingErrors.defaulted(binding.roleRef()))
                .withSubjects(BindingErrors.defaulted(binding.subjects()));
    }

    @Override
    public List<FieldError> validate(ClusterRoleBinding binding) {
        return BindingErrors.of(binding.roleRef(), binding.subjects(), List.of("ClusterRole"), false);
    }

    @Override
    public List<FieldError> validateUpdate(ClusterRoleBinding binding, ClusterRoleBinding old) {
        var errors = new ArrayList<>(validate(binding));
        errors.addAll(BindingErrors.ofChange(binding.roleRef(), old.roleRef()));
        return errors;
    }
}

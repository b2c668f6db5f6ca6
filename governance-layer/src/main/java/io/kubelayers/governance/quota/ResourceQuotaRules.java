package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.ShownValue;
import io.kubelayers.nucleus.value.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a ResourceQuota must look like, and that its scopes never change (pkg/apis/core/validation/validation.go). */
public final class ResourceQuotaRules implements KindRules<ResourceQuota> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath STATUS = FieldPath.of("status");

    @Override
    public Class<ResourceQuota> type() {
        return ResourceQuota.class;
    }

    /** The status is the controller's to write. */
    @Override
    public ResourceQuota prepareForCreate(ResourceQuota quota) {
        return quota.withStatus(ResourceQuota.Status.EMPTY);
    }

    @Override
    public List<FieldError> validate(ResourceQuota quota) {
        var errors = new ArrayList<FieldError>();
        amounts(quota.spec().hard(), SPEC.child("hard"), errors);
        ScopeErrors.check(quota.spec(), SPEC, errors);
        errors.addAll(ofStatus(quota.status()));
        return errors;
    }

    @Override
    public List<FieldError> validateStatusUpdate(ResourceQuota quota, ResourceQuota old) {
        return ofStatus(quota.status());
    }

    private static List<FieldError> ofStatus(ResourceQuota.Status status) {
        var errors = new ArrayList<FieldError>();
        amounts(status.hard(), STATUS.child("hard"), errors);
        amounts(status.used(), STATUS.child("used"), errors);
        return errors;
    }

    @Override
    public List<FieldError> validateUpdate(ResourceQuota quota, ResourceQuota old) {
        var errors = new ArrayList<>(validate(quota));
        var scopes = quota.spec().scopes();
        if (!Set.copyOf(scopes).equals(Set.copyOf(old.spec().scopes()))) {
            errors.add(FieldError.invalid(SPEC.child("scopes"), ShownValue.of(scopes), "field is immutable"));
        }
        return errors;
    }

    /** Who creates one that grants more requests than limits is told, since no pods can use it up. */
    @Override
    public List<String> warnings(ResourceQuota quota, @Nullable ResourceQuota old) {
        var warnings = new ArrayList<String>();
        if (old != null) {
            return warnings;
        }
        var hard = quota.spec().hard();
        for (var name : List.of("cpu", "memory", "storage", "ephemeral-storage")) {
            boolean bare = !hard.containsKey("requests." + name) && (name.equals("cpu") || name.equals("memory"));
            var requested = bare ? name : "requests." + name;
            var request = hard.get(requested);
            var limit = hard.get("limits." + name);
            if (request != null && limit != null && request.compareTo(limit) > 0) {
                warnings.add("ResourceQuota " + requested + " (" + request + ") should be less than limits." + name
                        + " (" + limit + ")");
            }
        }
        return warnings;
    }

    private static void amounts(Map<String, Quantity> amounts, FieldPath path, List<FieldError> errors) {
        amounts.forEach((name, amount) -> {
            var at = path.key(name);
            QuotaNames.check(name, at, errors);
            if (amount.sign() < 0) {
                errors.add(FieldError.invalid(at, amount.toString(), "must be greater than or equal to 0"));
            }
            if (QuotaNames.isInteger(name) && amount.milliValue() % 1000 != 0) {
                errors.add(FieldError.invalid(at, amount.toString(), "must be an integer"));
            }
        });
    }
}

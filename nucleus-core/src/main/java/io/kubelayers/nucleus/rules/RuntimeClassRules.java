package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.affinity.TaintRules;
import io.kubelayers.nucleus.core.RuntimeClass;
import io.kubelayers.nucleus.core.Toleration;
import io.kubelayers.nucleus.resources.ResourceRules;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.DeprecatedLabels;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The handler is a name that stays, what it needs is sensible ({@code pkg/apis/node/validation/validation.go}). */
final class RuntimeClassRules implements KindRules<RuntimeClass> {
    @Override
    public Class<RuntimeClass> type() {
        return RuntimeClass.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    @Override
    public List<String> warnings(RuntimeClass runtime) {
        var warnings = new ArrayList<String>();
        if (runtime.scheduling() != null) {
            for (var key : runtime.scheduling().nodeSelector().keySet()) {
                var message = DeprecatedLabels.message(key);
                if (message != null) {
                    warnings.add("scheduling.nodeSelector: " + message);
                }
            }
        }
        return warnings;
    }

    @Override
    public boolean allowsUnconditionalUpdate() {
        return false;
    }

    @Override
    public List<FieldError> validate(RuntimeClass runtime) {
        var errors = new ArrayList<FieldError>();
        MetaRules.invalid(FieldPath.of("handler"), runtime.handler(), Names.dnsLabel(runtime.handler()), errors);
        if (runtime.overhead() != null) {
            ResourceRules.limits(FieldPath.of("overhead"), runtime.overhead().podFixed(), errors);
        }
        var scheduling = runtime.scheduling();
        if (scheduling != null) {
            var path = FieldPath.of("scheduling");
            errors.addAll(MetaRules.labels(path.child("nodeSelector"), scheduling.nodeSelector()));
            tolerations(path.child("tolerations"), scheduling.tolerations(), errors);
        }
        return errors;
    }

    /** Upstream says the name of the field twice. */
    private static void tolerations(FieldPath path, List<Toleration> tolerations, List<FieldError> errors) {
        TaintRules.tolerations(path.child("tolerations"), tolerations, errors);
        var seen = new HashSet<Toleration>();
        for (int i = 0; i < tolerations.size(); i++) {
            if (!seen.add(tolerations.get(i).withTolerationSeconds(null))) {
                errors.add(FieldError.duplicate(path.index(i), ShownValue.of(tolerations.get(i))));
            }
        }
    }

    @Override
    public List<FieldError> validateUpdate(RuntimeClass runtime, RuntimeClass old) {
        var errors = new ArrayList<FieldError>();
        if (!runtime.handler().equals(old.handler())) {
            errors.add(FieldError.invalid(FieldPath.of("handler"), runtime.handler(), "field is immutable"));
        }
        return errors;
    }
}

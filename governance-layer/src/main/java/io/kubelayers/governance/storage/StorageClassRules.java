package io.kubelayers.governance.storage;

import io.kubelayers.nucleus.core.TopologySelectorTerm;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.DeprecatedLabels;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Defaults and checks of StorageClasses; what they promise never changes ({@code pkg/apis/storage}). */
public final class StorageClassRules implements KindRules<StorageClass> {
    private static final FieldPath PARAMETERS = FieldPath.of("parameters");
    private static final FieldPath TOPOLOGIES = FieldPath.of("allowedTopologies");
    private static final List<String> POLICIES = List.of("Delete", "Retain");
    private static final List<String> MODES = List.of("Immediate", "WaitForFirstConsumer");

    @Override
    public Class<StorageClass> type() {
        return StorageClass.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.USUAL.withAllAsNew();
    }

    @Override
    public StorageClass defaulted(StorageClass storage) {
        return storage.withReclaimPolicy(storage.reclaimPolicy() == null ? "Delete" : storage.reclaimPolicy())
                .withVolumeBindingMode(storage.volumeBindingMode() == null ? "Immediate" : storage.volumeBindingMode());
    }

    @Override
    public List<String> warnings(StorageClass storage) {
        var warnings = new ArrayList<String>();
        for (int i = 0; i < storage.allowedTopologies().size(); i++) {
            var path = TOPOLOGIES.index(i).child("matchLabelExpressions");
            var expressions = storage.allowedTopologies().get(i).matchLabelExpressions();
            for (int j = 0; j < expressions.size(); j++) {
                var message = DeprecatedLabels.message(expressions.get(j).key());
                if (message != null) {
                    warnings.add(path.index(j).child("key") + ": " + message);
                }
            }
        }
        return warnings;
    }

    @Override
    public List<FieldError> validate(StorageClass storage) {
        var errors = new FieldErrors();
        StorageParameters.provisioner(FieldPath.of("provisioner"), storage.provisioner(), errors);
        StorageParameters.check(PARAMETERS, storage.parameters(), true, errors);
        if (storage.reclaimPolicy() != null && !storage.reclaimPolicy().isEmpty()) {
            errors.oneOf(FieldPath.of("reclaimPolicy"), storage.reclaimPolicy(), POLICIES);
        }
        if (storage.volumeBindingMode() == null) {
            errors.required(FieldPath.of("volumeBindingMode"));
        }
        errors.oneOf(FieldPath.of("volumeBindingMode"), storage.volumeBindingMode(), MODES);
        topologies(storage.allowedTopologies(), errors);
        return errors.list();
    }

    /** Terms must differ; one without expressions equals every other that is not there, as upstream compares them. */
    private static void topologies(List<TopologySelectorTerm> terms, FieldErrors errors) {
        var before = new ArrayList<Map<String, Set<String>>>(Collections.nCopies(terms.size(), Map.of()));
        for (int i = 0; i < terms.size(); i++) {
            var path = TOPOLOGIES.index(i);
            var values = term(path, terms.get(i), errors);
            for (var other : before) {
                if (values.equals(other)) {
                    errors.duplicate(path.child("matchLabelExpressions"), "");
                }
            }
            before.add(values);
        }
    }

    private static Map<String, Set<String>> term(FieldPath path, TopologySelectorTerm term, FieldErrors errors) {
        var byKey = new TreeMap<String, Set<String>>();
        for (int i = 0; i < term.matchLabelExpressions().size(); i++) {
            var place = path.child("matchLabelExpressions").index(i);
            var expression = term.matchLabelExpressions().get(i);
            var values = new HashSet<String>();
            if (expression.values().isEmpty()) {
                errors.required(place.child("values"));
            }
            for (int j = 0; j < expression.values().size(); j++) {
                if (!values.add(expression.values().get(j))) {
                    errors.duplicate(
                            place.child("values").index(j), expression.values().get(j));
                }
            }
            errors.addAll(MetaRules.labelKey(place.child("key"), expression.key()));
            if (byKey.put(expression.key(), values) != null) {
                errors.duplicate(place.child("key"), expression.key());
            }
        }
        return byKey;
    }

    @Override
    public List<FieldError> validateUpdate(StorageClass storage, StorageClass old) {
        var errors = new FieldErrors();
        if (!storage.parameters().equals(old.parameters())) {
            errors.forbidden(PARAMETERS, "updates to parameters are forbidden.");
        }
        if (!storage.provisioner().equals(old.provisioner())) {
            errors.forbidden(FieldPath.of("provisioner"), "updates to provisioner are forbidden.");
        }
        if (!Objects.equals(storage.reclaimPolicy(), old.reclaimPolicy())) {
            errors.forbidden(FieldPath.of("reclaimPolicy"), "updates to reclaimPolicy are forbidden.");
        }
        errors.immutable(FieldPath.of("volumeBindingMode"), storage.volumeBindingMode(), old.volumeBindingMode());
        return errors.list();
    }
}

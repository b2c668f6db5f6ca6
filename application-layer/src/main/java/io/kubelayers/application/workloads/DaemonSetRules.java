package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Defaults and checks of DaemonSets, and the template generation that goes up with each new template. */
final class DaemonSetRules implements KindRules<DaemonSet> {
    private static final String GENERATION = "deprecated.daemonset.template.generation";

    @Override
    public Class<DaemonSet> type() {
        return DaemonSet.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public DaemonSet defaulted(DaemonSet set) {
        var spec = set.spec();
        return set.withSpec(spec.withUpdateStrategy(strategy(spec.updateStrategy()))
                .withRevisionHistoryLimit(spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit()));
    }

    private static DaemonSet.UpdateStrategy strategy(DaemonSet.UpdateStrategy strategy) {
        var type = strategy.type() == null ? DaemonSet.UpdateStrategyType.ROLLING_UPDATE : strategy.type();
        if (!type.equals(DaemonSet.UpdateStrategyType.ROLLING_UPDATE)) {
            return strategy;
        }
        var rolling = strategy.rollingUpdate();
        var unavailable =
                rolling == null || rolling.maxUnavailable() == null ? IntOrString.of(1) : rolling.maxUnavailable();
        var surge = rolling == null || rolling.maxSurge() == null ? IntOrString.ZERO : rolling.maxSurge();
        return new DaemonSet.UpdateStrategy(type, new DaemonSet.RollingUpdateDaemonSet(unavailable, surge));
    }

    @Override
    public DaemonSet prepareForCreate(DaemonSet set) {
        return withGeneration(set, 1);
    }

    @Override
    public DaemonSet prepareForUpdate(DaemonSet set, DaemonSet old) {
        long before = generation(old);
        return withGeneration(set, set.spec().template().equals(old.spec().template()) ? before : before + 1);
    }

    private static DaemonSet withGeneration(DaemonSet set, long generation) {
        var annotations = new TreeMap<>(set.metadata().annotations());
        annotations.put(GENERATION, String.valueOf(generation));
        return set.withMetadata(set.metadata().withAnnotations(annotations));
    }

    private static long generation(DaemonSet set) {
        try {
            return Long.parseLong(set.metadata().annotations().getOrDefault(GENERATION, "1"));
        } catch (NumberFormatException tampered) {
            return 1;
        }
    }

    @Override
    public List<FieldError> validate(DaemonSet set) {
        var spec = set.spec();
        var errors = new ArrayList<FieldError>();
        TemplateChecks.selector("daemonset", spec.selector(), spec.template(), errors);
        TemplateChecks.longRunning("DaemonSet", spec.template().spec(), errors);
        TemplateChecks.notNegative("minReadySeconds", spec.minReadySeconds(), errors);
        strategy(spec.updateStrategy(), errors);
        TemplateChecks.notNegative("revisionHistoryLimit", spec.revisionHistoryLimit(), errors);
        return errors;
    }

    private static void strategy(DaemonSet.UpdateStrategy strategy, List<FieldError> errors) {
        var path = TemplateChecks.SPEC.child("updateStrategy");
        var type = strategy.type();
        if (DaemonSet.UpdateStrategyType.ON_DELETE.equals(type)) {
            return;
        }
        if (!DaemonSet.UpdateStrategyType.ROLLING_UPDATE.equals(type)) {
            errors.add(FieldError.notSupported(
                    path,
                    type,
                    List.of(DaemonSet.UpdateStrategyType.ON_DELETE, DaemonSet.UpdateStrategyType.ROLLING_UPDATE)));
            return;
        }
        var rolling = strategy.rollingUpdate();
        if (rolling == null) {
            errors.add(FieldError.required(path.child("rollingUpdate"), ""));
            return;
        }
        var unavailable = path.child("rollingUpdate", "maxUnavailable");
        var surge = path.child("rollingUpdate", "maxSurge");
        TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), true, errors);
        TemplateChecks.countOrPercent(surge, rolling.maxSurge(), true, errors);
        boolean noUnavailable = TemplateChecks.isZero(rolling.maxUnavailable());
        boolean noSurge = TemplateChecks.isZero(rolling.maxSurge());
        if (noUnavailable && noSurge) {
            errors.add(FieldError.required(unavailable, "cannot be 0 when maxSurge is 0"));
        } else if (!noUnavailable && !noSurge && rolling.maxSurge() != null) {
            errors.add(FieldError.invalid(
                    surge, TemplateChecks.shown(rolling.maxSurge()), "may not be set when maxUnavailable is non-zero"));
        }
    }

    @Override
    public List<FieldError> validateUpdate(DaemonSet set, DaemonSet old) {
        return TemplateChecks.and(
                validate(set),
                TemplateChecks.sameSelector(set.spec().selector(), old.spec().selector()));
    }
}

package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;
import static io.kubelayers.application.workloads.TemplateChecks.STATUS;

import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.selector.LabelSelectors;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.GoText;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of DaemonSets, and the template generation that goes up with each new template. */
final class DaemonSetRules implements KindRules<DaemonSet> {
    private static final String GENERATION = "deprecated.daemonset.template.generation";

    @Override
    public Class<DaemonSet> type() {
        return DaemonSet.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public @Nullable String unreadable(DaemonSet set) {
        var generation = set.metadata().annotations().get(GENERATION);
        return generation == null ? null : GoText.integerProblem(generation);
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public DaemonSet defaulted(DaemonSet set) {
        var spec = set.spec();
        // every version that is served shows the count, so who sends an object owns it
        var counted = set.metadata().annotations().containsKey(GENERATION) ? set : withGeneration(set, 0);
        return counted.withSpec(spec.withUpdateStrategy(strategy(spec.updateStrategy()))
                .withRevisionHistoryLimit(spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit()));
    }

    private static DaemonSet.UpdateStrategy strategy(DaemonSet.UpdateStrategy strategy) {
        var type = strategy.type() == null ? DaemonSet.UpdateStrategyType.ROLLING_UPDATE : strategy.type();
        var rolling = strategy.rollingUpdate();
        if (!type.equals(DaemonSet.UpdateStrategyType.ROLLING_UPDATE)) {
            return rolling == null ? strategy : strategy.withRollingUpdate(written(rolling));
        }
        var unavailable =
                rolling == null || rolling.maxUnavailable() == null ? IntOrString.of(1) : rolling.maxUnavailable();
        var surge = rolling == null || rolling.maxSurge() == null ? IntOrString.ZERO : rolling.maxSurge();
        return new DaemonSet.UpdateStrategy(type, new DaemonSet.RollingUpdateDaemonSet(unavailable, surge));
    }

    /** A rolling update that will not be done has zeros: upstream keeps the numbers without telling unset ones. */
    private static DaemonSet.RollingUpdateDaemonSet written(DaemonSet.RollingUpdateDaemonSet rolling) {
        return new DaemonSet.RollingUpdateDaemonSet(
                rolling.maxUnavailable() == null ? IntOrString.ZERO : rolling.maxUnavailable(),
                rolling.maxSurge() == null ? IntOrString.ZERO : rolling.maxSurge());
    }

    /** A count that was sent goes on from there, as when a DaemonSet is restored from a copy. */
    @Override
    public DaemonSet prepareForCreate(DaemonSet set) {
        return withGeneration(set, Math.max(1, generation(set)));
    }

    @Override
    public DaemonSet prepareForUpdate(DaemonSet set, DaemonSet old) {
        long before = generation(old);
        return withGeneration(set, set.spec().template().equals(old.spec().template()) ? before : before + 1);
    }

    /** The count belongs to the spec, wherever it is shown. */
    @Override
    public DaemonSet prepareForStatusUpdate(DaemonSet set, DaemonSet old) {
        return withGeneration(set, generation(old));
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
        var errors = new FieldErrors();
        check(set.spec(), errors);
        return errors.list();
    }

    /** A missing selector is no error of its own: it matches nothing, hence not the template. */
    private static void check(DaemonSet.Spec spec, FieldErrors errors) {
        var path = SPEC.child("selector");
        if (spec.selector() != null) {
            errors.addAll(LabelSelectors.validate(path, spec.selector()));
        }
        TemplateChecks.read(spec.selector())
                .ifPresent(
                        selector -> TemplateChecks.matches(selector, spec.template(), TemplateChecks.TEMPLATE, errors));
        if (LabelSelector.EMPTY.equals(spec.selector())) {
            errors.invalid(path, spec.selector(), "empty selector is invalid for daemonset");
        }
        TemplateChecks.longRunning("DaemonSet", spec.template(), errors);
        errors.nonNegative(SPEC.child("minReadySeconds"), spec.minReadySeconds());
        strategy(spec.updateStrategy(), errors);
        errors.nonNegative(SPEC.child("revisionHistoryLimit"), spec.revisionHistoryLimit());
    }

    private static void strategy(DaemonSet.UpdateStrategy strategy, FieldErrors errors) {
        var path = SPEC.child("updateStrategy");
        if (DaemonSet.UpdateStrategyType.ON_DELETE.equals(strategy.type())) {
            return;
        }
        if (!DaemonSet.UpdateStrategyType.ROLLING_UPDATE.equals(strategy.type())) {
            errors.notSupported(
                    path,
                    strategy,
                    List.of(DaemonSet.UpdateStrategyType.ROLLING_UPDATE, DaemonSet.UpdateStrategyType.ON_DELETE));
        } else if (strategy.rollingUpdate() == null) {
            errors.required(path.child("rollingUpdate"));
        } else {
            rolling(path.child("rollingUpdate"), strategy.rollingUpdate(), errors);
        }
    }

    private static void rolling(FieldPath path, DaemonSet.RollingUpdateDaemonSet rolling, FieldErrors errors) {
        var unavailable = path.child("maxUnavailable");
        var surge = path.child("maxSurge");
        TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), errors);
        TemplateChecks.countOrPercent(surge, rolling.maxSurge(), errors);
        TemplateChecks.atMostAll(unavailable, rolling.maxUnavailable(), errors);
        TemplateChecks.atMostAll(surge, rolling.maxSurge(), errors);
        boolean noUnavailable = TemplateChecks.isZero(rolling.maxUnavailable());
        boolean noSurge = TemplateChecks.isZero(rolling.maxSurge());
        if (noUnavailable && noSurge) {
            errors.required(unavailable, "cannot be 0 when maxSurge is 0");
        } else if (!noUnavailable && !noSurge) {
            errors.invalid(surge, rolling.maxSurge(), "may not be set when maxUnavailable is non-zero");
        }
    }

    @Override
    public List<FieldError> validateUpdate(DaemonSet set, DaemonSet old) {
        var errors = new FieldErrors();
        check(set.spec(), errors);
        errors.immutable(
                SPEC.child("selector"), set.spec().selector(), old.spec().selector());
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(DaemonSet set, DaemonSet old) {
        var errors = new FieldErrors();
        var status = set.status();
        errors.nonNegative(STATUS.child("currentNumberScheduled"), status.currentNumberScheduled());
        errors.nonNegative(STATUS.child("numberMisscheduled"), status.numberMisscheduled());
        errors.nonNegative(STATUS.child("desiredNumberScheduled"), status.desiredNumberScheduled());
        errors.nonNegative(STATUS.child("numberReady"), status.numberReady());
        errors.nonNegative(STATUS.child("observedGeneration"), status.observedGeneration());
        errors.nonNegative(STATUS.child("updatedNumberScheduled"), status.updatedNumberScheduled());
        errors.nonNegative(STATUS.child("numberAvailable"), status.numberAvailable());
        errors.nonNegative(STATUS.child("numberUnavailable"), status.numberUnavailable());
        errors.nonNegative(STATUS.child("collisionCount"), status.collisionCount());
        TemplateChecks.notDecremented(
                "collisionCount", status.collisionCount(), old.status().collisionCount(), errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(DaemonSet set, @Nullable DaemonSet old) {
        return old == null || generation(set) != generation(old)
                ? TemplateChecks.templateWarnings(
                        TemplateChecks.TEMPLATE, set.spec().template())
                : List.of();
    }
}

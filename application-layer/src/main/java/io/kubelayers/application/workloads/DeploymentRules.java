package io.kubelayers.application.workloads;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.ArrayList;
import java.util.List;

/** Defaults and checks of Deployments ({@code pkg/apis/apps/v1/defaults.go}, {@code validation.go}). */
final class DeploymentRules implements KindRules<Deployment> {
    private static final IntOrString QUARTER = IntOrString.of("25%");

    @Override
    public Class<Deployment> type() {
        return Deployment.class;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public Deployment defaulted(Deployment deployment) {
        var spec = deployment.spec();
        return deployment.withSpec(spec.withReplicas(spec.replicas() == null ? 1 : spec.replicas())
                .withStrategy(strategy(spec.strategy()))
                .withRevisionHistoryLimit(spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit())
                .withProgressDeadlineSeconds(
                        spec.progressDeadlineSeconds() == null ? 600 : spec.progressDeadlineSeconds()));
    }

    private static Deployment.Strategy strategy(Deployment.Strategy strategy) {
        var type = strategy.type() == null ? Deployment.StrategyType.ROLLING_UPDATE : strategy.type();
        if (!type.equals(Deployment.StrategyType.ROLLING_UPDATE)) {
            return strategy;
        }
        var rolling = strategy.rollingUpdate();
        var unavailable = rolling == null || rolling.maxUnavailable() == null ? QUARTER : rolling.maxUnavailable();
        var surge = rolling == null || rolling.maxSurge() == null ? QUARTER : rolling.maxSurge();
        return new Deployment.Strategy(type, new Deployment.RollingUpdateDeployment(unavailable, surge));
    }

    @Override
    public List<FieldError> validate(Deployment deployment) {
        var spec = deployment.spec();
        var errors = new ArrayList<FieldError>();
        TemplateChecks.notNegative("replicas", spec.replicas(), errors);
        TemplateChecks.selector("deployment", spec.selector(), spec.template(), errors);
        TemplateChecks.longRunning("ReplicaSet", spec.template().spec(), errors);
        strategy(spec.strategy(), errors);
        TemplateChecks.notNegative("minReadySeconds", spec.minReadySeconds(), errors);
        TemplateChecks.notNegative("revisionHistoryLimit", spec.revisionHistoryLimit(), errors);
        var deadline = spec.progressDeadlineSeconds();
        TemplateChecks.notNegative("progressDeadlineSeconds", deadline, errors);
        if (deadline != null && deadline <= spec.minReadySeconds()) {
            errors.add(FieldError.invalid(
                    TemplateChecks.SPEC.child("progressDeadlineSeconds"),
                    deadline.longValue(),
                    "must be greater than minReadySeconds"));
        }
        return errors;
    }

    private static void strategy(Deployment.Strategy strategy, List<FieldError> errors) {
        var path = TemplateChecks.SPEC.child("strategy");
        var rolling = strategy.rollingUpdate();
        if (Deployment.StrategyType.RECREATE.equals(strategy.type())) {
            if (rolling != null) {
                errors.add(FieldError.forbidden(
                        path.child("rollingUpdate"), "may not be specified when strategy `type` is 'Recreate'"));
            }
            return;
        }
        if (!Deployment.StrategyType.ROLLING_UPDATE.equals(strategy.type())) {
            errors.add(FieldError.notSupported(
                    path,
                    strategy.type(),
                    List.of(Deployment.StrategyType.RECREATE, Deployment.StrategyType.ROLLING_UPDATE)));
            return;
        }
        if (rolling == null) {
            errors.add(FieldError.required(path.child("rollingUpdate"), "this should be defaulted and never be nil"));
            return;
        }
        var unavailable = path.child("rollingUpdate", "maxUnavailable");
        TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), true, errors);
        TemplateChecks.countOrPercent(path.child("rollingUpdate", "maxSurge"), rolling.maxSurge(), false, errors);
        if (rolling.maxUnavailable() != null
                && TemplateChecks.isZero(rolling.maxUnavailable())
                && TemplateChecks.isZero(rolling.maxSurge())) {
            errors.add(FieldError.invalid(
                    unavailable, TemplateChecks.shown(rolling.maxUnavailable()), "may not be 0 when `maxSurge` is 0"));
        }
    }

    @Override
    public List<FieldError> validateUpdate(Deployment deployment, Deployment old) {
        return TemplateChecks.and(
                validate(deployment),
                TemplateChecks.sameSelector(
                        deployment.spec().selector(), old.spec().selector()));
    }
}

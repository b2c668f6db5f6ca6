package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;
import static io.kubelayers.application.workloads.TemplateChecks.STATUS;

import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.IntOrString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of Deployments ({@code pkg/apis/apps/v1/defaults.go}, {@code validation.go}). */
final class DeploymentRules implements KindRules<Deployment> {
    private static final IntOrString QUARTER = IntOrString.of("25%");

    @Override
    public Class<Deployment> type() {
        return Deployment.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public @Nullable String unreadable(Deployment deployment) {
        return RollbackAnnotation.problem(deployment);
    }

    @Override
    public List<List<String>> fieldsResetByStatusUpdates() {
        return List.of(List.of("metadata", "labels"));
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public Deployment defaulted(Deployment deployment) {
        var spec = deployment.spec();
        return RollbackAnnotation.asRead(deployment)
                .withSpec(spec.withReplicas(spec.replicas() == null ? 1 : spec.replicas())
                        .withStrategy(strategy(spec.strategy()))
                        .withRevisionHistoryLimit(
                                spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit())
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

    /** Annotations carry the rollback of old clients, so a change of them is news for the controller. */
    @Override
    public boolean isNewGeneration(Deployment deployment, Deployment old) {
        return !deployment.metadata().annotations().equals(old.metadata().annotations());
    }

    /** The rollback is part of the spec, whatever it looks like. */
    @Override
    public Deployment prepareForStatusUpdate(Deployment deployment, Deployment old) {
        var kept = RollbackAnnotation.kept(deployment, old);
        return kept.withMetadata(kept.metadata().withLabels(old.metadata().labels()));
    }

    @Override
    public List<FieldError> validate(Deployment deployment) {
        var errors = new FieldErrors();
        check(deployment, errors);
        return errors.list();
    }

    private static void check(Deployment deployment, FieldErrors errors) {
        var spec = deployment.spec();
        errors.nonNegative(SPEC.child("replicas"), spec.replicas());
        TemplateChecks.selectorAndTemplate(spec.selector(), spec.template(), errors);
        strategy(spec.strategy(), errors);
        errors.nonNegative(SPEC.child("minReadySeconds"), spec.minReadySeconds());
        errors.nonNegative(SPEC.child("revisionHistoryLimit"), spec.revisionHistoryLimit());
        errors.nonNegative(SPEC.child("rollback", "version"), RollbackAnnotation.revision(deployment));
        var deadline = spec.progressDeadlineSeconds();
        errors.nonNegative(SPEC.child("progressDeadlineSeconds"), deadline);
        if (deadline != null && deadline <= spec.minReadySeconds()) {
            errors.invalid(SPEC.child("progressDeadlineSeconds"), deadline, "must be greater than minReadySeconds");
        }
    }

    private static void strategy(Deployment.Strategy strategy, FieldErrors errors) {
        var path = SPEC.child("strategy");
        var rolling = strategy.rollingUpdate();
        if (Deployment.StrategyType.RECREATE.equals(strategy.type())) {
            if (rolling != null) {
                errors.forbidden(
                        path.child("rollingUpdate"), "may not be specified when strategy `type` is 'Recreate'");
            }
        } else if (!Deployment.StrategyType.ROLLING_UPDATE.equals(strategy.type())) {
            errors.notSupported(
                    path, strategy, List.of(Deployment.StrategyType.RECREATE, Deployment.StrategyType.ROLLING_UPDATE));
        } else if (rolling == null) {
            errors.required(path.child("rollingUpdate"), "this should be defaulted and never be nil");
        } else {
            rolling(path.child("rollingUpdate"), rolling, errors);
        }
    }

    private static void rolling(FieldPath path, Deployment.RollingUpdateDeployment rolling, FieldErrors errors) {
        var unavailable = path.child("maxUnavailable");
        TemplateChecks.countOrPercent(unavailable, rolling.maxUnavailable(), errors);
        TemplateChecks.countOrPercent(path.child("maxSurge"), rolling.maxSurge(), errors);
        if (TemplateChecks.isZero(rolling.maxUnavailable()) && TemplateChecks.isZero(rolling.maxSurge())) {
            errors.invalid(unavailable, rolling.maxUnavailable(), "may not be 0 when `maxSurge` is 0");
        }
        TemplateChecks.atMostAll(unavailable, rolling.maxUnavailable(), errors);
    }

    @Override
    public List<FieldError> validateUpdate(Deployment deployment, Deployment old) {
        var errors = new FieldErrors();
        check(deployment, errors);
        errors.immutable(
                SPEC.child("selector"), deployment.spec().selector(), old.spec().selector());
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(Deployment deployment, Deployment old) {
        var errors = new FieldErrors();
        var status = deployment.status();
        errors.nonNegative(STATUS.child("observedGeneration"), status.observedGeneration());
        errors.nonNegative(STATUS.child("replicas"), status.replicas());
        errors.nonNegative(STATUS.child("updatedReplicas"), status.updatedReplicas());
        errors.nonNegative(STATUS.child("readyReplicas"), status.readyReplicas());
        errors.nonNegative(STATUS.child("availableReplicas"), status.availableReplicas());
        errors.nonNegative(STATUS.child("unavailableReplicas"), status.unavailableReplicas());
        errors.nonNegative(STATUS.child("terminatingReplicas"), status.terminatingReplicas());
        errors.nonNegative(STATUS.child("collisionCount"), status.collisionCount());
        var all = "status.replicas";
        TemplateChecks.notMore("updatedReplicas", status.updatedReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore("readyReplicas", status.readyReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore("availableReplicas", status.availableReplicas(), status.replicas(), all, errors);
        TemplateChecks.notMore(
                "availableReplicas", status.availableReplicas(), status.readyReplicas(), "readyReplicas", errors);
        TemplateChecks.notDecremented(
                "collisionCount", status.collisionCount(), old.status().collisionCount(), errors);
        return errors.list();
    }

    @Override
    public List<String> warnings(Deployment deployment, @Nullable Deployment old) {
        return TemplateChecks.warnings(deployment, old, deployment.spec().template());
    }
}

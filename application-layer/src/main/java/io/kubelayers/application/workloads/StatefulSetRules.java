package io.kubelayers.application.workloads;

import static io.kubelayers.application.workloads.TemplateChecks.SPEC;

import io.kubelayers.nucleus.core.PersistentVolumeClaim;
import io.kubelayers.nucleus.pod.PodTemplates;
import io.kubelayers.nucleus.server.GatedFields;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.value.IntOrString;
import io.kubelayers.nucleus.volume.ClaimWarnings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of StatefulSets. */
final class StatefulSetRules implements KindRules<StatefulSet> {
    private static final String FROZEN =
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy',"
                    + " 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are"
                    + " forbidden";
    private static final String RETAIN = StatefulSet.PersistentVolumeClaimRetentionPolicyType.RETAIN;

    @Override
    public Class<StatefulSet> type() {
        return StatefulSet.class;
    }

    @Override
    public GatedFields gatedFields() {
        return PodTemplates.GATED_IN_SPEC;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    /** Its pods have its name and a number, in host names too. */
    @Override
    public NameRule nameRule() {
        return NameRule.DNS_LABEL;
    }

    @Override
    public StatefulSet defaulted(StatefulSet set) {
        var spec = set.spec();
        return set.withSpec(spec.withPodManagementPolicy(
                        or(spec.podManagementPolicy(), StatefulSet.PodManagementPolicyType.ORDERED_READY))
                .withUpdateStrategy(strategy(spec.updateStrategy()))
                .withPersistentVolumeClaimRetentionPolicy(retention(spec.persistentVolumeClaimRetentionPolicy()))
                .withReplicas(spec.replicas() == null ? 1 : spec.replicas())
                .withRevisionHistoryLimit(spec.revisionHistoryLimit() == null ? 10 : spec.revisionHistoryLimit())
                .withVolumeClaimTemplates(claims(spec.volumeClaimTemplates())));
    }

    private static StatefulSet.UpdateStrategy strategy(StatefulSet.UpdateStrategy strategy) {
        var type = or(strategy.type(), StatefulSet.UpdateStrategyType.ROLLING_UPDATE);
        var rolling = strategy.rollingUpdate();
        if (!type.equals(StatefulSet.UpdateStrategyType.ROLLING_UPDATE)
                || (strategy.type() != null && rolling == null)) {
            return strategy;
        }
        return new StatefulSet.UpdateStrategy(
                type,
                new StatefulSet.RollingUpdateStatefulSetStrategy(
                        rolling == null || rolling.partition() == null ? 0 : rolling.partition(),
                        rolling == null || rolling.maxUnavailable() == null
                                ? IntOrString.of(1)
                                : rolling.maxUnavailable()));
    }

    private static StatefulSet.PersistentVolumeClaimRetentionPolicy retention(
            StatefulSet.@Nullable PersistentVolumeClaimRetentionPolicy policy) {
        return new StatefulSet.PersistentVolumeClaimRetentionPolicy(
                or(policy == null ? null : policy.whenDeleted(), RETAIN),
                or(policy == null ? null : policy.whenScaled(), RETAIN));
    }

    private static List<PersistentVolumeClaim> claims(List<PersistentVolumeClaim> templates) {
        var claims = new ArrayList<PersistentVolumeClaim>();
        for (var claim : templates) {
            claims.add(claim.withSpec(
                            claim.spec().withVolumeMode(or(claim.spec().volumeMode(), "Filesystem")))
                    .withStatus(claim.status().withPhase(or(claim.status().phase(), "Pending"))));
        }
        return claims;
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    @Override
    public List<FieldError> validate(StatefulSet set) {
        var errors = new FieldErrors();
        StatefulSetChecks.check(set.spec(), errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateUpdate(StatefulSet set, StatefulSet old) {
        var errors = new FieldErrors();
        var spec = set.spec();
        StatefulSetChecks.checkChanged(spec, old.spec(), errors);
        var frozen = old.spec()
                .withReplicas(spec.replicas())
                .withOrdinals(spec.ordinals())
                .withTemplate(spec.template())
                .withUpdateStrategy(spec.updateStrategy())
                .withRevisionHistoryLimit(spec.revisionHistoryLimit())
                .withPersistentVolumeClaimRetentionPolicy(spec.persistentVolumeClaimRetentionPolicy())
                .withMinReadySeconds(spec.minReadySeconds());
        if (!frozen.equals(spec)) {
            errors.forbidden(SPEC, FROZEN);
        }
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(StatefulSet set, StatefulSet old) {
        var errors = new FieldErrors();
        StatefulSetChecks.check(set.status(), errors);
        TemplateChecks.notDecremented(
                "collisionCount", set.status().collisionCount(), old.status().collisionCount(), errors);
        return errors.list();
    }

    /** Claims are looked at whatever changes; upstream calls their specs otherwise then. */
    @Override
    public List<String> warnings(StatefulSet set, @Nullable StatefulSet old) {
        var warnings = new ArrayList<String>();
        if (old == null || set.metadata().generation() != old.metadata().generation()) {
            warnings.addAll(TemplateChecks.templateWarnings(
                    TemplateChecks.TEMPLATE, set.spec().template()));
        }
        var claims = set.spec().volumeClaimTemplates();
        for (int i = 0; i < claims.size(); i++) {
            var path = SPEC.child("volumeClaimTemplates").index(i);
            warnings.addAll(ClaimWarnings.of(
                    old == null ? path : path.child("Spec"), claims.get(i).spec()));
        }
        var limit = set.spec().revisionHistoryLimit();
        if (limit != null && limit < 0) {
            warnings.add("spec.revisionHistoryLimit: a negative value retains all historical revisions; a value >= 0 is"
                    + " recommended");
        }
        return warnings;
    }
}

package io.kubelayers.application.batch;

import io.kubelayers.application.workloads.PodTemplateSpec;
import io.kubelayers.nucleus.api.Atomic;
import io.kubelayers.nucleus.api.Default;
import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.Immutable;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.Written;
import io.kubelayers.nucleus.core.ConditionStatus;
import io.kubelayers.nucleus.core.PodConditionType;
import io.kubelayers.nucleus.meta.LabelSelector;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * TODO-DOC.
 *
 * @param parallelism TODO-DOC
 * @param completions TODO-DOC
 * @param activeDeadlineSeconds TODO-DOC
 * @param podFailurePolicy TODO-DOC
 * @param successPolicy TODO-DOC
 * @param backoffLimit TODO-DOC
 * @param backoffLimitPerIndex TODO-DOC
 * @param maxFailedIndexes TODO-DOC
 * @param selector TODO-DOC
 * @param manualSelector TODO-DOC
 * @param template TODO-DOC
 * @param ttlSecondsAfterFinished TODO-DOC
 * @param completionMode TODO-DOC
 * @param suspend TODO-DOC
 * @param podReplacementPolicy TODO-DOC
 * @param managedBy TODO-DOC
 */
@RecordBuilder
public record JobSpec(
    @Pb(1) @Nullable Integer parallelism,
    @Pb(2) @Nullable Integer completions,
    @Pb(3) @Nullable Long activeDeadlineSeconds,
    @Pb(11) @Nullable PodFailurePolicy podFailurePolicy,
    @Immutable @Pb(16) @Nullable SuccessPolicy successPolicy,
    @Pb(7) @Nullable Integer backoffLimit,
    @Immutable @Pb(12) @Nullable Integer backoffLimitPerIndex,
    @Pb(13) @Nullable Integer maxFailedIndexes,
    @Pb(4) @Nullable LabelSelector selector,
    @Pb(5) @Nullable Boolean manualSelector,
    @Required @Pb(6) PodTemplateSpec template,
    @Pb(8) @Nullable Integer ttlSecondsAfterFinished,
    @EnumValues(CompletionMode.class) @Pb(9) @Nullable String completionMode,
    @Pb(10) @Nullable Boolean suspend,
    @EnumValues(PodReplacementPolicy.class) @Pb(14) @Nullable String podReplacementPolicy,
    @Immutable @Pb(15) @Nullable String managedBy)
    implements JobSpecBuilder.With {
    /** The value of a field that was not set. */
    public static final JobSpec EMPTY = new JobSpec(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public JobSpec {
        template = Absent.or(template, PodTemplateSpec.EMPTY);
    }


    /**
     * TODO-DOC.
     *
     * @param containerName TODO-DOC
     * @param operator TODO-DOC
     * @param values TODO-DOC
     */
    @RecordBuilder
    public record PodFailurePolicyOnExitCodesRequirement(
        @Pb(1) @Nullable String containerName,
        @Required @EnumValues(PodFailurePolicyOnExitCodesOperator.class) @Pb(2) String operator,
        @Required @ListSet @Pb(3) List<Integer> values)
        implements JobSpecPodFailurePolicyOnExitCodesRequirementBuilder.With {
        public PodFailurePolicyOnExitCodesRequirement {
            operator = Absent.text(operator);
            values = Absent.list(values);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param type TODO-DOC
     * @param status TODO-DOC
     */
    @RecordBuilder
    public record PodFailurePolicyOnPodConditionsPattern(
        @Required @EnumValues(value = PodConditionType.class, closed = false) @Pb(1) String type,
        @Written @Default("True") @EnumValues(value = ConditionStatus.class, closed = false) @Pb(2) String status)
        implements JobSpecPodFailurePolicyOnPodConditionsPatternBuilder.With {
        public PodFailurePolicyOnPodConditionsPattern {
            type = Absent.text(type);
            status = Absent.text(status);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param action TODO-DOC
     * @param onExitCodes TODO-DOC
     * @param onPodConditions TODO-DOC
     */
    @RecordBuilder
    public record PodFailurePolicyRule(
        @Required @EnumValues(PodFailurePolicyAction.class) @Pb(1) String action,
        @Pb(2) @Nullable PodFailurePolicyOnExitCodesRequirement onExitCodes,
        @Atomic @Pb(3) List<PodFailurePolicyOnPodConditionsPattern> onPodConditions)
        implements JobSpecPodFailurePolicyRuleBuilder.With {
        public PodFailurePolicyRule {
            action = Absent.text(action);
            onPodConditions = Absent.list(onPodConditions);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param rules TODO-DOC
     */
    @RecordBuilder
    public record PodFailurePolicy(
        @Required @Atomic @Pb(1) List<PodFailurePolicyRule> rules)
        implements JobSpecPodFailurePolicyBuilder.With {
        public PodFailurePolicy {
            rules = Absent.list(rules);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param rules TODO-DOC
     */
    @RecordBuilder
    public record SuccessPolicy(
        @Required @Atomic @Pb(1) List<SuccessPolicyRule> rules)
        implements JobSpecSuccessPolicyBuilder.With {
        public SuccessPolicy {
            rules = Absent.list(rules);
        }

    }

    /**
     * TODO-DOC.
     *
     * @param succeededIndexes TODO-DOC
     * @param succeededCount TODO-DOC
     */
    @RecordBuilder
    public record SuccessPolicyRule(
        @Pb(1) @Nullable String succeededIndexes,
        @Pb(2) @Nullable Integer succeededCount)
        implements JobSpecSuccessPolicyRuleBuilder.With {
    }

    /** The values of {@code PodFailurePolicyOnExitCodesOperator}. */
    public static final class PodFailurePolicyOnExitCodesOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";

        private PodFailurePolicyOnExitCodesOperator() {}
    }

    /** The values of {@code PodFailurePolicyAction}. */
    public static final class PodFailurePolicyAction {
        public static final String FAIL_JOB = "FailJob";
        public static final String FAIL_INDEX = "FailIndex";
        public static final String IGNORE = "Ignore";
        public static final String COUNT = "Count";

        private PodFailurePolicyAction() {}
    }

    /** The values of {@code CompletionMode}. */
    public static final class CompletionMode {
        public static final String NON_INDEXED = "NonIndexed";
        public static final String INDEXED = "Indexed";

        private CompletionMode() {}
    }

    /** The values of {@code PodReplacementPolicy}. */
    public static final class PodReplacementPolicy {
        public static final String TERMINATING_OR_FAILED = "TerminatingOrFailed";
        public static final String FAILED = "Failed";

        private PodReplacementPolicy() {}
    }
}

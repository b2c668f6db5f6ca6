package io.kubelayers.nucleus.core;

import io.kubelayers.nucleus.api.EnumValues;
import io.kubelayers.nucleus.api.ListSet;
import io.kubelayers.nucleus.api.OmitEmpty;
import io.kubelayers.nucleus.api.OneOf;
import io.kubelayers.nucleus.api.Pb;
import io.kubelayers.nucleus.api.Required;
import io.kubelayers.nucleus.api.TypeName;
import io.kubelayers.nucleus.value.Absent;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that decides on a restart when a container exits.
 *
 * @param action What to do on a match: Restart or RestartAllContainers.
 * @param exitCodes Exit codes that the rule applies to.
 */
@RecordBuilder
public record ContainerRestartRule(
        @Required @OmitEmpty @EnumValues(value = Action.class, closed = false) @Pb(1) @Nullable String action,
        @OneOf("when") @Pb(2) @Nullable OnExitCodes exitCodes)
        implements ContainerRestartRuleBuilder.With {
    public ContainerRestartRule {
        action = Absent.optional(action);
    }

    /**
     * The test of a container's exit code in a restart rule.
     *
     * @param operator In matches the listed codes, NotIn matches all others.
     * @param values Exit codes to compare with, 0-255 each.
     */
    @TypeName("ContainerRestartRuleOnExitCodes")
    @RecordBuilder
    public record OnExitCodes(
            @Required @OmitEmpty @EnumValues(value = OnExitCodesOperator.class, closed = false) @Pb(1) @Nullable
                    String operator,
            @ListSet @Pb(2) List<Integer> values)
            implements ContainerRestartRuleOnExitCodesBuilder.With {
        public OnExitCodes {
            operator = Absent.optional(operator);
            values = Absent.list(values);
        }
    }

    /** The values of {@code ContainerRestartRuleAction} known upstream; others may occur. */
    @TypeName("ContainerRestartRuleAction")
    public static final class Action {
        public static final String RESTART = "Restart";
        public static final String RESTART_ALL_CONTAINERS = "RestartAllContainers";

        private Action() {}
    }

    /** The values of {@code ContainerRestartRuleOnExitCodesOperator} known upstream; others may occur. */
    @TypeName("ContainerRestartRuleOnExitCodesOperator")
    public static final class OnExitCodesOperator {
        public static final String IN = "In";
        public static final String NOT_IN = "NotIn";

        private OnExitCodesOperator() {}
    }
}

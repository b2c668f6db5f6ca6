package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.value.Absent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Defaults and checks of FlowSchemas ({@code pkg/apis/flowcontrol/validation}). */
public final class FlowSchemaRules implements KindRules<FlowSchema> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath PRECEDENCE = SPEC.child("matchingPrecedence");
    private static final int DEFAULT_PRECEDENCE = 1000;
    private static final int LAST_PRECEDENCE = 10_000;
    private static final String EXEMPT = "exempt";

    @Override
    public Class<FlowSchema> type() {
        return FlowSchema.class;
    }

    @Override
    public LooksAtChange looksAtChange() {
        return LooksAtChange.ONCE.withMetadataAsNew();
    }

    @Override
    public boolean statusUpdatesLeaveMetadata() {
        return true;
    }

    @Override
    public boolean countsGenerations() {
        return true;
    }

    @Override
    public FlowSchema defaulted(FlowSchema schema) {
        return schema.spec().matchingPrecedence() == 0
                ? schema.withSpec(schema.spec().withMatchingPrecedence(DEFAULT_PRECEDENCE))
                : schema;
    }

    @Override
    public List<FieldError> validate(FlowSchema schema) {
        var errors = new FieldErrors();
        var spec = schema.spec();
        int precedence = spec.matchingPrecedence();
        if (precedence <= 0) {
            errors.invalid(PRECEDENCE, precedence, "must be a positive value");
        }
        if (precedence > LAST_PRECEDENCE) {
            errors.invalid(PRECEDENCE, precedence, "must not be greater than " + LAST_PRECEDENCE);
        }
        if (precedence == 1 && !schema.metadata().nameOrEmpty().equals(EXEMPT)) {
            errors.invalid(PRECEDENCE, precedence, "only the schema named 'exempt' may have matchingPrecedence 1");
        }
        if (spec.distinguisherMethod() != null) {
            var known = List.of("ByNamespace", "ByUser");
            if (!known.contains(spec.distinguisherMethod().type())) {
                errors.notSupported(SPEC.child("distinguisherMethod", "type"), spec.distinguisherMethod(), known);
            }
        }
        var level = spec.priorityLevelConfiguration().name();
        var levelPath = SPEC.child("priorityLevelConfiguration", "name");
        if (level.isEmpty()) {
            errors.required(levelPath, "must reference a priority level");
        } else {
            errors.invalid(levelPath, level, NameRule.DNS_SUBDOMAIN.complaints(level, false));
        }
        for (int i = 0; i < spec.rules().size(); i++) {
            FlowRuleChecks.check(SPEC.child("rules").index(i), spec.rules().get(i), errors);
        }
        if (!DefaultFlowControl.isAsMade(schema)) {
            var name = schema.metadata().nameOrEmpty();
            errors.invalid(SPEC, spec, "spec of '" + name + "' must equal the fixed value");
        }
        conditions(schema, errors);
        return errors.list();
    }

    @Override
    public List<FieldError> validateStatusUpdate(FlowSchema schema, FlowSchema old) {
        var errors = new FieldErrors();
        conditions(schema, errors);
        return errors.list();
    }

    private static void conditions(FlowSchema schema, FieldErrors errors) {
        Set<String> seen = new HashSet<>();
        var conditions = schema.status().conditions();
        for (int i = 0; i < conditions.size(); i++) {
            var type = Absent.text(conditions.get(i).type());
            ConditionTypes.check(FieldPath.of("status", "conditions").index(i), type, seen, errors);
        }
    }
}

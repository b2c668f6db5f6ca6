package io.kubelayers.governance.flowcontrol;

import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldErrors;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.value.Absent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Defaults and checks of PriorityLevelConfigurations ({@code pkg/apis/flowcontrol}). */
public final class PriorityLevelConfigurationRules implements KindRules<PriorityLevelConfiguration> {
    private static final FieldPath SPEC = FieldPath.of("spec");
    private static final FieldPath LIMITED = SPEC.child("limited");
    private static final String NOT_NEGATIVE = "must be a non-negative integer";
    private static final int MOST_QUEUES = 10_000_000;
    private static final int MOST_BITS = 60;

    @Override
    public Class<PriorityLevelConfiguration> type() {
        return PriorityLevelConfiguration.class;
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
    public PriorityLevelConfiguration defaulted(PriorityLevelConfiguration level) {
        var spec = level.spec();
        if (spec.limited() != null) {
            spec = spec.withLimited(limited(spec.limited()));
        }
        if (spec.exempt() != null) {
            var exempt = spec.exempt();
            spec = spec.withExempt(new PriorityLevelConfiguration.ExemptPriorityLevelConfiguration(
                    orElse(exempt.nominalConcurrencyShares(), 0), orElse(exempt.lendablePercent(), 0)));
        }
        return level.withSpec(spec);
    }

    private static PriorityLevelConfiguration.LimitedPriorityLevelConfiguration limited(
            PriorityLevelConfiguration.LimitedPriorityLevelConfiguration limited) {
        var response = limited.limitResponse();
        var queuing = response.queuing();
        if (queuing != null) {
            response = response.withQueuing(new PriorityLevelConfiguration.QueuingConfiguration(
                    queuing.queues() == 0 ? 64 : queuing.queues(),
                    queuing.handSize() == 0 ? 8 : queuing.handSize(),
                    queuing.queueLengthLimit() == 0 ? 50 : queuing.queueLengthLimit()));
        }
        return limited.withNominalConcurrencyShares(orElse(limited.nominalConcurrencyShares(), 30))
                .withLendablePercent(orElse(limited.lendablePercent(), 0))
                .withLimitResponse(response);
    }

    private static Integer orElse(@Nullable Integer value, int otherwise) {
        return value == null ? Integer.valueOf(otherwise) : value;
    }

    @Override
    public List<FieldError> validate(PriorityLevelConfiguration level) {
        var errors = new FieldErrors();
        var spec = level.spec();
        boolean exempt = spec.type().equals("Exempt");
        if (level.metadata().nameOrEmpty().equals("exempt") != exempt) {
            errors.invalid(SPEC.child("type"), spec.type(), "must be 'Exempt' if and only if `name` is 'exempt'");
        }
        switch (spec.type()) {
            case "Exempt" -> exempt(spec, errors);
            case "Limited" -> limited(spec, errors);
            default -> errors.notSupported(SPEC.child("type"), spec.type(), List.of("Exempt", "Limited"));
        }
        if (!DefaultFlowControl.isAsMade(level)) {
            var free = level.metadata().nameOrEmpty().equals("exempt") ? " except the 'spec.exempt' field" : "";
            var name = level.metadata().nameOrEmpty();
            errors.invalid(SPEC, spec, "spec of '" + name + "'" + free + " must equal the fixed value");
        }
        conditions(level, errors);
        return errors.list();
    }

    private static void exempt(PriorityLevelConfiguration.Spec spec, FieldErrors errors) {
        if (spec.limited() != null) {
            errors.forbidden(LIMITED, "must be nil if the type is not Limited");
        }
        if (spec.exempt() != null) {
            var path = SPEC.child("exempt");
            var shares = spec.exempt().nominalConcurrencyShares();
            if (shares != null && shares < 0) {
                errors.invalid(path.child("nominalConcurrencyShares"), shares, NOT_NEGATIVE);
            }
            percent(path.child("lendablePercent"), spec.exempt().lendablePercent(), errors);
        }
    }

    private static void limited(PriorityLevelConfiguration.Spec spec, FieldErrors errors) {
        if (spec.exempt() != null) {
            errors.forbidden(SPEC.child("exempt"), "must be nil if the type is Limited");
        }
        var limited = spec.limited();
        if (limited == null) {
            errors.required(LIMITED, "must not be empty when type is Limited");
            return;
        }
        var shares = limited.nominalConcurrencyShares();
        if (shares != null && shares < 0) {
            errors.invalid(LIMITED.child("nominalConcurrencyShares"), shares, NOT_NEGATIVE);
        }
        response(LIMITED.child("limitResponse"), limited.limitResponse(), errors);
        percent(LIMITED.child("lendablePercent"), limited.lendablePercent(), errors);
        var borrowing = limited.borrowingLimitPercent();
        if (borrowing != null && borrowing < 0) {
            errors.invalid(
                    LIMITED.child("borrowingLimitPercent"), borrowing, "if specified, must be a non-negative integer");
        }
    }

    private static void percent(FieldPath path, @Nullable Integer percent, FieldErrors errors) {
        if (percent != null && (percent < 0 || percent > 100)) {
            errors.invalid(path, percent, "must be between 0 and 100, inclusive");
        }
    }

    private static void response(
            FieldPath path, PriorityLevelConfiguration.LimitResponse response, FieldErrors errors) {
        var queuing = path.child("queuing");
        switch (response.type()) {
            case "Reject" -> {
                if (response.queuing() != null) {
                    errors.forbidden(queuing, "must be nil if limited.limitResponse.type is not Limited");
                }
            }
            case "Queue" -> {
                if (response.queuing() == null) {
                    errors.required(queuing, "must not be empty if limited.limitResponse.type is Limited");
                } else {
                    queuing(queuing, response.queuing(), errors);
                }
            }
            default -> errors.notSupported(path.child("type"), response.type(), List.of("Queue", "Reject"));
        }
    }

    private static void queuing(
            FieldPath path, PriorityLevelConfiguration.QueuingConfiguration queuing, FieldErrors errors) {
        int queues = queuing.queues();
        int hand = queuing.handSize();
        if (queuing.queueLengthLimit() <= 0) {
            errors.invalid(path.child("queueLengthLimit"), queuing.queueLengthLimit(), "must be positive");
        }
        if (queues <= 0) {
            errors.invalid(path.child("queues"), queues, "must be positive");
        } else if (queues > MOST_QUEUES) {
            errors.invalid(path.child("queues"), queues, "must not be greater than " + MOST_QUEUES);
        }
        if (hand <= 0) {
            errors.invalid(path.child("handSize"), hand, "must be positive");
        } else if (hand > queues) {
            errors.invalid(path.child("handSize"), hand, "should not be greater than queues (" + queues + ")");
        } else if (bits(queues, hand) > MOST_BITS) {
            errors.invalid(
                    path.child("handSize"),
                    hand,
                    "required entropy bits of deckSize " + queues + " and handSize " + hand
                            + " should not be greater than " + MOST_BITS);
        }
    }

    /** The bits it takes to deal a hand: shuffle sharding has 60 ({@code RequiredEntropyBits}). */
    private static int bits(int queues, int hand) {
        return (int) Math.ceil(Math.log(queues) / Math.log(2) * hand);
    }

    @Override
    public List<FieldError> validateStatusUpdate(PriorityLevelConfiguration level, PriorityLevelConfiguration old) {
        var errors = new FieldErrors();
        conditions(level, errors);
        return errors.list();
    }

    private static void conditions(PriorityLevelConfiguration level, FieldErrors errors) {
        Set<String> seen = new HashSet<>();
        var conditions = level.status().conditions();
        for (int i = 0; i < conditions.size(); i++) {
            var type = Absent.text(conditions.get(i).type());
            ConditionTypes.check(FieldPath.of("status", "conditions").index(i), type, seen, errors);
        }
    }
}

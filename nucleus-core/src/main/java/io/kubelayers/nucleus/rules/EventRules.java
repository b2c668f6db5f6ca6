package io.kubelayers.nucleus.rules;

import io.kubelayers.nucleus.core.Event;
import io.kubelayers.nucleus.core.EventSource;
import io.kubelayers.nucleus.server.GarbageCollectionPolicy;
import io.kubelayers.nucleus.server.KindRules;
import io.kubelayers.nucleus.server.LooksAtChange;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.validation.FieldError;
import io.kubelayers.nucleus.validation.FieldPath;
import io.kubelayers.nucleus.validation.MetaRules;
import io.kubelayers.nucleus.validation.NameRule;
import io.kubelayers.nucleus.validation.Names;
import io.kubelayers.nucleus.validation.ShownValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What events may say (core/validation/events.go). The newer version is stricter: it knows no counters and sources of old,
 * and nothing of an event changes but how often it happened.
 */
final class EventRules implements KindRules<Event> {
    private static final int SHORT_MAX = 128;
    private static final int NOTE_MAX = 1024;
    private static final String UNSET = "needs to be unset";

    @Override
    public Class<Event> type() {
        return Event.class;
    }

    @Override
    public GarbageCollectionPolicy garbageCollection() {
        return GarbageCollectionPolicy.UNSUPPORTED;
    }

    @Override
    public NameRule nameRule() {
        return NameRule.PATH_SEGMENT;
    }

    @Override
    public NameRule nameRule(ResourceType asked) {
        return isStrict(asked) ? NameRule.DNS_SUBDOMAIN : NameRule.PATH_SEGMENT;
    }

    @Override
    public boolean refusesPlainFinalizers() {
        return false;
    }

    @Override
    public boolean allowsCreateOnUpdate() {
        return true;
    }

    /** The old version's own checks leave the metadata alone. */
    @Override
    public LooksAtChange looksAtChange(ResourceType asked) {
        return isStrict(asked) ? LooksAtChange.USUAL : LooksAtChange.ONCE;
    }

    /** Upstream keeps events of both groups as core's. */
    @Override
    public String groupOfErrors(ResourceType asked) {
        return "";
    }

    private static boolean isStrict(ResourceType asked) {
        return asked.group().equals("events.k8s.io") && asked.version().equals("v1");
    }

    @Override
    public List<FieldError> validate(Event event, ResourceType asked) {
        var errors = new ArrayList<FieldError>();
        always(event, asked, errors);
        if (isStrict(asked)) {
            series(event, errors);
            strict(event, errors);
        }
        return errors;
    }

    private static void always(Event event, ResourceType asked, List<FieldError> errors) {
        var namespace = event.metadata().namespaceOrEmpty();
        var about = orEmpty(event.involvedObject().namespace());
        boolean agrees;
        if (event.eventTime() == null) {
            agrees = about.isEmpty() ? namespace.isEmpty() || namespace.equals("default") : about.equals(namespace);
        } else {
            agrees = !about.isEmpty() || namespace.equals("default") || namespace.equals("kube-system");
        }
        if (!agrees) {
            errors.add(FieldError.invalid(
                    FieldPath.of("involvedObject", "namespace"), about, "does not match event.namespace"));
        }
        if (event.eventTime() != null) {
            reported(event, asked, errors);
        }
        MetaRules.invalid(FieldPath.of("namespace"), namespace, Names.dnsSubdomain(namespace), errors);
    }

    private static void reported(Event event, ResourceType asked, List<FieldError> errors) {
        var controller = FieldPath.of(asked.group().isEmpty() ? "reportingComponent" : "reportingController");
        var name = event.reportingComponent();
        if (name.isEmpty()) {
            errors.add(FieldError.required(controller, ""));
        }
        MetaRules.invalid(controller, name, Names.qualifiedName(name), errors);
        text("reportingInstance", event.reportingInstance(), errors);
        text("action", orEmpty(event.action()), errors);
        text("reason", orEmpty(event.reason()), errors);
        longest("message", orEmpty(event.message()), NOTE_MAX, errors);
    }

    private static void text(String field, String value, List<FieldError> errors) {
        if (value.isEmpty()) {
            errors.add(FieldError.required(FieldPath.of(field), ""));
        }
        longest(field, value, SHORT_MAX, errors);
    }

    private static void longest(String field, String value, int max, List<FieldError> errors) {
        if (value.getBytes(StandardCharsets.UTF_8).length > max) {
            errors.add(FieldError.invalid(FieldPath.of(field), "", "can have at most " + max + " characters"));
        }
    }

    private static void series(Event event, List<FieldError> errors) {
        var series = event.series();
        if (series == null) {
            return;
        }
        if (series.count() < 2) {
            errors.add(FieldError.invalid(FieldPath.of("series.count"), "", "should be at least 2"));
        }
        if (series.lastObservedTime() == null) {
            errors.add(FieldError.required(FieldPath.of("series.lastObservedTime"), ""));
        }
    }

    private static void strict(Event event, List<FieldError> errors) {
        if (event.eventTime() == null) {
            errors.add(FieldError.required(FieldPath.of("eventTime"), ""));
        }
        var type = orEmpty(event.type());
        if (!type.equals("Normal") && !type.equals("Warning")) {
            errors.add(FieldError.invalid(FieldPath.of("type"), "", "has invalid value: " + type));
        }
        unset("firstTimestamp", event.firstTimestamp() != null, errors);
        unset("lastTimestamp", event.lastTimestamp() != null, errors);
        unset("count", event.count() != 0, errors);
        unset("source", !event.source().equals(EventSource.EMPTY), errors);
    }

    private static void unset(String field, boolean set, List<FieldError> errors) {
        if (set) {
            errors.add(FieldError.invalid(FieldPath.of(field), "", UNSET));
        }
    }

    @Override
    public List<FieldError> validateUpdate(Event event, Event old, ResourceType asked) {
        var errors = new ArrayList<FieldError>();
        always(event, asked, errors);
        if (!isStrict(asked)) {
            return errors;
        }
        if (!Objects.equals(event.series(), old.series())) {
            series(event, errors);
        }
        same("involvedObject", event.involvedObject(), old.involvedObject(), errors);
        same("reason", orEmpty(event.reason()), orEmpty(old.reason()), errors);
        same("message", orEmpty(event.message()), orEmpty(old.message()), errors);
        same("source", event.source(), old.source(), errors);
        sameTime("firstTimestamp", event.firstTimestamp(), old.firstTimestamp(), errors);
        sameTime("lastTimestamp", event.lastTimestamp(), old.lastTimestamp(), errors);
        same("count", event.count(), old.count(), errors);
        same("reason", orEmpty(event.reason()), orEmpty(old.reason()), errors);
        same("type", orEmpty(event.type()), orEmpty(old.type()), errors);
        sameTime("eventTime", event.eventTime(), old.eventTime(), errors);
        same("action", orEmpty(event.action()), orEmpty(old.action()), errors);
        same("related", event.related(), old.related(), errors);
        same("reportingController", event.reportingComponent(), old.reportingComponent(), errors);
        same("reportingInstance", event.reportingInstance(), old.reportingInstance(), errors);
        return errors;
    }

    private static void same(String field, @Nullable Object now, @Nullable Object before, List<FieldError> errors) {
        if (!Objects.equals(now, before)) {
            errors.add(FieldError.invalid(FieldPath.of(field), ShownValue.of(now), "field is immutable"));
        }
    }

    /** A time that is not set reads null. */
    private static void sameTime(
            String field, @Nullable Instant now, @Nullable Instant before, List<FieldError> errors) {
        if (!Objects.equals(now, before)) {
            errors.add(FieldError.invalid(FieldPath.of(field), now, "field is immutable"));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.validation.FieldErrors;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Gathers what is wrong, so that all of it is told at once. Upstream: {@code Aggregate}. */
final class Mistakes {
    private final Set<Mistake> all = new LinkedHashSet<>();

    void add(Mistake mistake) {
        all.add(mistake);
    }

    /** What looking at a part gathers; a field of the wrong type ends the look at that part only. */
    void in(Consumer<FieldErrors> look) {
        var errors = new FieldErrors();
        during(() -> look.accept(errors), errors);
    }

    /** What doing this finds. */
    void during(Runnable work) {
        during(work, new FieldErrors());
    }

    private void during(Runnable work, FieldErrors errors) {
        try {
            work.run();
        } catch (ConfigurationException e) {
            errors.list().forEach(error -> add(Mistake.of(error)));
            all.addAll(e.mistakes());
            return;
        }
        errors.list().forEach(error -> add(Mistake.of(error)));
    }

    /** @throws ConfigurationException that lists all that is wrong, if something is */
    void throwIfAny() {
        if (!all.isEmpty()) {
            throw ConfigurationException.of(List.copyOf(all));
        }
    }
}

package io.kubelayers.nucleus.node;

import io.kubelayers.nucleus.core.Container;
import io.kubelayers.nucleus.core.Probe;
import java.util.Optional;

/** The three questions an agent asks a container. */
public enum ProbeKind {
    /** Has it come up? Until then the other two are not asked; failing restarts it. */
    STARTUP("Startup", "startup"),
    /** Is it alive? Failing restarts it. */
    LIVENESS("Liveness", "liveness"),
    /** Can it serve? Failing takes it out of its services. */
    READINESS("Readiness", "readiness");

    private final String title;
    private final String word;

    ProbeKind(String title, String word) {
        this.title = title;
        this.word = word;
    }

    /** The word that begins a sentence of an event. */
    String title() {
        return title;
    }

    /** The word within a sentence, and in script texts. */
    String word() {
        return word;
    }

    /** The probe of this kind that a container declares. */
    Optional<Probe> of(Container container) {
        return Optional.ofNullable(
                switch (this) {
                    case STARTUP -> container.startupProbe();
                    case LIVENESS -> container.livenessProbe();
                    case READINESS -> container.readinessProbe();
                });
    }
}

package io.kubelayers.nucleus.toolbox;

import java.util.function.Consumer;

/** Does something again and again, each time when the last has ended, at once or later; the stack does not grow. */
final class Steps {
    private final Consumer<Steps> step;
    private boolean inside;
    private boolean again;

    private Steps(Consumer<Steps> step) {
        this.step = step;
    }

    /** Begins. The step says {@link #next} when it has ended and is to be done again. */
    static void run(Consumer<Steps> step) {
        new Steps(step).next();
    }

    void next() {
        again = true;
        if (inside) {
            return;
        }
        inside = true;
        try {
            while (again) {
                again = false;
                step.accept(this);
            }
        } finally {
            inside = false;
        }
    }
}

package io.kubelayers.nucleus.control;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What higher layers answer to lower ones: a lower layer declares an interface (the question) and asks here, a higher
 * layer implements it. Immutable.
 *
 * <pre>{@code
 * // governance
 * Answers.none().with(StorageClasses.class, new ClusterStorageClasses(informers));
 * // application
 * context.answers().to(StorageClasses.class).orElse(StorageClasses.NONE);
 * }</pre>
 */
public final class Answers {
    private static final Answers NONE = new Answers(Map.of());

    private final Map<String, Object> answers;

    private Answers(Map<String, Object> answers) {
        this.answers = answers;
    }

    public static Answers none() {
        return NONE;
    }

    /** With an answer to this question; the last one counts. */
    public <Q> Answers with(Class<Q> question, Q answer) {
        var more = new TreeMap<>(answers);
        more.put(question.getName(), answer);
        return new Answers(more);
    }

    /** With the answers of another layer; where both answer, the other's count. */
    public Answers and(Answers others) {
        var all = new TreeMap<>(answers);
        all.putAll(others.answers);
        return new Answers(all);
    }

    /** The answer, if some layer gives one. */
    public <Q> Optional<Q> to(Class<Q> question) {
        return Optional.ofNullable(answers.get(question.getName())).map(question::cast);
    }
}

package io.kubelayers.nucleus.customresource;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/**
 * The regular expression of a schema, in the syntax of Go and with its promise: matching takes time in proportion to the
 * text, whatever the expression.
 */
public final class SchemaPattern {
    /** Compiling is what costs. Bounded: definitions come and go, and anybody who may write one chooses its patterns. */
    private static final Cache<String, SchemaPattern> KNOWN = CacheBuilder.newBuilder()
            .maximumWeight(1_000_000)
            .<String, SchemaPattern>weigher((text, pattern) -> pattern.size + text.length() + 100)
            .build();

    private final Pattern pattern;
    private final int size;

    private SchemaPattern(String text) {
        this.size = PatternSize.of(text);
        this.pattern = Pattern.compile(text);
    }

    /**
     * The pattern of a definition that was accepted.
     *
     * @throws PatternSyntaxException if it can't be read; see {@link #problem}
     */
    static SchemaPattern of(String text) {
        var known = KNOWN.getIfPresent(text);
        if (known == null) {
            known = new SchemaPattern(text);
            KNOWN.put(text, known);
        }
        return known;
    }

    /** What is wrong with a pattern, as Go says it; empty if it can be read. */
    public static Optional<String> problem(String text) {
        try {
            of(text);
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Whether it matches anywhere in the text. */
    boolean matches(String text) {
        return pattern.matcher(text).find();
    }
}

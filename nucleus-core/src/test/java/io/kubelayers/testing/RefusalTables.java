package io.kubelayers.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Tests whose rows stand in tables beside the test class: {@code errors.csv} of new objects, {@code changes.csv} of changes,
 * {@code statuses.csv} of statuses. A row is a sentence, the kind, the content or contents as YAML, and what they are refused
 * for; nothing if they are accepted.
 */
public interface RefusalTables {
    /** Where the objects are tried. */
    Refusals refusals();

    /** Rows of {@code errors.csv}. */
    interface OfNew extends RefusalTables {
        @ParameterizedTest(name = "{0}")
        @CsvFileSource(resources = "errors.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
        default void newObjects(String sentence, String kind, String content, @Nullable String errors) {
            assertThat(refusals().ofNew(kind, content)).isEqualTo(errors == null ? "" : errors);
        }
    }

    /** Rows of {@code changes.csv}. */
    interface OfChanges extends RefusalTables {
        @ParameterizedTest(name = "{0}")
        @CsvFileSource(resources = "changes.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
        default void changes(String sentence, String kind, String before, String after, @Nullable String errors) {
            assertThat(refusals().ofChange(kind, before, after)).isEqualTo(errors == null ? "" : errors);
        }
    }

    /** Rows of {@code statuses.csv}. */
    interface OfStatuses extends RefusalTables {
        @ParameterizedTest(name = "{0}")
        @CsvFileSource(resources = "statuses.csv", delimiter = '|', quoteCharacter = '~', maxCharsPerColumn = 8192)
        default void statuses(String sentence, String kind, String content, String status, @Nullable String errors) {
            assertThat(refusals().ofStatus(kind, content, status)).isEqualTo(errors == null ? "" : errors);
        }
    }
}

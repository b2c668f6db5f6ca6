package io.kubelayers.nucleus.validation;

/**
 * What changed in a record, for messages that refuse a change: its lines as upstream's internal types show them, those that
 * went with a minus, those that came with a plus (apimachinery {@code util/diff}).
 */
public final class FieldDiff {
    private FieldDiff() {}

    /** The differences with three lines around each. */
    public static <R extends Record> String text(R before, R after) {
        return LineDiff.unified(
                JsonText.indented(ShownValue.of(before)).lines().toList(),
                JsonText.indented(ShownValue.of(after)).lines().toList());
    }
}

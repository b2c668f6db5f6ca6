package io.kubelayers.governance.quota;

import io.kubelayers.nucleus.explain.Finding;
import io.kubelayers.nucleus.value.Absent;
import io.kubelayers.nucleus.value.Quantity;
import java.util.Locale;
import java.util.Map;

/**
 * What one quota says to a write.
 *
 * @param quota name of the quota
 * @param outcome the answer
 * @param requested what the write adds, as far as the quota limits it
 * @param used what is used so far, of the same names
 * @param hard the limits, of the same names
 * @param message one sentence
 */
public record QuotaCheck(
        String quota,
        Outcome outcome,
        Map<String, Quantity> requested,
        Map<String, Quantity> used,
        Map<String, Quantity> hard,
        String message) {
    /** The ways a quota may answer. */
    public enum Outcome {
        /** The quota tracks nothing of the object, or the object is not in its scopes. */
        DOES_NOT_APPLY,
        /** The write changes nothing that the quota tracks. */
        UNCHANGED,
        /** There is room. */
        FITS,
        /** The object does not state what the quota needs to know. */
        NOT_STATED,
        /** The quota controller has not counted yet. */
        NOT_COUNTED,
        /** There is no room. */
        EXCEEDED
    }

    public QuotaCheck {
        requested = Absent.map(requested);
        used = Absent.map(used);
        hard = Absent.map(hard);
    }

    static QuotaCheck plain(String quota, Outcome outcome, String message) {
        return new QuotaCheck(quota, outcome, Map.of(), Map.of(), Map.of(), message);
    }

    boolean refuses() {
        return outcome == Outcome.NOT_STATED || outcome == Outcome.NOT_COUNTED || outcome == Outcome.EXCEEDED;
    }

    Finding finding() {
        var code = "quota." + outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var finding =
                switch (outcome) {
                    case DOES_NOT_APPLY, UNCHANGED -> Finding.note(code, quota, message);
                    case FITS -> Finding.pass(code, quota, message);
                    case NOT_STATED, NOT_COUNTED, EXCEEDED -> Finding.fail(code, quota, message);
                };
        return requested.isEmpty()
                ? finding
                : finding.input("requested", Amounts.text(requested))
                        .input("used", Amounts.text(used))
                        .input("hard", Amounts.text(hard));
    }
}

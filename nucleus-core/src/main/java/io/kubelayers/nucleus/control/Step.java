package io.kubelayers.nucleus.control;

import java.time.Instant;

/**
 * One reconciliation, as drivers report it. Its text is one line of the event log: the same seed gives the same lines.
 *
 * @param number counts from 1
 * @param at when it ran
 * @param controller who ran
 * @param request what it looked at
 * @param outcome {@code done}, {@code again in …}, or {@code failed: …}
 */
public record Step(long number, Instant at, String controller, Request request, String outcome) {
    @Override
    public String toString() {
        return number + " " + at + " " + controller + " " + request + " " + outcome;
    }
}

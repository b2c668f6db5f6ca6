package io.kubelayers.nucleus.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * What several threads asked of a store at the same time, and what they were told.
 *
 * <p>It is linearizable if the calls can be put in an order in which a plain sequential store gives the same answers, and
 * in which no call comes before one that had returned when it began (Herlihy and Wing, "Linearizability", 1990). The
 * search tries every order; since answers carry revisions, wrong ones end early.
 */
final class CallHistory {
    private final AtomicLong clock = new AtomicLong();
    private final List<Call> calls = new ArrayList<>();

    /** A call: when it began and ended, what it does to a store and what it was told. */
    record Call(String name, long began, long ended, Function<Store, String> operation, String answer) {
        @Override
        public String toString() {
            return began + ".." + ended + " " + name + " = " + answer;
        }
    }

    /** Makes the call, and notes it down. */
    String call(String name, Store store, Function<Store, String> operation) {
        long began = clock.getAndIncrement();
        String answer = operation.apply(store);
        long ended = clock.getAndIncrement();
        note(new Call(name, began, ended, operation, answer));
        return answer;
    }

    synchronized void note(Call call) {
        calls.add(call);
    }

    /** An order of the calls that explains the answers, from the state of a sequential store on; empty if none does. */
    synchronized Optional<List<Call>> explanation(Store start) {
        List<Call> order = new ArrayList<>();
        return explain(List.copyOf(calls), start, order) ? Optional.of(order) : Optional.empty();
    }

    private static boolean explain(List<Call> open, Store state, List<Call> order) {
        if (open.isEmpty()) {
            return true;
        }
        long firstEnd = open.stream().mapToLong(Call::ended).min().orElseThrow();
        for (Call next : open) {
            Store after = state.fork();
            if (next.began() < firstEnd && next.operation().apply(after).equals(next.answer())) {
                order.add(next);
                List<Call> rest = open.stream().filter(call -> call != next).toList();
                if (explain(rest, after, order)) {
                    return true;
                }
                order.remove(order.size() - 1);
            }
        }
        return false;
    }

    @Override
    public synchronized String toString() {
        StringBuilder text = new StringBuilder();
        calls.stream()
                .sorted((one, other) -> Long.compare(one.began(), other.began()))
                .forEach(call -> text.append(call).append('\n'));
        return text.toString();
    }
}

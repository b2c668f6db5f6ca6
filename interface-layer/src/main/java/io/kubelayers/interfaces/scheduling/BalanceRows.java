package io.kubelayers.interfaces.scheduling;

import io.kubelayers.application.scheduling.Balance;
import java.util.List;
import java.util.Locale;

/** Two clusters side by side: how even, how full, how much of what is free is out of reach. */
final class BalanceRows {
    private BalanceRows() {}

    static List<List<String>> of(Balance first, int firstPending, Balance second, int secondPending) {
        return List.of(
                row("pods without a node", firstPending, secondPending),
                row("empty nodes", first.emptyNodes(), second.emptyNodes()),
                row("cpu requested", first.cpu().mean(), second.cpu().mean()),
                row(
                        "cpu deviation among nodes",
                        first.cpu().deviation(),
                        second.cpu().deviation()),
                row("free cpu stranded", first.cpu().stranded(), second.cpu().stranded()),
                row("memory requested", first.memory().mean(), second.memory().mean()),
                row(
                        "memory deviation among nodes",
                        first.memory().deviation(),
                        second.memory().deviation()),
                row(
                        "free memory stranded",
                        first.memory().stranded(),
                        second.memory().stranded()));
    }

    private static List<String> row(String what, int first, int second) {
        return List.of(what, Integer.toString(first), Integer.toString(second));
    }

    private static List<String> row(String what, double first, double second) {
        return List.of(what, percent(first), percent(second));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", share * 100);
    }
}

package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.files.FileNode;
import io.kubelayers.nucleus.files.FilePath;
import io.kubelayers.nucleus.program.Invocation;
import java.util.List;
import java.util.Optional;

/** {@code test} and {@code [}: whether a file is there, whether texts and numbers are equal. */
final class TestCommand {
    private TestCommand() {}

    static void start(Invocation run) {
        var words = run.command();
        boolean bracket = words.get(0).endsWith("[");
        if (bracket && !words.get(words.size() - 1).equals("]")) {
            run.printError("[: missing ]\n");
            run.exit(2);
            return;
        }
        try {
            boolean holds = holds(run, words.subList(1, words.size() - (bracket ? 1 : 0)));
            run.exit(holds ? 0 : 1);
        } catch (NumberFormatException e) {
            run.printError("sh: out of range\n");
            run.exit(2);
        } catch (NotSimulatedException e) {
            e.end(run);
        }
    }

    private static boolean holds(Invocation run, List<String> words) {
        return switch (words.size()) {
            case 0 -> false;
            case 1 -> !words.get(0).isEmpty();
            case 2 -> words.get(0).equals("!")
                    ? !holds(run, words.subList(1, 2))
                    : unary(run, words.get(0), words.get(1));
            case 3 -> words.get(0).equals("!")
                    ? !holds(run, words.subList(1, 3))
                    : binary(words.get(0), words.get(1), words.get(2));
            default -> {
                if (words.get(0).equals("!")) {
                    yield !holds(run, words.subList(1, words.size()));
                }
                throw new NotSimulatedException(String.join(" ", words));
            }
        };
    }

    private static boolean unary(Invocation run, String operator, String operand) {
        Optional<FileNode> file = run.files().find(FilePath.resolve(run.directory(), operand));
        return switch (operator) {
            case "-n" -> !operand.isEmpty();
            case "-z" -> operand.isEmpty();
            case "-e", "-r", "-w" -> file.isPresent();
            case "-f" -> file.isPresent() && !file.get().isDirectory();
            case "-d" -> file.isPresent() && file.get().isDirectory();
            case "-s" -> file.isPresent()
                    && (file.get().isDirectory() || file.get().size() > 0);
            case "-x" -> file.isPresent() && (file.get().mode() & 0111) != 0;
            default -> throw new NotSimulatedException(operator);
        };
    }

    private static boolean binary(String left, String operator, String right) {
        return switch (operator) {
            case "=", "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "-eq" -> compare(left, right) == 0;
            case "-ne" -> compare(left, right) != 0;
            case "-lt" -> compare(left, right) < 0;
            case "-le" -> compare(left, right) <= 0;
            case "-gt" -> compare(left, right) > 0;
            case "-ge" -> compare(left, right) >= 0;
            default -> throw new NotSimulatedException(operator);
        };
    }

    private static int compare(String left, String right) {
        return Long.compare(Long.parseLong(left.trim()), Long.parseLong(right.trim()));
    }
}

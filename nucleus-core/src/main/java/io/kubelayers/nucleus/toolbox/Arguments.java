package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The arguments of a command with options of one letter each.
 *
 * @param options the letters that were given
 * @param operands what is no option
 */
record Arguments(Set<Character> options, List<String> operands) {
    /**
     * Reads them.
     *
     * @param known the letters that there are
     * @throws NotSimulatedException if there is another
     */
    static Arguments of(Invocation run, String known) {
        var options = new TreeSet<Character>();
        var operands = new ArrayList<String>();
        var words = run.command();
        boolean onlyOperands = false;
        for (var word : words.subList(1, words.size())) {
            if (onlyOperands || !word.startsWith("-") || word.equals("-")) {
                operands.add(word);
            } else if (word.equals("--")) {
                onlyOperands = true;
            } else {
                for (var letter : word.substring(1).toCharArray()) {
                    if (known.indexOf(letter) < 0) {
                        throw new NotSimulatedException("option " + word);
                    }
                    options.add(letter);
                }
            }
        }
        return new Arguments(options, operands);
    }

    boolean has(char option) {
        return options.contains(option);
    }
}

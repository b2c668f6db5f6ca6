package io.kubelayers.nucleus.toolbox;

import io.kubelayers.nucleus.program.Invocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The arguments of a command some of whose options have values.
 *
 * @param values by letter; "" for those without a value
 * @param operands what is no option
 */
record Options(Map<Character, String> values, List<String> operands) {
    /**
     * Reads them.
     *
     * @param known the letters that there are, each that has a value with a colon behind it
     * @throws NotSimulatedException if there is another
     */
    static Options of(Invocation run, String known) {
        return of(run.command().subList(1, run.command().size()), known);
    }

    static Options of(List<String> words, String known) {
        var values = new TreeMap<Character, String>();
        var operands = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word.equals("--")) {
                operands.addAll(words.subList(i + 1, words.size()));
                break;
            }
            if (!word.startsWith("-") || word.equals("-")) {
                operands.add(word);
                continue;
            }
            for (int at = 1; at < word.length(); at++) {
                int found = known.indexOf(word.charAt(at));
                if (found < 0 || word.charAt(at) == ':') {
                    throw new NotSimulatedException("option " + word);
                }
                if (!known.startsWith(":", found + 1)) {
                    values.put(word.charAt(at), "");
                    continue;
                }
                boolean attached = at + 1 < word.length();
                if (!attached && i + 1 == words.size()) {
                    throw new NotSimulatedException("option " + word + " without a value");
                }
                values.put(word.charAt(at), attached ? word.substring(at + 1) : words.get(++i));
                break;
            }
        }
        return new Options(values, operands);
    }

    boolean has(char option) {
        return values.containsKey(option);
    }

    String value(char option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    /**
     * The number that an option gives.
     *
     * @throws NotSimulatedException if it is none
     */
    int number(char option, int otherwise) {
        var value = values.get(option);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new NotSimulatedException("option -" + option + " " + value);
        }
    }
}

package io.kubelayers.interfaces.cli;

import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * Which objects are meant: {@code pods}, {@code pods,svc}, {@code pod web db}, {@code pod/web svc/web}.
 *
 * @param type a resource
 * @param names the objects of it; empty for all
 */
record ObjectArguments(ResourceType type, List<String> names) {
    /**
     * Reads arguments as kubectl does.
     *
     * @throws CommandLine.ParameterException if a resource is not known or forms are mixed
     */
    static List<ObjectArguments> read(CommandLine command, TypeRegistry types, List<String> words) {
        var arguments = new ArrayList<ObjectArguments>();
        boolean named = words.get(0).contains("/");
        if (!named) {
            for (var type : ResourceNames.resolve(command, types, words.get(0))) {
                arguments.add(new ObjectArguments(type, List.copyOf(words.subList(1, words.size()))));
            }
        }
        for (var word : words) {
            if (word.contains("/") != named) {
                throw new CommandLine.ParameterException(
                        command, "there is no need to name a resource type apart when others are named as TYPE/NAME");
            }
            if (named) {
                int slash = word.indexOf('/');
                for (var type : ResourceNames.resolve(command, types, word.substring(0, slash))) {
                    arguments.add(new ObjectArguments(type, List.of(word.substring(slash + 1))));
                }
            }
        }
        return arguments;
    }
}

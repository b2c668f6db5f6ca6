package io.kubelayers.interfaces.cli;

import io.kubelayers.interfaces.spelling.NearestName;
import io.kubelayers.nucleus.codec.Codec;
import io.kubelayers.nucleus.meta.GroupVersionKind;
import io.kubelayers.nucleus.meta.KubernetesObject;
import io.kubelayers.nucleus.types.ResourceType;
import io.kubelayers.nucleus.types.TypeRegistry;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Names of resources as people type and read them: {@code pods}, {@code po}, {@code deployment.apps/web}. */
final class ResourceNames {
    private ResourceNames() {}

    /**
     * The resources that a word or several with commas mean; {@code all} is every resource of that category.
     *
     * @throws CommandLine.ParameterException if there is no such resource, with the nearest name
     */
    static List<ResourceType> resolve(CommandLine command, TypeRegistry types, String words) {
        var found = new ArrayList<ResourceType>();
        for (var word : words.split(",")) {
            var category = inCategory(types, word);
            if (category.isEmpty()) {
                found.add(types.resolve(word).orElseThrow(() -> unknown(command, types, word)));
            } else {
                found.addAll(category);
            }
        }
        return found;
    }

    private static List<ResourceType> inCategory(TypeRegistry types, String category) {
        return types.resources().stream()
                .filter(type -> type.served() && type.categories().contains(category))
                .filter(type -> type.version().equals(types.preferredVersion(type.group())))
                .toList();
    }

    private static CommandLine.ParameterException unknown(CommandLine command, TypeRegistry types, String word) {
        var names = new ArrayList<String>();
        for (var type : types.resources()) {
            names.add(type.plural());
            names.add(type.singular());
            names.addAll(type.shortNames());
        }
        var hint = NearestName.of(word, names)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
        return new CommandLine.ParameterException(
                command, "the server doesn't have a resource type \"" + word + "\"" + hint);
    }

    /** {@code pod/web} or {@code deployment.apps/web}. */
    static String display(ResourceType type, String name) {
        var resource = type.singular() + (type.group().isEmpty() ? "" : "." + type.group());
        return resource + "/" + name;
    }

    static GroupVersionKind kindOf(TypeRegistry types, KubernetesObject object) {
        return Codec.of(types).kindOf(object);
    }
}

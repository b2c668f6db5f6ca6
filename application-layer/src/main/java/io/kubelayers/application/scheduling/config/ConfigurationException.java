package io.kubelayers.application.scheduling.config;

import io.kubelayers.nucleus.codec.Location;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scheduler configuration that cannot be used; the message tells all that is wrong with it, and the places in the file. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    @SuppressWarnings("serial") // an unmodifiable list of texts
    private final List<Mistake> mistakes;

    private ConfigurationException(String message, List<Mistake> mistakes) {
        super(message);
        this.mistakes = mistakes;
    }

    /** A problem with the field there. */
    static ConfigurationException at(String place, String problem) {
        return of(List.of(Mistake.at(place, problem)));
    }

    /** A message that tells the place itself, in upstream's words. */
    static ConfigurationException worded(String place, String message) {
        return of(List.of(new Mistake(place, message)));
    }

    /** Several at once, as upstream lists them. */
    static ConfigurationException of(List<Mistake> mistakes) {
        var texts = mistakes.stream().map(Mistake::text).toList();
        return new ConfigurationException(texts.size() == 1 ? texts.get(0) : texts.toString(), mistakes);
    }

    List<Mistake> mistakes() {
        return mistakes;
    }

    /** The field, such as {@code profiles[0].pluginConfig[1].args}; the first one if there are several. */
    public String place() {
        return mistakes.get(0).place();
    }

    /** The fields at fault, in the order in which the message tells of them. */
    public List<String> places() {
        return mistakes.stream().map(Mistake::place).toList();
    }

    /** The same with file and line, a mistake to a line. */
    ConfigurationException at(Function<String, Location> locations) {
        var message = mistakes.stream()
                .map(mistake -> {
                    var location = locations.apply(mistake.place()).toString();
                    return location.isEmpty() ? mistake.text() : location + ": " + mistake.text();
                })
                .collect(Collectors.joining("\n"));
        return new ConfigurationException(message, mistakes);
    }
}

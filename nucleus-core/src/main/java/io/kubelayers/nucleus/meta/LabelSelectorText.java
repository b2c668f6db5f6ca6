package io.kubelayers.nucleus.meta;

import org.jspecify.annotations.Nullable;

/**
 * A label selector as events and messages of controllers print it: the text form that the generated Go type has
 * (apimachinery {@code meta/v1/generated.pb.go}). People know it from "external metric queue(nil)".
 *
 * <pre>{@code
 * &LabelSelector{MatchLabels:map[string]string{app: web,},MatchExpressions:[]LabelSelectorRequirement{},}
 * }</pre>
 */
public final class LabelSelectorText {
    private LabelSelectorText() {}

    /** The text; {@code nil} for no selector. */
    public static String of(@Nullable LabelSelector selector) {
        if (selector == null) {
            return "nil";
        }
        var text = new StringBuilder("&LabelSelector{MatchLabels:map[string]string{");
        selector.matchLabels()
                .forEach((key, value) ->
                        text.append(key).append(": ").append(value).append(','));
        text.append("},MatchExpressions:[]LabelSelectorRequirement{");
        for (var requirement : selector.matchExpressions()) {
            text.append("LabelSelectorRequirement{Key:")
                    .append(requirement.key())
                    .append(",Operator:")
                    .append(requirement.operator())
                    .append(",Values:[")
                    .append(String.join(" ", requirement.values()))
                    .append("],},");
        }
        return text.append("},}").toString();
    }
}

package io.kubelayers.nucleus.codec;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to trees: YAML 1.1 as Kubernetes reads it, straight from SnakeYAML's events.
 *
 * <p>Scalars as in {@link YamlScalars}. Keys that are numbers or booleans become strings. Anchors share one immutable
 * subtree; a document that is mostly aliases is refused by upstream's rule, whatever its expanded size. Merge keys
 * ({@code <<}) never override a key that is written out.
 */
final class YamlReader extends DocumentReader {
    private static final String TAG = "tag:yaml.org,2002:";
    /** Stands for the key {@code <<}, which is no field. */
    private static final Object MERGE = new Object();

    private record Anchor(@Nullable Object value, long weight, boolean complete) {}

    private final String text;
    private final ParserImpl parser;
    private final Map<String, Anchor> anchors = new HashMap<>();
    private long nodes;
    private long aliased;

    YamlReader(String text, ReadOptions options, @Nullable SourceIndex index) {
        super(options, index);
        LoaderOptions loader = new LoaderOptions();
        loader.setCodePointLimit(Integer.MAX_VALUE); // the length is checked already
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        parser = new ParserImpl(new StreamReader(this.text), loader);
    }

    @Override
    boolean hasNext() {
        try {
            if (parser.checkEvent(Event.ID.StreamStart)) {
                parser.getEvent();
            }
            return !parser.checkEvent(Event.ID.StreamEnd);
        } catch (YAMLException e) {
            throw syntax(e);
        }
    }

    @Override
    @Nullable
    Object next() {
        if (!hasNext()) {
            return null;
        }
        startDocument();
        anchors.clear();
        nodes = 0;
        aliased = 0;
        try {
            parser.getEvent(); // document start
            Mark start = parser.peekEvent().getStartMark();
            Object tree = json(node(), start);
            if (index != null && tree != null) {
                index.root(tree, start.getLine() + 1, start.getColumn() + 1);
            }
            parser.getEvent(); // document end
            return tree;
        } catch (YAMLException e) {
            throw syntax(e);
        }
    }

    /** A value as YAML means it: like a tree, but scalars not yet seen through JSON. */
    private @Nullable Object node() {
        Event event = parser.getEvent();
        Mark mark = event.getStartMark();
        if (event instanceof AliasEvent alias) {
            return alias(alias.getAnchor(), mark);
        }
        long before = nodes++;
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.put(anchor, new Anchor(null, 0, false));
        }
        Object value;
        switch (event.getEventId()) {
            case Scalar:
                value = scalar((ScalarEvent) event);
                break;
            case SequenceStart:
                value = sequence(mark);
                break;
            default:
                value = mapping(mark);
                break;
        }
        if (anchor != null) {
            anchors.put(anchor, new Anchor(value, nodes - before, true));
        }
        return value;
    }

    private @Nullable Object alias(String name, Mark mark) {
        Anchor anchor = anchors.get(name);
        if (anchor == null) {
            throw new SyntaxException(at(mark), "unknown anchor '" + name + "' referenced");
        }
        if (!anchor.complete()) {
            throw new SyntaxException(at(mark), "anchor '" + name + "' value contains itself");
        }
        nodes += 1 + anchor.weight();
        aliased += anchor.weight();
        if (aliased > 100 && nodes > 1000 && (double) aliased / nodes > allowedAliasRatio(nodes)) {
            throw new LimitException(at(mark), "document contains excessive aliasing");
        }
        return anchor.value();
    }

    /** Small documents may be nearly all aliases, from 4 million nodes on only a tenth: goyaml's rule. */
    private static double allowedAliasRatio(long nodes) {
        if (nodes <= 400_000) {
            return 0.99;
        } else if (nodes >= 4_000_000) {
            return 0.10;
        }
        return 0.99 - 0.89 * (nodes - 400_000) / 3_600_000.0;
    }

    private List<@Nullable Object> sequence(Mark start) {
        checkDepth(start.getLine() + 1, start.getColumn() + 1);
        List<@Nullable Object> list = new ArrayList<>();
        while (!parser.checkEvent(Event.ID.SequenceEnd)) {
            Mark mark = parser.peekEvent().getStartMark();
            path.enter(list.size());
            if (index != null) {
                int line = mark.getLine() + 1;
                int column = mark.getColumn() + 1;
                index.part(list, list.size(), line, column, line, column);
            }
            list.add(json(node(), mark));
            path.leave();
        }
        parser.getEvent();
        List<@Nullable Object> sequence = Collections.unmodifiableList(list);
        if (index != null) {
            index.rename(list, sequence);
        }
        return sequence;
    }

    private Map<String, @Nullable Object> mapping(Mark start) {
        checkDepth(start.getLine() + 1, start.getColumn() + 1);
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Map<?, ?>> merged = new ArrayList<>(0);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Mark mark = parser.peekEvent().getStartMark();
            Object name = key(mark);
            Mark valueMark = parser.peekEvent().getStartMark();
            if (name == MERGE) {
                merge(node(), merged, valueMark);
                continue;
            }
            String key = (String) name;
            path.enter(key);
            if (map.containsKey(key)) {
                duplicate(mark.getLine() + 1, mark.getColumn() + 1);
            }
            if (index != null) {
                index.part(
                        map,
                        key,
                        mark.getLine() + 1,
                        mark.getColumn() + 1,
                        valueMark.getLine() + 1,
                        valueMark.getColumn() + 1);
            }
            map.put(key, json(node(), valueMark));
            path.leave();
        }
        parser.getEvent();
        for (Map<?, ?> source : merged) {
            for (Map.Entry<?, ?> entry : source.entrySet()) {
                if (!map.containsKey((String) entry.getKey())) {
                    map.put((String) entry.getKey(), entry.getValue());
                    if (index != null) {
                        index.copy(source, map, entry.getKey());
                    }
                }
            }
        }
        Map<String, @Nullable Object> mapping = Collections.unmodifiableMap(map);
        if (index != null) {
            index.rename(map, mapping);
        }
        return mapping;
    }

    private void merge(@Nullable Object value, List<Map<?, ?>> merged, Mark mark) {
        if (value instanceof Map<?, ?> map) {
            merged.add(map);
            return;
        }
        if (value instanceof List<?> list) {
            for (Object item : list) {
                if (!(item instanceof Map<?, ?> map)) {
                    throw new SyntaxException(at(mark), "map merge requires map or sequence of maps as the value");
                }
                merged.add(map);
            }
            return;
        }
        throw new SyntaxException(at(mark), "map merge requires map or sequence of maps as the value");
    }

    private Object key(Mark mark) {
        Event event = parser.peekEvent();
        if (event instanceof ScalarEvent scalar
                && scalar.getValue().equals("<<")
                && (scalar.isPlain() && scalar.getTag() == null || (TAG + "merge").equals(scalar.getTag()))) {
            parser.getEvent();
            nodes++;
            return MERGE;
        }
        Object key = node();
        if (key instanceof String) {
            return key;
        } else if (key instanceof Long || key instanceof Boolean) {
            return key.toString();
        } else if (key instanceof Double number) {
            return GoNumbers.key(number);
        }
        throw new SyntaxException(at(mark), "unsupported map key: only strings, numbers and booleans can be keys");
    }

    private @Nullable Object scalar(ScalarEvent event) {
        String text = event.getValue();
        String tag = event.getTag();
        if (tag == null) {
            return event.isPlain() ? YamlScalars.resolve(text) : text;
        }
        if (!tag.startsWith(TAG)) {
            return text;
        }
        String type = tag.substring(TAG.length());
        if (type.equals("binary")) {
            try {
                byte[] bytes = Base64.getMimeDecoder().decode(text);
                return new String(bytes, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw new SyntaxException(at(event.getStartMark()), "!!binary value contains invalid base64 data");
            }
        }
        if (!List.of("bool", "int", "float", "null").contains(type)) {
            return text;
        }
        Object value = YamlScalars.resolve(text);
        if (type.equals("float") && value instanceof Long whole) {
            return whole.doubleValue();
        }
        if (!type.equals(typeOf(value))) {
            throw new SyntaxException(
                    at(event.getStartMark()), "cannot decode !!" + typeOf(value) + " `" + text + "` as a !!" + type);
        }
        return value;
    }

    private static String typeOf(@Nullable Object value) {
        if (value == null) {
            return "null";
        } else if (value instanceof Boolean) {
            return "bool";
        } else if (value instanceof Long || value instanceof BigInteger) {
            return "int";
        }
        return value instanceof Double ? "float" : "str";
    }

    /** A value as it comes out of the step through JSON text that upstream takes. */
    private @Nullable Object json(@Nullable Object value, Mark mark) {
        if (value instanceof BigInteger big) {
            double number = big.doubleValue();
            if (Double.isInfinite(number)) {
                throw new LimitException(at(mark), "a number is too large");
            }
            return number;
        }
        if (value instanceof Double number) {
            double d = number;
            if (Double.isNaN(d) || Double.isInfinite(d)) {
                throw new SyntaxException(at(mark), "json: unsupported value: " + GoNumbers.text(d));
            }
            if (Math.rint(d) == d && Math.abs(d) < 9.2e18) {
                return (long) d;
            }
        }
        return value;
    }

    /** Line and column of a character, which SnakeYAML does not know this early. */
    private Location place(int codePoints) {
        int line = 1;
        int column = 1;
        int offset = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return at(line, column);
    }

    private Location at(Mark mark) {
        return at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private SyntaxException syntax(YAMLException e) {
        if (e instanceof MarkedYAMLException marked) {
            Mark mark = marked.getProblemMark() == null ? marked.getContextMark() : marked.getProblemMark();
            String context = marked.getContext() == null ? "" : marked.getContext() + ": ";
            return new SyntaxException(
                    mark == null ? at(0, 0) : at(mark), "invalid YAML: " + context + marked.getProblem());
        }
        if (e instanceof ReaderException unreadable) {
            return new SyntaxException(
                    place(unreadable.getPosition()),
                    String.format("invalid YAML: the character U+%04X is not allowed", unreadable.getCodePoint()));
        }
        return new SyntaxException(at(0, 0), "invalid YAML: " + e.getMessage());
    }
}

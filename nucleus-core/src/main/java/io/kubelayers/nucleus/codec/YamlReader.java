package io.kubelayers.nucleus.codec;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML text to trees: YAML 1.1 as Kubernetes reads it, straight from SnakeYAML's events.
 *
 * <p>Scalars as in {@link YamlScalars}. Keys that are numbers or booleans become strings. Anchors share one immutable
 * subtree; a document that is mostly aliases is refused by upstream's rule, whatever its expanded size. Merge keys
 * ({@code <<}) never override a key that is written out.
 */
final class YamlReader extends DocumentReader {
    /** Stands for the key {@code <<}, which is no field. */
    private static final Object MERGE = new Object();

    private final String text;
    private final ParserImpl parser;
    private YamlAnchors anchors = new YamlAnchors();
    /** Containers inside one another in the value read last. */
    private int height;

    private final List<String> repeatedKeys = new ArrayList<>(0);
    private String shownKey = "";

    YamlReader(String text, ReadOptions options, @Nullable SourceIndex index) {
        super(options, index);
        LoaderOptions loader = new LoaderOptions();
        loader.setCodePointLimit(Integer.MAX_VALUE); // the length is checked already
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        parser = new ParserImpl(new StreamReader(this.text), loader);
    }

    /** Keys of the last document that are there twice, as upstream's reader tells of them: with the line of the value. */
    List<String> repeatedKeys() {
        return List.copyOf(repeatedKeys);
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
        repeatedKeys.clear();
        anchors = new YamlAnchors();
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
        long before = anchors.count();
        String anchor = ((NodeEvent) event).getAnchor();
        if (anchor != null) {
            anchors.open(anchor);
        }
        Object value;
        switch (event.getEventId()) {
            case Scalar:
                value = scalar((ScalarEvent) event);
                height = 0;
                break;
            case SequenceStart:
                value = sequence(mark);
                break;
            default:
                value = mapping(mark);
                break;
        }
        if (anchor != null) {
            anchors.close(anchor, value, before, height);
        }
        return value;
    }

    private @Nullable Object alias(String name, Mark mark) {
        YamlAnchors.Anchor anchor;
        try {
            anchor = anchors.alias(name);
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(at(mark), String.valueOf(e.getMessage()));
        }
        if (anchors.excessive()) {
            throw new LimitException(at(mark), "document contains excessive aliasing");
        }
        height = anchor.height();
        checkDepth(height, mark.getLine() + 1, mark.getColumn() + 1);
        return anchor.value();
    }

    private List<@Nullable Object> sequence(Mark start) {
        descend(start.getLine() + 1, start.getColumn() + 1);
        int tallest = 0;
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
            tallest = Math.max(tallest, height);
            path.leave();
        }
        parser.getEvent();
        ascend();
        height = tallest + 1;
        List<@Nullable Object> sequence = Collections.unmodifiableList(list);
        if (index != null) {
            index.rename(list, sequence);
        }
        return sequence;
    }

    private Map<String, @Nullable Object> mapping(Mark start) {
        descend(start.getLine() + 1, start.getColumn() + 1);
        int tallest = 0;
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        List<Map<?, ?>> merged = new ArrayList<>(0);
        while (!parser.checkEvent(Event.ID.MappingEnd)) {
            Mark mark = parser.peekEvent().getStartMark();
            Object name = key(mark);
            Mark valueMark = parser.peekEvent().getStartMark();
            if (name == MERGE) {
                merge(node(), merged, valueMark);
                tallest = Math.max(tallest, height);
                continue;
            }
            String key = (String) name;
            path.enter(key);
            boolean repeated = map.containsKey(key);
            String complaint = repeated ? "line " + (valueMark.getLine() + 1) + ": key " + shownKey : "";
            if (repeated) {
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
            if (repeated && repeatedKeys.size() < Decoding.MAX_PROBLEMS) {
                repeatedKeys.add(complaint + " already set in map");
            }
            tallest = Math.max(tallest, height);
            path.leave();
        }
        parser.getEvent();
        ascend();
        height = tallest + 1;
        merged.forEach(source -> addMissing(source, map));
        Map<String, @Nullable Object> mapping = Collections.unmodifiableMap(map);
        if (index != null) {
            index.rename(map, mapping);
        }
        return mapping;
    }

    private void addMissing(Map<?, ?> source, Map<String, @Nullable Object> map) {
        for (Map.Entry<?, ?> entry : source.entrySet()) {
            String key = (String) entry.getKey();
            if (!map.containsKey(key)) {
                map.put(key, entry.getValue());
                if (index != null) {
                    index.copy(source, map, key);
                }
            }
        }
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
                && (scalar.isPlain() && scalar.getTag() == null
                        || (YamlTags.PREFIX + "merge").equals(scalar.getTag()))) {
            parser.getEvent();
            anchors.count();
            return MERGE;
        }
        Object key = node();
        shownKey = key instanceof String text ? "\"" + text + "\"" : String.valueOf(key);
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
        try {
            return YamlTags.value(tag, text);
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(at(event.getStartMark()), String.valueOf(e.getMessage()));
        }
    }

    /** A value as it comes out of the step through JSON text that upstream takes. */
    private @Nullable Object json(@Nullable Object value, Mark mark) {
        if (!(value instanceof Double) && !(value instanceof BigInteger)) {
            return value;
        }
        try {
            return YamlScalars.json((Number) value);
        } catch (IllegalArgumentException e) {
            throw new SyntaxException(at(mark), String.valueOf(e.getMessage()));
        }
    }

    private Location at(Mark mark) {
        return at(mark.getLine() + 1, mark.getColumn() + 1);
    }

    private SyntaxException syntax(YAMLException e) {
        return YamlErrors.syntax(e, text, options.source());
    }
}

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.ToolProvider;

/**
 * A step of the build: takes what the Javadoc of records says of API types and their fields into files that programs
 * read, one a package, for {@code nucleus.api.Descriptions}. Sources are only parsed, so it takes a second.
 *
 * <p>A line is the name of a record and what it is, or, behind a tab, the name of a component and what that is, with a
 * tab between them:
 *
 * <pre>
 * Container	One process image run inside a pod, with its resources, probes and mounts.
 * 	name	DNS label that identifies the container within its pod.
 * </pre>
 *
 * <p>{@code java TypeDescriptions.java src/main/java target/classes/META-INF/kubelayers/descriptions}
 */
public final class TypeDescriptions {
    /** What only records of API types import. */
    private static final String MARK = "import io.kubelayers.nucleus.api.";

    private static final Map<String, String> ENTITIES = Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"");

    private final DocTrees docs;
    private final Map<String, StringBuilder> byPackage = new TreeMap<>();

    private TypeDescriptions(DocTrees docs) {
        this.docs = docs;
    }

    public static void main(String[] args) throws IOException {
        var sources = sources(Path.of(args[0]));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var options = List.of("-proc:none");
            var task = (JavacTask)
                    compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(sources));
            var descriptions = new TypeDescriptions(DocTrees.instance(task));
            for (var unit : task.parse()) {
                descriptions.read(unit);
            }
            descriptions.write(Path.of(args[1]));
        }
    }

    private static List<Path> sources(Path root) throws IOException {
        try (var walk = Files.walk(root)) {
            return walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(TypeDescriptions::marked)
                    .sorted()
                    .toList();
        }
    }

    private static boolean marked(Path source) {
        try {
            var text = Files.readString(source);
            return text.contains(MARK) && text.contains("record ");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("can't read " + source, e);
        }
    }

    private void read(CompilationUnitTree unit) {
        var path = new TreePath(unit);
        for (var type : unit.getTypeDecls()) {
            if (type instanceof ClassTree declared) {
                read(new TreePath(path, declared), declared, "", unit.getPackageName().toString());
            }
        }
    }

    private void read(TreePath path, ClassTree type, String outer, String pack) {
        var name = outer + type.getSimpleName();
        var comment = docs.getDocCommentTree(path);
        if (type.getKind() == Tree.Kind.RECORD && comment != null) {
            var out = byPackage.computeIfAbsent(pack, none -> new StringBuilder());
            out.append(name).append('\t').append(text(comment.getFullBody())).append('\n');
            for (var tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree parameter && !parameter.isTypeParameter()) {
                    out.append('\t').append(parameter.getName()).append('\t');
                    out.append(text(parameter.getDescription())).append('\n');
                }
            }
        }
        for (var member : type.getMembers()) {
            if (member instanceof ClassTree nested) {
                read(new TreePath(path, nested), nested, name + ".", pack);
            }
        }
    }

    /** Plain text: paragraphs are separated by the characters {@code \n}, everything else by single spaces. */
    private static String text(List<? extends DocTree> parts) {
        var text = new StringBuilder();
        for (var part : parts) {
            if (part instanceof TextTree plain) {
                text.append(plain.getBody());
            } else if (part instanceof LiteralTree literal) {
                text.append(literal.getBody().getBody());
            } else if (part instanceof LinkTree link) {
                text.append(link.getLabel().isEmpty() ? named(link) : text(link.getLabel()));
            } else if (part instanceof EntityTree entity) {
                text.append(ENTITIES.getOrDefault(entity.getName().toString(), "&" + entity.getName() + ";"));
            } else if (part instanceof StartElementTree element && element.getName().contentEquals("p")) {
                text.append('\u0001');
            }
        }
        return text.toString().strip().replaceAll("\\s+", " ").replaceAll(" ?\u0001 ?", "\\\\n");
    }

    /** A reference as a reader without Java sees it: the last name, without parameters. */
    private static String named(LinkTree link) {
        var signature = link.getReference().getSignature().replaceAll("\\(.*", "");
        return signature.substring(Math.max(signature.lastIndexOf('#'), signature.lastIndexOf('.')) + 1);
    }

    private void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var entry : byPackage.entrySet()) {
            var file = folder.resolve(entry.getKey() + ".txt");
            var text = entry.getValue().toString();
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        }
    }
}

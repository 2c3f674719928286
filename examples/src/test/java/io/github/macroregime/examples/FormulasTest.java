package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.IndexTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTreeScanner;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/formulas.md} to the sources: each term that a Javadoc marks with an index tag, and where it is
 * computed. With {@code -Dmacroregime.write=true} the page is written anew.
 */
class FormulasTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));
    private static final Path PAGE = ROOT.resolve("docs/formulas.md");
    private static final List<String> MODULES = List.of("core", "rates", "credit", "equities", "regime");
    private static final String HEAD = """
        # Where each formula is

        Every term and abbreviation that the library computes or names, with what it is and where. The page is made
        from the index tags of the Javadoc, so that the search box of the Javadoc finds the same words.

        | term | what | where |
        |---|---|---|
        """;

    @Test
    void the_page_is_what_the_sources_say() throws IOException {
        String page = HEAD + entries().stream().map(Entry::row).distinct().collect(Collectors.joining("\n", "", "\n"));
        if (Boolean.getBoolean("macroregime.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    @Test
    void every_term_of_a_textbook_index_is_there() throws IOException {
        List<String> wanted;
        try (var lines = Files.lines(ROOT.resolve("examples/src/test/resources/formulas.txt"))) {
            wanted = lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(FormulasTest::folded)
                    .toList();
        }
        assertThat(wanted).hasSizeGreaterThanOrEqualTo(150).doesNotHaveDuplicates();
        assertThat(entries().stream().map(entry -> folded(entry.term()))).containsAll(wanted);
    }

    private static String folded(String term) {
        return term.toLowerCase(Locale.ROOT);
    }

    private static List<Entry> entries() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources()));
            List<Entry> entries = new ArrayList<>();
            Terms terms = new Terms(DocTrees.instance(task), entries);
            task.parse().forEach(unit -> terms.scan(unit, null));
            entries.sort(Comparator.comparing((Entry entry) -> folded(entry.term()))
                    .thenComparing(Entry::where)
                    .thenComparing(Entry::what));
            return entries;
        }
    }

    private static List<Path> sources() {
        return MODULES.stream()
                .flatMap(module -> {
                    try (Stream<Path> tree = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                        return tree
                                .filter(file -> file.toString().endsWith(".java"))
                                .filter(file -> !file.endsWith("module-info.java"))
                                .toList()
                                .stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    /** One term at one place, the texts as the page shows them. */
    private record Entry(String term, String what, String where) {

        String row() {
            return "| " + term + " | " + what + " | " + where + " |";
        }
    }

    /** Collects the index tags of every type, method, field and constant that has some. */
    private static final class Terms extends TreePathScanner<Void, Void> {

        private final DocTrees trees;
        private final List<Entry> entries;

        Terms(DocTrees trees, List<Entry> entries) {
            this.trees = trees;
            this.entries = entries;
        }

        @Override
        public Void visitClass(ClassTree tree, Void unused) {
            collect("");
            return super.visitClass(tree, null);
        }

        @Override
        public Void visitMethod(MethodTree tree, Void unused) {
            collect("." + tree.getName());
            return super.visitMethod(tree, null);
        }

        @Override
        public Void visitVariable(VariableTree tree, Void unused) {
            collect("." + tree.getName());
            return super.visitVariable(tree, null);
        }

        private void collect(String member) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment == null) {
                return;
            }
            new DocTreeScanner<Void, Void>() {
                @Override
                public Void visitIndex(IndexTree tag, Void unused) {
                    entries.add(new Entry(term(tag), what(comment), where(member)));
                    return null;
                }
            }.scan(comment, null);
        }

        /** The first sentence, the formulas in it as code. */
        private static String what(DocCommentTree comment) {
            return comment.getFirstSentence().stream()
                    .map(Terms::shown)
                    .collect(Collectors.joining())
                    .replaceAll("\\s+", " ")
                    .replace("|", "\\|");
        }

        private static String shown(DocTree part) {
            if (part instanceof IndexTree tag) {
                return term(tag);
            }
            if (part instanceof LiteralTree code) {
                return "`" + code.getBody().getBody() + "`";
            }
            if (part instanceof LinkTree link) {
                return "`"
                        + link.getReference()
                                .getSignature()
                                .replaceAll("^#", "")
                                .replace('#', '.') + "`";
            }
            return part instanceof TextTree text ? text.getBody() : "";
        }

        private static String term(IndexTree tag) {
            return ((TextTree) tag.getSearchTerm()).getBody().replace("\"", "").replaceAll("\\s+", " ");
        }

        private String where(String member) {
            CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
            String name = "";
            for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof ClassTree type) {
                    name = type.getSimpleName() + (name.isEmpty() ? "" : "." + name);
                }
            }
            Path file = ROOT.toAbsolutePath()
                    .normalize()
                    .relativize(Path.of(unit.getSourceFile().toUri()).normalize());
            return "[`" + name + member + "`](../" + file.toString().replace('\\', '/') + ") in `" + file.getName(0)
                    + "`";
        }
    }
}

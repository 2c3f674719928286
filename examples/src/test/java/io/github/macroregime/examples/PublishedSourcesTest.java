package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.UnknownBlockTagTree;
import com.sun.source.doctree.UnknownInlineTagTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What the sources of the published modules keep: everything public is documented, and there is not too much of it. */
class PublishedSourcesTest {

    private static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));
    private static final List<String> UNPUBLISHED = List.of("fixture", "examples", "benchmarks");
    private static final int MOST_PUBLIC_TYPES = 420;
    private static final int MOST_FILES_OF_A_PACKAGE = 40;

    private static final Sources SOURCES = Sources.parse(files("src/main/java/"));

    static List<Path> tests() {
        return files("src/test/java/");
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> tree = Files.walk(ROOT)) {
            return tree.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> {
                        Path inside = ROOT.relativize(file);
                        return inside.toString().replace('\\', '/').contains(folder)
                                && !inside.startsWith(".ci")
                                && !UNPUBLISHED.contains(inside.getName(0).toString())
                                && !file.endsWith("module-info.java");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everythingPublicIsDocumented() {
        assertThat(SOURCES.undocumented()).isEmpty();
    }

    /** The oldest supported JDK writes the Javadoc, so a tag of a later one breaks the release. */
    @Test
    void noTagIsUnknownToJavadoc() {
        assertThat(SOURCES.unknownTags()).isEmpty();
    }

    @Test
    void thereAreNotTooManyPublicTypes() {
        System.out.println("public top-level types of published modules: " + SOURCES.publicTypes());
        assertThat(SOURCES.publicTypes()).isPositive().isLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }

    @Test
    void noPackageHoldsTooManyFiles() {
        Map<String, Long> crowded = new TreeMap<>(SOURCES.files());
        crowded.values().removeIf(files -> files <= MOST_FILES_OF_A_PACKAGE);
        assertThat(crowded).isEmpty();
    }

    /** Of the parsed files: public elements without documentation, unknown tags, public types, files by package. */
    private record Sources(
            List<String> undocumented, List<String> unknownTags, int publicTypes, Map<String, Long> files) {

        static Sources parse(List<Path> paths) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(paths));
                DocTrees trees = DocTrees.instance(task);
                List<CompilationUnitTree> units = new ArrayList<>();
                task.parse().forEach(units::add);
                List<String> undocumented = new ArrayList<>();
                int types = 0;
                for (CompilationUnitTree unit : units) {
                    for (Tree type : unit.getTypeDecls()) {
                        if (type instanceof ClassTree top && isPublic(top.getModifiers())) {
                            types++;
                            new Type(unit, trees, top, new TreePath(new TreePath(unit), top), "").check(undocumented);
                        }
                    }
                }
                Map<String, Long> files = units.stream()
                        .collect(Collectors.groupingBy(
                                unit -> unit.getPackageName().toString(), Collectors.counting()));
                return new Sources(undocumented, unknownTagsOf(units, trees), types, files);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<String> unknownTagsOf(List<CompilationUnitTree> units, DocTrees trees) {
        List<String> unknown = new ArrayList<>();
        DocTreeScanner<Void, String> tags = new DocTreeScanner<>() {
            @Override
            public Void visitUnknownInlineTag(UnknownInlineTagTree tag, String file) {
                unknown.add(file + ": @" + tag.getTagName());
                return null;
            }

            @Override
            public Void visitUnknownBlockTag(UnknownBlockTagTree tag, String file) {
                unknown.add(file + ": @" + tag.getTagName());
                return null;
            }
        };
        TreePathScanner<Void, String> elements = new TreePathScanner<>() {
            @Override
            public Void scan(Tree tree, String file) {
                if (tree != null && getCurrentPath() != null) {
                    tags.scan(trees.getDocCommentTree(new TreePath(getCurrentPath(), tree)), file);
                }
                return super.scan(tree, file);
            }
        };
        for (CompilationUnitTree unit : units) {
            elements.scan(new TreePath(unit), unit.getSourceFile().getName());
        }
        return unknown;
    }

    private static boolean isPublic(ModifiersTree modifiers) {
        return modifiers.getFlags().contains(Modifier.PUBLIC)
                || modifiers.getFlags().contains(Modifier.PROTECTED);
    }

    private record Type(CompilationUnitTree unit, DocTrees trees, ClassTree tree, TreePath path, String outer) {

        void check(List<String> undocumented) throws IOException {
            DocCommentTree comment = trees.getDocCommentTree(path);
            if (comment == null) {
                undocumented.add(name());
            }
            for (Tree member : tree.getMembers()) {
                TreePath inside = new TreePath(path, member);
                if (member instanceof ClassTree nested && isVisible(nested.getModifiers())) {
                    new Type(unit, trees, nested, inside, name() + '.').check(undocumented);
                } else if (member instanceof MethodTree method && isVisible(method.getModifiers())) {
                    if (!isExempt(method) && trees.getDocCommentTree(inside) == null) {
                        undocumented.add(name() + '#' + method.getName());
                    }
                } else if (member instanceof VariableTree component && isComponent(component)) {
                    if (comment == null || !hasParameter(comment, component)) {
                        undocumented.add(name() + " component " + component.getName());
                    }
                }
            }
        }

        private String name() {
            return outer.isEmpty() ? unit.getPackageName() + "." + tree.getSimpleName() : outer + tree.getSimpleName();
        }

        private boolean isVisible(ModifiersTree modifiers) {
            boolean implicit = tree.getKind() == Tree.Kind.INTERFACE || tree.getKind() == Tree.Kind.ANNOTATION_TYPE;
            return isPublic(modifiers) || (implicit && !modifiers.getFlags().contains(Modifier.PRIVATE));
        }

        private boolean isComponent(VariableTree field) {
            return tree.getKind() == Tree.Kind.RECORD
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC);
        }

        private static boolean hasParameter(DocCommentTree comment, VariableTree component) {
            return comment.getBlockTags().stream()
                    .anyMatch(tag -> tag instanceof ParamTree parameter
                            && !parameter.isTypeParameter()
                            && parameter.getName().getName().contentEquals(component.getName())
                            && !parameter.getDescription().isEmpty());
        }

        private boolean isExempt(MethodTree method) throws IOException {
            return isCompact(method)
                    || method.getModifiers().getAnnotations().stream()
                            .map(AnnotationTree::getAnnotationType)
                            .anyMatch(annotation -> annotation.toString().equals("Override"));
        }

        /** A compact constructor has no parenthesis before its body. */
        private boolean isCompact(MethodTree method) throws IOException {
            if (tree.getKind() != Tree.Kind.RECORD || !method.getName().contentEquals("<init>")) {
                return false;
            }
            long start = trees.getSourcePositions().getEndPosition(unit, method.getModifiers());
            long body = trees.getSourcePositions().getStartPosition(unit, method.getBody());
            CharSequence source = unit.getSourceFile().getCharContent(true);
            return source.subSequence((int) Math.max(start, 0), (int) body)
                            .toString()
                            .indexOf('(')
                    < 0;
        }
    }
}

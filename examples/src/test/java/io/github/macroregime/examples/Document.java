package io.github.macroregime.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/**
 * A Markdown file with its Java blocks.
 *
 * @param file where it is
 * @param text what it says
 */
record Document(Path file, String text) {

    static final Path ROOT = Path.of(System.getProperty("macroregime.root", ".."));

    private static final Path GUIDE = ROOT.resolve("docs/guide");
    private static final Pattern JAVA = Pattern.compile(
            "```java\\R(.*?)```(\\s*```text\\R(.*?)```|\\s*!\\[[^\\]]*]\\(([^)]+\\.svg)\\))?", Pattern.DOTALL);

    /**
     * A Java block and the text block or the picture right behind it.
     *
     * @param code what a reader types
     * @param printed what the document says is printed, empty where it does not say
     * @param picture the link to the SVG file that is printed, empty where none follows
     */
    record Block(String code, Optional<String> printed, Optional<String> picture) {

        List<String> imports() {
            return code.lines().filter(line -> line.startsWith("import ")).toList();
        }

        List<String> statements() {
            return code.lines()
                    .filter(line -> !line.startsWith("import ") && !line.isBlank())
                    .toList();
        }
    }

    static Document of(Path file) {
        try {
            return new Document(file, Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Document readme() {
        return of(ROOT.resolve("README.md"));
    }

    /** The pages of the guide. */
    static List<Document> guide() {
        return in(GUIDE);
    }

    /** The documents below {@code docs} that are no pages of the guide. */
    static List<Document> besideTheGuide() {
        return in(ROOT.resolve("docs")).stream()
                .filter(document -> !document.file().startsWith(GUIDE))
                .toList();
    }

    private static List<Document> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .map(Document::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return ROOT.relativize(file).toString();
    }

    /** The file that a link of this document leads to. */
    Path pathOf(String link) {
        return file.resolveSibling(link).normalize();
    }

    List<Block> blocks() {
        return JAVA.matcher(text)
                .results()
                .map(each -> new Block(
                        each.group(1), Optional.ofNullable(each.group(3)), Optional.ofNullable(each.group(4))))
                .toList();
    }

    /** This document with the text blocks that it has behind its Java blocks filled anew. */
    Document withPrinted(List<String> printed) {
        List<MatchResult> found = JAVA.matcher(text).results().toList();
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int i = 0; i < found.size(); i++) {
            MatchResult block = found.get(i);
            if (block.group(3) != null) {
                filled.append(text, from, block.start(3)).append(printed.get(i));
                from = block.end(3);
            }
        }
        return new Document(file, filled.append(text.substring(from)).toString());
    }

    void write() {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A class to compile that stands in no file. */
    static JavaFileObject source(String className, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    /** Lines without blanks at their ends, which editors take away. */
    static String withoutTrailingBlanks(String text) {
        return text.lines().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }
}

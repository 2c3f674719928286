package io.github.macroregime.regime.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A figure read back from its text, as a browser would. */
final class Drawing {

    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+(?:\\.\\d+)?|\\.\\d+)");

    private final Document document;

    private Drawing(Document document) {
        this.document = document;
    }

    static Drawing of(String svg) {
        try {
            return new Drawing(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg))));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + svg, e);
        }
    }

    private Stream<Element> all(String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i));
    }

    /** Every text as {@code style x y text}, a text at the left edge at 0. */
    List<String> texts() {
        return all("text")
                .map(text -> (text.getAttribute("class") + " " + placed(text)).strip())
                .toList();
    }

    /** The texts of one style as {@code x y text}. */
    List<String> texts(String style) {
        return all("text")
                .filter(text -> style.equals(text.getAttribute("class")))
                .map(Drawing::placed)
                .toList();
    }

    private static String placed(Element text) {
        String x = text.hasAttribute("x") ? text.getAttribute("x") : "0";
        return String.join(" ", x, text.getAttribute("y"), text.getTextContent());
    }

    /** The paths of one style. */
    List<String> paths(String style) {
        return styled(style).map(path -> path.getAttribute("d")).toList();
    }

    /** What is shown where a pointer rests on the paths of one style. */
    List<String> tips(String style) {
        return styled(style).map(Element::getTextContent).toList();
    }

    private Stream<Element> styled(String style) {
        return all("path")
                .filter(path -> style.equals(path.getAttribute("class"))
                        || (!path.hasAttribute("class")
                                && style.equals(((Element) path.getParentNode()).getAttribute("class"))));
    }

    /** Every dot as {@code style x y radius}. */
    List<String> dots() {
        return all("circle")
                .map(dot -> String.join(
                        " ",
                        dot.getAttribute("class"),
                        dot.getAttribute("cx"),
                        dot.getAttribute("cy"),
                        dot.getAttribute("r")))
                .toList();
    }

    String size() {
        return document.getDocumentElement().getAttribute("viewBox");
    }

    String description() {
        return all("desc").findFirst().orElseThrow().getTextContent();
    }

    /** The points of a path of moves and lines, a new list behind every move, by the grammar of SVG. */
    static List<List<double[]>> points(String path) {
        List<List<double[]>> parts = new ArrayList<>();
        double[] at = {0, 0};
        for (Matcher command = Pattern.compile("([MLl])([^MLl]*)").matcher(path); command.find(); ) {
            List<Double> numbers = NUMBER.matcher(command.group(2))
                    .results()
                    .map(each -> Double.valueOf(each.group()))
                    .toList();
            boolean moved = command.group(1).equals("M");
            for (int i = 0; i < numbers.size(); i += 2) {
                boolean relative = command.group(1).equals("l");
                at = new double[] {(relative ? at[0] : 0) + numbers.get(i), (relative ? at[1] : 0) + numbers.get(i + 1)
                };
                if (moved && i == 0) {
                    parts.add(new ArrayList<>());
                }
                parts.get(parts.size() - 1).add(at);
            }
        }
        return parts;
    }
}

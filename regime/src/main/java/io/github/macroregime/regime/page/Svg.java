package io.github.macroregime.regime.page;

/** Writes one drawing; every text is escaped, every colour is a class of the style sheet. */
final class Svg {

    static final String NAME_SPACE = " xmlns=\"http://www.w3.org/2000/svg\"";

    private static final double TENTHS = 10;
    private static final double THOUSANDTHS = 1000;

    private final StringBuilder body = new StringBuilder();
    private final boolean tips;

    /** A drawing that shows tips where a pointer rests, if it is wide enough to be seen where there is one. */
    Svg(double width) {
        tips = width >= ChartFigure.NARROW_BELOW;
    }

    /** The path around a rectangle. */
    static String box(double left, double top, double right, double bottom) {
        String across = number(Math.max(0, right - left));
        return "M" + number(left) + " " + number(top) + "h" + across + "v" + number(Math.max(0, bottom - top)) + "h-"
                + across + "z";
    }

    /** The path from one point to another. */
    static String segment(double x1, double y1, double x2, double y2) {
        return "M" + number(x1) + " " + number(y1) + (y1 == y2 ? "H" + number(x2) : "")
                + (x1 == x2 ? "V" + number(y2) : "");
    }

    /** A number with one decimal and no more characters than it needs. */
    static String number(double value) {
        long tenths = Math.round(value * TENTHS);
        if (tenths % 10 == 0) {
            return Long.toString(tenths / 10);
        }
        String text = Long.toString(Math.abs(tenths) / 10) + "." + Math.abs(tenths) % 10;
        return tenths < 0 ? "-" + text : text;
    }

    /** A number with as many decimals as a change of size needs. */
    static String precise(double value) {
        return Double.toString(Math.round(value * THOUSANDTHS) / THOUSANDTHS).replaceFirst("\\.0$", "");
    }

    static String escaped(String text) {
        String plain = PlainText.of(text);
        for (int at = 0; at < plain.length(); at++) {
            if (isMarkup(plain.charAt(at))) {
                return plain.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
            }
        }
        return plain;
    }

    private static boolean isMarkup(char each) {
        return each == '&' || each == '<' || each == '>' || each == '"' || each == '\'';
    }

    Svg path(String style, String data) {
        return path("", style, data, "");
    }

    /** A path with a name for copies; a tip that is not empty is shown where a pointer rests on it. */
    Svg path(String name, String style, String data, String tip) {
        if (!data.isEmpty()) {
            body.append("<path").append(attribute("id", name)).append(attribute("class", style));
            body.append(attribute("d", data)).append(tipped("path", tip));
        }
        return this;
    }

    /** Drawings of one style, with a name for copies. */
    Svg group(String name, String style, Runnable drawn) {
        body.append("<g")
                .append(attribute("id", name))
                .append(attribute("class", style))
                .append('>');
        drawn.run();
        body.append("</g>");
        return this;
    }

    /** Another drawing's path in the room of this one. */
    Svg copy(String id, String transform) {
        body.append("<use href=\"#" + id + "\" transform=\"" + transform + "\"/>");
        return this;
    }

    private String tipped(String element, String tip) {
        return tip.isEmpty() || !tips ? "/>" : "><title>" + escaped(tip) + "</title></" + element + ">";
    }

    private static String attribute(String name, String value) {
        return value.isEmpty() ? "" : " " + name + "=\"" + value + "\"";
    }

    Svg dot(String style, double x, double y, double radius) {
        body.append("<circle" + attribute("class", style) + " cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\""
                + number(radius) + "\"/>");
        return this;
    }

    Svg rectangle(String style, double left, double top, double right, double bottom, String tip) {
        return path("", style, box(left, top, right, bottom), tip);
    }

    Svg text(String style, double x, double y, String text) {
        if (!text.isBlank()) {
            body.append("<text" + attribute("class", style) + (x == 0 ? "" : " x=\"" + number(x) + "\"") + " y=\""
                    + number(y) + "\">" + escaped(text) + "</text>");
        }
        return this;
    }

    /** Another drawing inside this one, below a height. */
    Svg nested(String drawing, double top, double width, double height) {
        body.append(drawing.replaceFirst(
                "<svg ",
                "<svg y=\"" + number(top) + "\" width=\"" + number(width) + "\" height=\"" + number(height) + "\" "));
        return this;
    }

    /** The drawing with its name and its description for readers who do not see it. */
    String drawing(double width, double height, String name, String description, String style) {
        return "<svg" + NAME_SPACE + " class=\"" + style + "\" viewBox=\"0 0 " + number(width) + " "
                + number(height) + "\" role=\"img\"><title>" + escaped(name) + "</title><desc>" + escaped(description)
                + "</desc>" + body + "</svg>";
    }
}

package io.github.macroregime.regime.page;

/** Writes one drawing; every text is escaped, every colour is a class of the style sheet. */
final class Svg {

    private static final double TENTHS = 10;

    private final StringBuilder body = new StringBuilder();
    private final boolean tips;

    /** A drawing that shows tips where a pointer rests, if it is wide enough to be seen where there is one. */
    Svg(double width) {
        tips = width >= ChartFigure.NARROW_BELOW;
    }

    /** A number with one decimal and no more characters than it needs. */
    static String number(double value) {
        long tenths = Math.round(value * TENTHS);
        String text = tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / TENTHS);
        return text;
    }

    static String escaped(String text) {
        return PlainText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        return path(style, "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    Svg path(String style, String data) {
        body.append("<path class=\"")
                .append(style)
                .append("\" d=\"")
                .append(data)
                .append("\"/>");
        return this;
    }

    Svg dot(String style, double x, double y, double radius) {
        body.append("<circle class=\"" + style + "\" cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\""
                + number(radius) + "\"/>");
        return this;
    }

    /** A rectangle; a text that is not empty is shown where a pointer rests on it. */
    Svg rectangle(String style, double left, double top, double right, double bottom, String tip) {
        body.append("<rect class=\"" + style + "\" x=\"" + number(left) + "\" y=\"" + number(top) + "\" width=\""
                + number(Math.max(0, right - left)) + "\" height=\"" + number(Math.max(0, bottom - top)) + "\"");
        body.append(tip.isEmpty() || !tips ? "/>" : "><title>" + escaped(tip) + "</title></rect>");
        return this;
    }

    Svg text(String style, double x, double y, String text) {
        if (!text.isBlank()) {
            body.append("<text class=\"" + style + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">" + escaped(text)
                    + "</text>");
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
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"" + style + "\" viewBox=\"0 0 " + number(width) + " "
                + number(height) + "\" role=\"img\"><title>" + escaped(name) + "</title><desc>" + escaped(description)
                + "</desc>" + body + "</svg>";
    }
}

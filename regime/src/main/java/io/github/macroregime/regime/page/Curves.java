package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart.Line;
import java.util.HashMap;
import java.util.Map;

/**
 * The curves of a figure that may be drawn in two sizes: the second time a curve is the first one, stretched into the
 * other room, and takes no points of its own.
 */
final class Curves {

    private final String id;
    private final Map<Integer, Room> drawn = new HashMap<>();

    private record Room(Scale x, Scale y, double top) {

        /** What moves a curve of this room into another. */
        String into(Room other) {
            double across = (other.x.to() - other.x.from()) / (x.to() - x.from());
            double down = (other.y.to() - other.y.from()) / (y.to() - y.from());
            return "matrix(" + Svg.precise(across) + " 0 0 " + Svg.precise(down) + " "
                    + Svg.precise(other.x.from() - across * x.from()) + " "
                    + Svg.precise(other.top + other.y.from() - down * (top + y.from())) + ")";
        }
    }

    /**
     * The curves of one chart.
     *
     * @param id a text that no other figure of the page has, empty for a figure alone
     */
    Curves(String id) {
        this.id = Svg.escaped(id);
    }

    /** Draws a line of the chart, which has the same number in every size. */
    void draw(Svg svg, int number, String style, Line line, Places places, Scale x, Scale y, double top) {
        Room room = new Room(x, y, top);
        Room first = id.isEmpty() ? null : drawn.putIfAbsent(number, room);
        if (first != null) {
            svg.copy(id + "-" + number, first.into(room));
        } else {
            String name = id.isEmpty() ? "" : id + "-" + number;
            svg.curve(style, name, Polyline.through(line, places, x, y, top));
        }
    }
}

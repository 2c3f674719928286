package io.github.macroregime.regime.page;

import io.github.macroregime.regime.section.Chart.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a figure that is drawn in two sizes shares: the second time a curve or a cell is the first one, stretched into the
 * other room, and takes no points of its own.
 */
final class Curves {

    private final String id;
    private final Map<String, Room> drawn = new HashMap<>();
    private @Nullable Places places;

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

    /** Where the labels of the chart stand, read once. */
    Places places(List<String> labels) {
        Places read = places == null ? new Places(labels) : places;
        places = read;
        return read;
    }

    /**
     * Draws something of the chart, which has the same name in every size.
     *
     * @param name a text that nothing else in the chart has
     * @param x the room across
     * @param y the room down
     * @param top how far the room is moved down
     * @param drawing draws it under an identifier, which is empty for none
     */
    void draw(Svg svg, String name, Scale x, Scale y, double top, Consumer<String> drawing) {
        Room room = new Room(x, y, top);
        Room first = id.isEmpty() ? null : drawn.putIfAbsent(name, room);
        if (first == null) {
            drawing.accept(id.isEmpty() ? "" : id + "-" + name);
        } else {
            svg.copy(id + "-" + name, first.into(room));
        }
    }

    /** Draws a line of the chart. */
    void line(Svg svg, int number, String style, Line line, Places places, Scale x, Scale y, double top) {
        draw(
                svg,
                "l" + number,
                x,
                y,
                top,
                name -> svg.path(name, style, Polyline.through(line, places, x, y, top), ""));
    }
}

package consumer

import io.github.macroregime.core.series.TimeSeries
import io.github.macroregime.core.window.Window

/** Must not compile: no argument of the library may be null unless it says so. */
fun main() {
    val series: TimeSeries? = null
    Window.of(2).mean().over(series)
}

package consumer

import io.github.macroregime.core.io.JsonWriter
import io.github.macroregime.core.series.TimeSeries
import io.github.macroregime.core.unit.Unit
import io.github.macroregime.core.window.Missing
import io.github.macroregime.core.window.Window
import io.github.macroregime.rates.probability.FedWatchTable
import java.time.LocalDate
import java.time.YearMonth

/** What a user of Kotlin writes first: maps as arguments, components as properties, a keyword in backticks. */
fun main() {
    val start = YearMonth.of(2025, 8)
    val strip = listOf(95.67, 95.74, 95.87, 95.93).withIndex()
        .associate { (month, price) -> start.plusMonths(month.toLong()) to price }
    println(FedWatchTable.of(LocalDate.of(2025, 8, 4), strip))

    val day = LocalDate.of(2025, 7, 21)
    val yields = TimeSeries.ofQuoted(mapOf(day to 4.38, day.plusDays(1) to 4.35), Unit.PERCENT)
    val mean: TimeSeries = Window.of(2).withMissing(Missing.SKIP).mean().over(yields)
    println(mean.last().date)
    println(yields.unit.format(yields.last().value))
    println(JsonWriter.`object`("yield", yields.last().value))
}

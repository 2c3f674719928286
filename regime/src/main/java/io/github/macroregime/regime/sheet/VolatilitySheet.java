package io.github.macroregime.regime.sheet;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.outlook.VolatilityPremium;
import io.github.macroregime.regime.section.Table;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;

/**
 * The premium in implied volatility of each asset that has an index of it.
 *
 * @param entries one for each asset
 */
public record VolatilitySheet(List<Entry> entries) implements Sheet {

    public VolatilitySheet {
        Require.components(VolatilitySheet.class, entries);
        entries = List.copyOf(entries);
    }

    /**
     * An asset and what its options cost.
     *
     * @param asset the name of the asset
     * @param index the name of the implied volatility
     * @param premium implied less realised volatility and its place in its history
     */
    public record Entry(String asset, String index, VolatilityPremium premium) implements Serializable {
        public Entry {
            Require.components(Entry.class, asset, index, premium);
        }

        /**
         * Whether options are dear.
         *
         * @return dear from the 80th percentile on, cheap up to the 20th, else in the middle
         */
        public String state() {
            return premium.percentile() >= 0.8 ? "dear" : premium.percentile() <= 0.2 ? "cheap" : "in the middle";
        }
    }

    @Override
    public List<Said> said() {
        return entries.stream().map(VolatilitySheet::said).toList();
    }

    private static Said said(Entry each) {
        VolatilityPremium premium = each.premium();
        return new Said(
                "Volatility premium of " + each.asset(),
                each.state(),
                String.format(
                        Locale.ROOT,
                        "%s %.1f %% less %.1f %% realised over %d closes, percentile %.0f %%, z %s",
                        each.index(),
                        premium.implied().percent(),
                        premium.realised().percent(),
                        premium.window(),
                        100 * premium.percentile(),
                        Cells.signed(premium.zScore(), 2)),
                premium.premium().decimal(),
                Unit.PERCENTAGE_POINTS,
                "implied less realised volatility of the same horizon; percentile among the last " + premium.n()
                        + ", dear from 80",
                premium.n(),
                "days",
                premium.asOf(),
                List.of(each.asset(), each.index()));
    }

    @Override
    public List<Table> tables() {
        return List.of(new Table(
                Table.columns(
                        "Asset",
                        "Index",
                        "#Implied %",
                        "#Realised %",
                        "=Premium pp",
                        "#Percentile",
                        "#z",
                        "State",
                        "~#n",
                        "~Observed"),
                entries.stream()
                        .map(each -> List.of(
                                each.asset(),
                                each.index(),
                                Cells.decimal(each.premium().implied().percent(), 1),
                                Cells.decimal(each.premium().realised().percent(), 1),
                                Cells.signed(each.premium().premium().percent(), 1),
                                Cells.decimal(100 * each.premium().percentile(), 0),
                                Cells.signed(each.premium().zScore(), 2),
                                each.state(),
                                Integer.toString(each.premium().n()),
                                each.premium().asOf().toString()))
                        .toList()));
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Premium = implied less realised volatility, what the newsletters call positioning premium: implied looks"
                        + " ahead a month, realised back 21 closes. A premium is the usual state, not a forecast.");
    }

    /** A line for each asset. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Volatility premium");
        entries.forEach(
                each -> text.append('\n').append(each.asset()).append("  ").append(each.premium()));
        return text.toString();
    }
}

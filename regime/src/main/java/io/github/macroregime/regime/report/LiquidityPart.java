package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.PublicationLag;
import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.core.stats.Moments;
import io.github.macroregime.core.unit.Unit;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.EconomyInput;
import io.github.macroregime.regime.input.EconomyInput.MoneyParts;
import io.github.macroregime.regime.input.EconomyInput.PublishedIndex;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.Histories;
import io.github.macroregime.regime.macro.FinancialConditions;
import io.github.macroregime.regime.macro.NetLiquidity;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Liquidity: net liquidity of the central bank, and financial conditions.
 *
 * @param net net liquidity
 * @param indices published indices of conditions
 * @param own indices of conditions of one's own
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record LiquidityPart(
        List<NetLiquidity.Reading> net, List<IndexLevel> indices, List<OwnConditions> own, Map<String, Evidence> inputs)
        implements MacroPart {

    /**
     * Where a published index stands.
     *
     * @param name its name
     * @param observed the date the value speaks of
     * @param level its level
     * @param zScore how many sample standard deviations from the mean of all levels published so far, NaN if they are
     *     equal
     * @param n how many levels had been published
     */
    public record IndexLevel(String name, LocalDate observed, Figure level, double zScore, int n)
            implements Serializable {
        public IndexLevel {
            Require.components(IndexLevel.class, name, observed, level);
            Require.atLeast(n, 0, "n");
            Require.finite(zScore, "zScore");
        }
    }

    /**
     * An index of one's own and where it stands.
     *
     * @param name its name
     * @param reading the reading
     */
    public record OwnConditions(String name, FinancialConditions.Reading reading) implements Serializable {
        public OwnConditions {
            Require.components(OwnConditions.class, name, reading);
        }
    }

    public LiquidityPart {
        Require.components(LiquidityPart.class, net, indices, own, inputs);
        inputs = Evidence.copyOf(inputs);
        net = List.copyOf(net);
        indices = List.copyOf(indices);
        own = List.copyOf(own);
    }

    static Optional<LiquidityPart> read(DayInputs at) {
        List<NetLiquidity.Reading> net = new ArrayList<>();
        for (MoneyParts money : at.allOrGap(
                MoneyParts.class, "total assets, the Treasury's account and reverse repurchases", "no net liquidity")) {
            TimeSeries level = level(at, money);
            Optional<NetLiquidity.Reading> reading = NetLiquidity.reading(
                            level, at.date(), at.options().windows().liquidityWeeks())
                    .filter(each -> money.assets().isRecent(each.published(), at.date()));
            reading.ifPresentOrElse(
                    net::add,
                    () -> at.lacks(
                            "a recent net liquidity and that of weeks before", "its level and change are left out"));
        }
        List<IndexLevel> indices = new ArrayList<>();
        for (PublishedIndex index : at.allOrGap(
                PublishedIndex.class, "a published index of financial conditions", "its level is left out")) {
            at.recent(index.series(), index.series().name(), "its level is left out")
                    .ifPresent(known -> indices.add(level(index.series(), known)));
        }
        List<OwnConditions> own = new ArrayList<>();
        for (EconomyInput.Conditions input : at.all(EconomyInput.Conditions.class)) {
            reading(at, input)
                    .filter(reading -> at.isRecent(reading.asOf()))
                    .ifPresentOrElse(
                            reading -> own.add(new OwnConditions(input.name(), reading)),
                            () -> at.lacks("enough recent parts of " + input.name(), "the index is left out"));
        }
        return net.isEmpty() && indices.isEmpty() && own.isEmpty()
                ? Optional.empty()
                : Optional.of(new LiquidityPart(net, indices, own, at.evidence()));
    }

    /** Net liquidity of each balance sheet, computed once for its statements, its chart and its turns. */
    static TimeSeries level(DayInputs at, MoneyParts money) {
        return at
                .once(
                        NetLevel.class,
                        seen -> seen.all(MoneyParts.class).stream()
                                .map(each -> new NetLevel(each, known(seen, each)))
                                .toList())
                .stream()
                .filter(each -> each.money.equals(money))
                .findFirst()
                .orElseThrow()
                .level();
    }

    private record NetLevel(MoneyParts money, TimeSeries level) {}

    /** A level is that of the evening of its day, so that days share the levels if one looks in the evening. */
    private static TimeSeries known(DayInputs at, MoneyParts money) {
        TimeSeries assets = money.assets().series().dropMissing();
        if (assets.isEmpty() || !at.options().hour().equals(PublicationLag.EVENING)) {
            return level(money);
        }
        TimeSeries longer = at.histories()
                .of(List.of(NetLevel.class, money.assets().name()), money, LiquidityPart::begins, LiquidityPart::level);
        return longer.until(money.assets().lag().knownOn(assets.dates().last()).orElse(LocalDate.MIN));
    }

    private static TimeSeries level(MoneyParts money) {
        return NetLiquidity.level(money.assets(), money.treasuryAccount(), money.reverseRepo());
    }

    private static boolean begins(MoneyParts longer, MoneyParts money) {
        return begins(longer.assets(), money.assets())
                && begins(longer.treasuryAccount(), money.treasuryAccount())
                && begins(longer.reverseRepo(), money.reverseRepo());
    }

    private static boolean begins(PublishedSeries longer, PublishedSeries known) {
        return longer.with(known.series()).equals(known) && Histories.begins(longer.series(), known.series());
    }

    /** The parts are standardised once over the longest past; the reading is of the last day that all of them know. */
    private static Optional<FinancialConditions.Reading> reading(DayInputs at, EconomyInput.Conditions conditions) {
        List<FinancialConditions.Input> known = conditions.inputs();
        LocalDate last = known.stream()
                .map(each -> each.named()
                        .series()
                        .latest()
                        .map(TimeSeries.Observation::date)
                        .orElse(LocalDate.MIN))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return at.histories()
                .of(
                        List.of(
                                FinancialConditions.class,
                                conditions.name(),
                                conditions.weights(),
                                conditions.minimumCount(),
                                known.size()),
                        known,
                        LiquidityPart::begins,
                        longer -> FinancialConditions.readings(longer, conditions.weights(), conditions.minimumCount()))
                .apply(last);
    }

    private static boolean begins(List<FinancialConditions.Input> longer, List<FinancialConditions.Input> known) {
        return IntStream.range(0, known.size())
                .allMatch(i -> known.get(i).tightening() == longer.get(i).tightening()
                        && known.get(i)
                                .named()
                                .name()
                                .equals(longer.get(i).named().name())
                        && Histories.begins(
                                longer.get(i).named().series(),
                                known.get(i).named().series()));
    }

    private static IndexLevel level(PublishedSeries index, TimeSeries known) {
        int last = known.size() - 1;
        return new IndexLevel(
                index.name(),
                known.date(last),
                new Figure(known.value(last), known.unit()),
                last < 1 ? Double.NaN : Moments.zScore(known.values().toArray()),
                known.size());
    }

    @Override
    public Topic topic() {
        return Topic.LIQUIDITY;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        for (NetLiquidity.Reading reading : net) {
            statements.add(level(reading));
            statements.add(change(reading));
        }
        indices.forEach(each -> statements.add(index(each)));
        own.forEach(each -> statements.add(conditions(each)));
        return statements;
    }

    private MacroStatement level(NetLiquidity.Reading reading) {
        Figure level = new Figure(reading.level(), Unit.BILLIONS_OF_DOLLARS);
        return new MacroStatement(
                Topic.LIQUIDITY,
                "Net liquidity, level",
                reading.zScore() < 0 ? "below its mean" : "above its mean",
                Text.of("%s, %+.2f deviations from the mean of all levels so far", level, reading.zScore()),
                level,
                "central bank assets less Treasury account less reverse repurchases, all of the day of the balance"
                        + " sheet",
                Sample.of(reading.n(), "weeks"),
                reading.published(),
                evidence(MoneyParts.NAME));
    }

    static String changeSubject(NetLiquidity.Reading reading) {
        return "Net liquidity, change over " + reading.weeks() + " weeks";
    }

    static String changeState(double change) {
        return change < 0 ? "draining" : "rising";
    }

    private MacroStatement change(NetLiquidity.Reading reading) {
        Figure change = new Figure(reading.change(), Unit.BILLIONS_OF_DOLLARS);
        return new MacroStatement(
                Topic.LIQUIDITY,
                changeSubject(reading),
                changeState(reading.change()),
                change.signed() + " over " + reading.weeks() + " weeks",
                change,
                "level less that published " + reading.weeks() + " weeks before",
                Sample.of(reading.weeks(), "weeks"),
                reading.published(),
                evidence(MoneyParts.NAME));
    }

    private MacroStatement index(IndexLevel index) {
        return new MacroStatement(
                Topic.LIQUIDITY,
                "Financial conditions, " + index.name(),
                looseOrTight(index.level().value()),
                Text.of(
                        "%s, %s than average; %+.2f deviations from the mean of its history",
                        index.level().signed(), index.level().value() > 0 ? "tighter" : "looser", index.zScore()),
                index.level(),
                "the publisher's index, zero is its average and up is tighter; the whole history is re-estimated with"
                        + " each release, so an old value may not be what was seen then",
                Sample.of(index.n(), "values"),
                index.observed(),
                evidence(index.name()));
    }

    private MacroStatement conditions(OwnConditions own) {
        FinancialConditions.Reading reading = own.reading();
        return new MacroStatement(
                Topic.LIQUIDITY,
                "Financial conditions, " + own.name(),
                looseOrTight(reading.index()),
                Text.of(
                        "%+.2f (%s): %s",
                        reading.index(),
                        reading.index() > 0 ? "tighter than the average so far" : "looser than the average so far",
                        String.join(", ", reading.names())),
                Figure.score(reading.index()),
                "weighted sum of scores standardised over the past of each date, signed so that up is tighter",
                Sample.of(reading.n(), "dates"),
                reading.asOf(),
                evidence(own.name()));
    }

    private static String looseOrTight(double level) {
        return level > 0 ? "tight" : "loose";
    }
}

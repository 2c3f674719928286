package io.github.macroregime.regime.report;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.core.series.TimeSeries;
import io.github.macroregime.regime.curve.CurveBoard;
import io.github.macroregime.regime.curve.CurveMove;
import io.github.macroregime.regime.curve.CurveMoves;
import io.github.macroregime.regime.curve.CurveMoves.YieldSplit;
import io.github.macroregime.regime.curve.CurveOptions;
import io.github.macroregime.regime.curve.CurvePair;
import io.github.macroregime.regime.curve.CurveReading;
import io.github.macroregime.regime.curve.CurveRegime;
import io.github.macroregime.regime.day.DayInputs;
import io.github.macroregime.regime.day.Text;
import io.github.macroregime.regime.input.Evidence;
import io.github.macroregime.regime.input.RatesInput;
import io.github.macroregime.regime.input.RatesInput.RealYield;
import io.github.macroregime.regime.report.MacroStatement.Sample;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The yield curve: the move of the day, the move of the month, the regimes of the quarter, and what was real of it.
 *
 * @param day the moves of one day
 * @param window the moves of the window with the shares of the regimes
 * @param splits what part of the window's move was the real yield and what part inflation compensation
 * @param inputs where each input of the day comes from and when its last number became known, by name
 */
public record CurvePart(CurveBoard day, CurveBoard window, List<NamedSplit> splits, Map<String, Evidence> inputs)
        implements MacroPart {

    /**
     * A split and the yield it is of.
     *
     * @param yield the name of the nominal yield
     * @param days over how many observations
     * @param split the split
     */
    public record NamedSplit(String yield, int days, YieldSplit split) implements Serializable {
        public NamedSplit {
            Require.components(NamedSplit.class, yield, split);
            Require.atLeast(days, 0, "days");
        }
    }

    public CurvePart {
        Require.components(CurvePart.class, day, window, splits, inputs);
        inputs = Evidence.copyOf(inputs);
        splits = List.copyOf(splits);
    }

    static Optional<CurvePart> read(DayInputs at) {
        Map<String, TimeSeries> yields = new LinkedHashMap<>();
        for (RatesInput.Yield each : at.all(RatesInput.Yield.class)) {
            at.recent(each.levels(), each.name() + " yield", "it is not in the curve")
                    .ifPresent(known -> yields.put(each.name(), known));
        }
        CurveOptions options = at.options().curve();
        CurveBoard window = CurveBoard.of(CurvePair.usual(), yields, at.date(), options);
        if (window.readings().isEmpty()) {
            at.lacks("a recent pair of government yields", "the yield curve is left out");
            return Optional.empty();
        }
        window.unread().forEach(pair -> at.lacks("a recent yield for " + pair, "its move is left out"));
        CurveBoard day = CurveBoard.of(CurvePair.usual(), yields, at.date(), options.withDays(1));
        return Optional.of(new CurvePart(day, window, splits(at, yields, options.days()), at.evidence()));
    }

    private static List<NamedSplit> splits(DayInputs at, Map<String, TimeSeries> yields, int days) {
        List<NamedSplit> splits = new ArrayList<>();
        for (RealYield each : at.allOrGap(
                RealYield.class, "a real yield and break-even inflation", "moves of yields are not split")) {
            TimeSeries nominal = yields.get(each.yield());
            if (nominal == null || commonDates(nominal, each) <= days) {
                at.lacks("a recent " + each.yield() + " yield with its real yield", "its move is not split");
            } else {
                splits.add(new NamedSplit(
                        each.yield(),
                        days,
                        CurveMoves.split(
                                nominal, each.real().series(), each.breakeven().series(), at.date(), days)));
            }
        }
        return splits;
    }

    private static int commonDates(TimeSeries nominal, RealYield each) {
        return nominal.dates()
                .intersect(each.real().series().dropMissing().dates())
                .intersect(each.breakeven().series().dropMissing().dates())
                .size();
    }

    @Override
    public Topic topic() {
        return Topic.CURVE;
    }

    @Override
    public List<MacroStatement> statements() {
        List<MacroStatement> statements = new ArrayList<>();
        day.readings().forEach(reading -> statements.add(move(reading, "day")));
        for (CurveReading reading : window.readings()) {
            statements.add(move(reading, reading.days() + " days"));
            statements.add(shares(reading));
        }
        splits.forEach(each -> statements.add(split(each)));
        return statements;
    }

    private static List<String> yieldsOf(String pair) {
        return CurvePair.usual().stream()
                .filter(each -> each.name().equals(pair))
                .flatMap(each -> Stream.of(each.shortYield(), each.longYield()))
                .toList();
    }

    private MacroStatement move(CurveReading reading, String span) {
        CurveMove move = reading.move();
        return new MacroStatement(
                Topic.CURVE,
                reading.pair() + ", " + span,
                move.regime().toString(),
                Text.of(
                        "%s, short %s, long %s, led by %s",
                        move.regime(),
                        Text.signedBasisPoints(move.shortChange()),
                        Text.signedBasisPoints(move.longChange()),
                        Text.lower(move.driver())),
                Figure.basisPoints(move.slopeChange()),
                "change of the long yield less change of the short one; bull where their sum falls, bear where it"
                        + " rises; steepener or flattener by the sign of the difference, parallel within the tolerance of"
                        + " half a basis point; twist where they go apart",
                Sample.of(reading.days(), reading.days() == 1 ? "day" : "days"),
                reading.asOf(),
                evidence(yieldsOf(reading.pair())));
    }

    private MacroStatement shares(CurveReading reading) {
        CurveRegime most = reading.counts().entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.<Integer>naturalOrder()))
                .orElseThrow()
                .getKey();
        return new MacroStatement(
                Topic.CURVE,
                reading.pair() + ", most frequent of the last " + reading.n() + " days",
                most.toString(),
                Text.of("%s on %.0f %% of the last %d days", most, 100 * reading.share(most), reading.n()),
                Figure.percent(reading.share(most)),
                "share of days whose move over " + reading.days() + " days was of that regime; the moves overlap",
                new Sample(reading.n(), "days", (double) reading.n() / reading.days()),
                reading.asOf(),
                evidence(yieldsOf(reading.pair())));
    }

    private MacroStatement split(NamedSplit named) {
        YieldSplit split = named.split();
        boolean isReal = split.real().abs().compareTo(split.breakeven().abs()) >= 0;
        return new MacroStatement(
                Topic.CURVE,
                named.yield() + ", real and break-even over " + named.days() + " days",
                isReal ? "real yield moved more" : "break-even moved more",
                Text.of(
                        "%s = real %s + break-even %s + residual %s",
                        Text.signedBasisPoints(split.nominal()),
                        Text.signedBasisPoints(split.real()),
                        Text.signedBasisPoints(split.breakeven()),
                        Text.signedBasisPoints(split.residual())),
                Figure.basisPoints(split.real()),
                "change of the real yield on dates that nominal, real and break-even share; the residual is what the"
                        + " separately quoted parts do not explain",
                Sample.of(named.days(), "days"),
                split.to(),
                evidence(named.yield(), "real " + named.yield()));
    }
}

package io.github.macroregime.examples.law;

import io.github.macroregime.core.series.PublishedSeries;
import io.github.macroregime.fixture.Bindings;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds functions on series to the laws of their kind and tells what they break. */
final class FunctionLaws {

    private static final double ROUNDING = 1e-7;
    private static final int LONGEST_VECTOR = 40;

    private final Classification table;
    private final Bindings bindings;

    FunctionLaws(Classification table, Bindings bindings) {
        this.table = table;
        this.bindings = bindings;
    }

    /** What is broken by functions, a line for each. */
    List<String> failures(List<Method> functions) {
        return functions.stream()
                .flatMap(function -> failure(function).stream())
                .toList();
    }

    private Optional<String> failure(Method function) {
        try {
            Classification.Row row = table.of(function).orElseThrow(() -> new AssertionError("is not classified"));
            for (Call call : Call.of(function, row, bindings)) {
                check(call, row);
            }
            return Optional.empty();
        } catch (AssertionError e) {
            return Optional.of(PublicApi.signature(function) + " " + e.getMessage());
        } catch (RuntimeException e) {
            return Optional.of(PublicApi.signature(function) + " threw " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private void check(Call call, Classification.Row row) {
        if (row.kind() == Kind.VECTOR) {
            acceptsOneLength(call, row);
            return;
        }
        Object result = call.on(call.scene());
        if (row.kind() == Kind.CHECK) {
            require(call.method().getReturnType() == void.class, call, "answers, so it is no check");
            return;
        }
        Answer answer = Answer.of(result);
        require(answer.numbers() > 0, call, "answers nothing, so bind other values");
        switch (row.kind()) {
            case CAUSAL -> {
                prefix(call, call.scene(), Integer.MAX_VALUE);
                gapsKeepThePrefix(call);
            }
            case PERIODS -> {
                require(
                        answer.strips().values().stream()
                                .allMatch(strip -> strip.dated()
                                        && 2 * strip.size() < call.scene().length()),
                        call,
                        "does not gather days into periods");
                prefix(call, call.scene(), 1);
            }
            case FIT -> {
                require(
                        !PublicApi.isSeries(call.method().getGenericReturnType()) && !call.takesTime(),
                        call,
                        "is a series or has a date, so it is no fit");
                ofTheWhole(call, answer);
            }
            case WHOLE -> oneAnswer(call, answer);
            case DATED -> {
                dated(call, call.scene());
                dated(call, call.scene().gapped());
            }
            case EXCHANGEABLE -> exchangeable(call, answer);
            case FORWARD -> forward(call);
            case HINDSIGHT -> require(saysHindsight(call), call, "does not say Hindsight in its name");
            case LINKED -> linked(call);
            default -> throw new AssertionError(row.kind());
        }
        deterministic(call, answer);
        inputUnchanged(call);
        infinitiesRefused(call, row);
    }

    private static void require(boolean kept, Call call, String message) {
        if (!kept) {
            throw new AssertionError(call + " " + message);
        }
    }

    private static boolean saysHindsight(Call call) {
        return (call.method().getName() + call.method().getReturnType().getSimpleName())
                .toLowerCase(Locale.ROOT)
                .contains("hindsight");
    }

    private static int[] cuts(Scene scene) {
        int length = scene.length();
        return new int[] {
            1, 2, length / 5, length / 2, scene.monthEnd(), length * 2 / 3, length - 14, length - 2, length - 1
        };
    }

    private static Optional<Answer> answer(Call call, Scene scene) {
        try {
            return Optional.of(Answer.of(call.on(scene)));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    // The last periods may be incomplete; of a series without dates nothing is left out.
    private static void prefix(Call call, Scene scene, int periods) {
        Optional<Answer> whole = answer(call, scene);
        int compared = 0;
        for (int end : cuts(scene)) {
            if (end == scene.monthEnd()) {
                forgets(call, scene.scrambled(end));
            }
            Optional<Answer> cut = answer(call, scene.cut(end));
            if (whole.isPresent() && cut.isPresent()) {
                compared += samePrefix(call, whole.get(), cut.get(), scene.cut(end), periods);
            }
        }
        require(whole.isEmpty() || compared > 0, call, "has no value that could be compared");
    }

    /** Shows it another future, so that what it may remember of the true one is gone. */
    private static void forgets(Call call, Scene other) {
        var unused = answer(call, other);
    }

    private static int samePrefix(Call call, Answer whole, Answer cut, Scene scene, int periods) {
        int compared = 0;
        for (String place : cut.strips().keySet()) {
            Answer.Strip shorter = cut.strips().get(place);
            Answer.Strip longer = whole.strips().get(place);
            require(longer != null, call, "answers with other series for shorter ones");
            long last = scene.dates().get(scene.length() - 1).toEpochDay();
            int size = shorter.size() - (periods == Integer.MAX_VALUE ? 0 : periods);
            for (int i = 0; i < size; i++) {
                if (!shorter.dated() || shorter.days()[i] <= last) {
                    require(
                            i < longer.size() && longer.days()[i] == shorter.days()[i],
                            call,
                            "moves what stands at " + i);
                    same(call, longer.values()[i], shorter.values()[i], "at " + i + " of " + scene.length());
                    compared++;
                }
            }
            require(
                    !longer.dated()
                            || periods != Integer.MAX_VALUE
                            || Arrays.stream(longer.days())
                                            .filter(day -> day <= last)
                                            .count()
                                    == Arrays.stream(shorter.days())
                                            .filter(day -> day <= last)
                                            .count(),
                    call,
                    "leaves days out that the whole series gives");
        }
        return compared;
    }

    private static void same(Call call, double whole, double cut, String place) {
        require(
                Double.doubleToLongBits(whole + 0.0) == Double.doubleToLongBits(cut + 0.0),
                call,
                "looks ahead: " + cut + " " + place + " becomes " + whole);
    }

    private static void gapsKeepThePrefix(Call call) {
        prefix(call, call.scene().gapped(), Integer.MAX_VALUE);
        prefix(call, call.scene().late(), Integer.MAX_VALUE);
        prefix(call, call.scene().rough(), Integer.MAX_VALUE);
    }

    /** A number among the arguments may be a place, and what is said of a place must not depend on what follows it. */
    private static void ofTheWhole(Call call, Answer answer) {
        Optional<Answer> other =
                answer(call, call.scene().scrambled(call.scene().length() / 2));
        require(
                !call.takes(int.class) || !other.map(Answer::text).equals(Optional.of(answer.text())),
                call,
                "answers for a place and not about the whole");
    }

    private static void oneAnswer(Call call, Answer answer) {
        int length = call.scene().length();
        Optional<Answer> shorter = answer(call, call.scene().cut(length - 1));
        require(!call.takesTime(), call, "has a date, so it is DATED");
        ofTheWhole(call, answer);
        boolean each = answer.strips().values().stream().anyMatch(strip -> strip.size() == length)
                && shorter.stream()
                        .flatMap(cut -> cut.strips().values().stream())
                        .anyMatch(strip -> strip.size() == length - 1);
        if (each && !saysHindsight(call)) {
            try {
                prefix(call, call.scene(), Integer.MAX_VALUE);
                gapsKeepThePrefix(call);
            } catch (AssertionError e) {
                throw new AssertionError("answers for each position and " + e.getMessage(), e);
            }
        }
    }

    private static void dated(Call call, Scene scene) {
        require(call.takes(LocalDate.class), call, "has no date");
        asked(call, scene, scene.dates().get(Call.asOf(scene)));
        int last = scene.beforePause(Call.asOf(scene));
        asked(call, scene, scene.dates().get(last).plusDays(1));
        asked(call, scene, scene.dates().get(last + 1).minusDays(1));
    }

    /** Also for a day on which nothing is observed, such as the Saturday and the Sunday of a weekend. */
    private static void asked(Call call, Scene scene, LocalDate day) {
        Call asked = call.asked(day);
        unchangedBehind(asked, scene, scene.dates().insertion(day.plusDays(1)));
        if (call.takes(PublishedSeries.class) || call.method().getDeclaringClass() == PublishedSeries.class) {
            Scene later = scene.lagged(12);
            unchangedBehind(asked, later, later.known(day));
        }
    }

    private static void unchangedBehind(Call call, Scene scene, int end) {
        Optional<Answer> whole = answer(call, scene);
        for (Scene other : List.of(scene.scrambled(end), scene.cut(end))) {
            Optional<Answer> seen = answer(call, other);
            require(
                    seen.map(Answer::text).equals(whole.map(Answer::text)),
                    call,
                    "looks behind its date" + difference(whole, seen));
        }
    }

    private static String difference(Optional<Answer> one, Optional<Answer> other) {
        String a = one.map(Answer::text).orElse("nothing");
        String b = other.map(Answer::text).orElse("nothing");
        int at = 0;
        while (at < Math.min(a.length(), b.length()) && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return ": " + a.substring(from, Math.min(a.length(), at + 30)) + " | "
                + b.substring(from, Math.min(b.length(), at + 30));
    }

    private static void exchangeable(Call call, Answer answer) {
        int length = call.scene().length();
        require(
                answer.strips().values().stream().noneMatch(Answer.Strip::dated),
                call,
                "has dates, and days are in an order");
        Answer permuted = Answer.of(call.on(call.scene().permuted()));
        int compared = 0;
        for (String place : answer.strips().keySet()) {
            double[] plain = answer.strips().get(place).values();
            double[] moved = permuted.strips().get(place).values();
            for (int i = 0; plain.length == length && i < length; i++) {
                double expected = plain[Scene.permutation(i, length)];
                require(
                        Math.abs(moved[i] - expected) <= ROUNDING * (1e-3 + Math.abs(expected)),
                        call,
                        "depends on the order at " + i + ": " + moved[i] + " instead of " + expected);
                compared++;
            }
        }
        require(compared > 0, call, "has no value for each position");
    }

    private static void forward(Call call) {
        require(call.method().getName().contains("forward"), call, "does not say forward in its name");
        double[] whole = (double[]) call.on(call.scene());
        for (int end : cuts(call.scene())) {
            double[] cut = (double[]) call.on(call.scene().cut(end));
            for (int i = 0; i < cut.length; i++) {
                if (!Double.isNaN(cut[i])) {
                    same(call, whole[i], cut[i], "given already at " + i);
                }
            }
        }
    }

    private static void linked(Call call) {
        require(
                call.method().getDeclaringClass().getPackageName().matches(".*\\.equities\\.(linking|attribution)"),
                call,
                "links no effects");
    }

    private static void deterministic(Call call, Answer answer) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            require(Answer.of(call.on(call.scene())).text().equals(answer.text()), call, "answers otherwise again");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static void inputUnchanged(Call call) {
        Scene scene = call.scene();
        double[][] before = Arrays.stream(scene.columns()).map(double[]::clone).toArray(double[][]::new);
        call.on(scene);
        require(Arrays.deepEquals(before, scene.columns()), call, "changes its input");
    }

    private static void infinitiesRefused(Call call, Classification.Row row) {
        int place = row.input().contains("first") ? 0 : call.scene().length() / 2;
        String places = row.values().stream()
                .filter(value -> value.startsWith("place="))
                .map(value -> value.substring("place=".length()))
                .findFirst()
                .orElse(place + "|" + call.scene().dates().get(place));
        for (int column = 0; column < call.columns(); column++) {
            for (double infinity : new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
                try {
                    call.on(call.scene().with(column, place, infinity));
                    throw new AssertionError(call + " takes " + infinity);
                } catch (IllegalArgumentException e) {
                    require(
                            e.getMessage().matches("(?s).*\\b(" + places + ")\\b.*")
                                    && e.getMessage().contains(Double.toString(infinity)),
                            call,
                            "refuses " + infinity + " at " + place + " without saying so: " + e.getMessage());
                }
            }
        }
    }

    private void acceptsOneLength(Call call, Classification.Row row) {
        List<Integer> accepted = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        for (int length = 1; length <= LONGEST_VECTOR; length++) {
            try {
                call.on(Scene.of(row.input(), length));
                accepted.add(length);
            } catch (IllegalArgumentException refused) {
                refusals.add(refused.getMessage());
            }
        }
        require(
                accepted.size() == 1,
                call,
                "accepts the lengths " + accepted + (accepted.isEmpty() ? ": " + refusals.get(2) : ""));
    }
}

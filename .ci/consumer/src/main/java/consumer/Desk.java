package consumer;

import io.github.macroregime.core.time.BusinessDays;
import io.github.macroregime.core.unit.Rate;
import io.github.macroregime.rates.instrument.OvernightIndex;
import io.github.macroregime.rates.meeting.EffectiveRule;
import io.github.macroregime.rates.meeting.Meeting;
import io.github.macroregime.rates.meeting.MeetingCalendar;
import io.github.macroregime.rates.path.PathFrame;
import io.github.macroregime.rates.path.PolicyPath;
import io.github.macroregime.regime.edition.Edition;
import io.github.macroregime.regime.page.Figures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a user writes first: one policy path, and a page, JSON and a figure of a folder, on either path. */
public final class Desk {

    private Desk() {}

    public static void main(String[] arguments) throws IOException {
        BusinessDays days = BusinessDays.newYorkFed();
        MeetingCalendar fomc = MeetingCalendar.of(
                EffectiveRule.NEXT_BUSINESS_DAY, days, LocalDate.of(2025, 7, 30), LocalDate.of(2025, 9, 17));
        List<Meeting> meetings = fomc.upcoming(LocalDate.of(2025, 7, 22));
        PathFrame frame = PathFrame.of(LocalDate.of(2025, 7, 22), OvernightIndex.effr(), meetings);
        PolicyPath path = PolicyPath.ofSteps(
                frame, Rate.ofPercent(4.33), List.of(Rate.ofBasisPoints(-1.03), Rate.ofBasisPoints(-14.68)));
        String module = PolicyPath.class.getModule().isNamed()
                ? PolicyPath.class.getModule().getName()
                : "the class path";
        System.out.println(path);
        System.out.println("from " + module);
        show(Files.createTempDirectory("desk"));
    }

    /** A folder with one series as a page, as JSON with its schema, and a figure of it alone. */
    private static void show(Path folder) throws IOException {
        Files.writeString(folder.resolve("DGS2.csv"), yields(3.9));
        Files.writeString(folder.resolve("DGS10.csv"), yields(4.4));
        Edition edition = Edition.read(folder, Optional.of(LocalDate.of(2025, 7, 22)));
        Files.writeString(folder.resolve("page.html"), edition.html());
        Files.writeString(folder.resolve("page.json"), edition.json());
        Files.writeString(folder.resolve("schema.json"), Edition.jsonSchema());
        String figure = Figures.of(edition.sections().stream()
                .flatMap(section -> section.charts().stream())
                .findFirst()
                .orElseThrow());
        Files.writeString(folder.resolve("figure.svg"), figure);
        for (String name : List.of("page.html", "page.json", "schema.json", "figure.svg")) {
            System.out.println(name + " " + Files.size(folder.resolve(name)) + " bytes");
        }
    }

    private static String yields(double level) {
        StringBuilder text = new StringBuilder("date,value\n");
        LocalDate.of(2025, 4, 1)
                .datesUntil(LocalDate.of(2025, 7, 23))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .forEach(day -> text.append(day + "," + (level + day.getDayOfMonth() / 100.0) + "\n"));
        return text.toString();
    }
}

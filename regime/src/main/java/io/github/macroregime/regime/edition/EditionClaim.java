package io.github.macroregime.regime.edition;

import io.github.macroregime.core.series.Require;
import io.github.macroregime.equities.print.Claim.Measure;
import io.github.macroregime.regime.edition.PrintedEdition.Quantity;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** A sentence of an edition in a form that its figures and those of earlier editions can answer. */
public sealed interface EditionClaim extends Serializable {

    /**
     * A sector is the first or the last of the printed ones, such as "top contributor".
     *
     * @param sector the sector
     * @param measure what sectors are ranked by
     * @param highest true for the first, false for the last
     */
    record Leads(String sector, Measure measure, boolean highest) implements EditionClaim {
        public Leads {
            Require.components(Leads.class, sector, measure);
        }
    }

    /**
     * A sector is the only one on its side of zero.
     *
     * @param sector the sector
     * @param measure contributions or returns
     * @param positive true for the only positive one, false for the only negative one
     */
    record Sole(String sector, Measure measure, boolean positive) implements EditionClaim {
        public Sole {
            Require.components(Sole.class, sector, measure);
        }
    }

    /**
     * Sectors made a share of the index move.
     *
     * @param sectors the sectors
     * @param percent their share in percent
     */
    record Share(List<String> sectors, Printed percent) implements EditionClaim {
        public Share {
            Require.components(Share.class, sectors, percent);
            sectors = List.copyOf(sectors);
        }
    }

    /**
     * A sector had the same sign on several days in a row, the last being that of the edition or the one before.
     *
     * @param sector the sector
     * @param days how many days
     * @param positive whether the sign is positive
     * @param ended whether the streak ended with the edition before
     */
    record Streak(String sector, int days, boolean positive, boolean ended) implements EditionClaim {
        /** The sector name that stands for the index itself. */
        public static final String INDEX = "index";

        public Streak {
            Require.components(Streak.class, sector);
            Require.atLeast(days, 1, "days");
        }
    }

    /**
     * A figure rose or fell from the edition before: a wider spread rose, more easing fell.
     *
     * @param quantity the figure
     * @param up true if it rose
     */
    record Moved(Quantity quantity, boolean up) implements EditionClaim {
        public Moved {
            Require.components(Moved.class, quantity);
        }
    }

    /**
     * A figure changed by an amount from the edition before.
     *
     * @param quantity the figure
     * @param change the change, with its sign
     */
    record Changed(Quantity quantity, Printed change) implements EditionClaim {
        public Changed {
            Require.components(Changed.class, quantity, change);
        }
    }

    /**
     * A figure of the edition before is quoted.
     *
     * @param quantity the figure
     * @param value what it is said to have been
     */
    record Prior(Quantity quantity, Printed value) implements EditionClaim {
        public Prior {
            Require.components(Prior.class, quantity, value);
        }
    }

    /**
     * Part of the last but one move was taken back.
     *
     * @param quantity the figure
     * @param percent the share of the move from two editions before to the edition before, in percent
     */
    record Retraced(Quantity quantity, Printed percent) implements EditionClaim {
        public Retraced {
            Require.components(Retraced.class, quantity, percent);
        }
    }

    /**
     * A figure is the highest or lowest since a day, that day not counted.
     *
     * @param quantity the figure
     * @param highest true for a high, false for a low
     * @param since the day
     */
    record Extreme(Quantity quantity, boolean highest, LocalDate since) implements EditionClaim {
        public Extreme {
            Require.components(Extreme.class, quantity, since);
        }
    }

    /**
     * A figure is printed a second time in the edition.
     *
     * @param quantity the figure
     * @param value the second print
     */
    record Again(Quantity quantity, Printed value) implements EditionClaim {
        public Again {
            Require.components(Again.class, quantity, value);
        }
    }

    /**
     * Two figures are so far apart.
     *
     * @param one a figure
     * @param other the other figure
     * @param distance the size of their difference
     */
    record Distance(Quantity one, Quantity other, Printed distance) implements EditionClaim {
        public Distance {
            Require.components(Distance.class, one, other, distance);
        }
    }

    /**
     * The change priced up to a meeting amounts to a number of moves of 25 basis points.
     *
     * @param meeting the meeting
     * @param count the number of moves
     */
    record Moves(LocalDate meeting, Printed count) implements EditionClaim {
        public Moves {
            Require.components(Moves.class, meeting, count);
        }
    }

    /**
     * The first meetings of the path together.
     *
     * @param meetings how many meetings
     * @param basisPoints the size of the change they price together
     */
    record FirstMeetings(int meetings, Printed basisPoints) implements EditionClaim {
        public FirstMeetings {
            Require.atLeast(meetings, 1, "meetings");
            Require.components(FirstMeetings.class, basisPoints);
        }
    }

    /**
     * The probability at a meeting is printed a second time.
     *
     * @param meeting the meeting
     * @param percent the second print, in percent
     */
    record ProbabilityAgain(LocalDate meeting, Printed percent) implements EditionClaim {
        public ProbabilityAgain {
            Require.components(ProbabilityAgain.class, meeting, percent);
        }
    }

    /**
     * The day of the edition is called by a day of the week.
     *
     * @param day the day of the week
     */
    record Weekday(DayOfWeek day) implements EditionClaim {
        public Weekday {
            Require.components(Weekday.class, day);
        }
    }
}

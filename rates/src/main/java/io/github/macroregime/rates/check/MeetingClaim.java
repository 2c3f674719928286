package io.github.macroregime.rates.check;

import io.github.macroregime.rates.meeting.Meeting;

/** A claim that bounds the change at single meetings. */
sealed interface MeetingClaim extends PathClaim permits PathClaim.Steps, PathClaim.Probability {

    /** Whether the claim is about a meeting. */
    boolean concerns(Meeting meeting);

    /** Where the change at each meeting lies that the claim is about. */
    RateRange each();

    /** What a finding about the claim is about. */
    PathConsistencyCheck.Subject subject();

    /** The claim in words. */
    String statement();

    /** What so many meetings at the claimed change add up to, in words and figures. */
    String arithmetic(int meetings, RateRange sum);
}

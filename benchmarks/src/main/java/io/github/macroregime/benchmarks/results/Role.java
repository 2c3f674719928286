package io.github.macroregime.benchmarks.results;

/** What a candidate is to the comparison. */
public enum Role {

    /** The library: what all ratios are formed against. */
    OURS,

    /** The library by another of its doors, such as its running form. */
    OURS_OTHERWISE,

    /** Another library that does the same work and gives the same numbers. */
    PEER,

    /** Another library that answers approximately. */
    APPROXIMATE,

    /** The obvious way, written out in this module. */
    NAIVE,

    /** A structure that was tried for the library and lost, kept in this module. */
    LOSER,

    /** Less than the work: what the machine permits. */
    BOUND
}

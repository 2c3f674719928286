module consumer {
    requires io.github.macroregime.strata;
}

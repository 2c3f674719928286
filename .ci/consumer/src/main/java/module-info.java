module consumer {
    requires io.github.macroregime.regime;
}

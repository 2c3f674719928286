package io.github.macroregime.core.io;

import java.util.BitSet;
import java.util.Set;

/** What a file writes where nothing was observed; a text that begins like none of them is not looked up. */
final class MissingTexts {

    private final Set<String> texts;
    private final BitSet beginnings = new BitSet();
    private final boolean haveDigits;

    MissingTexts(Set<String> texts) {
        this.texts = texts;
        this.haveDigits = texts.stream().anyMatch(text -> text.chars().anyMatch(c -> c >= '0' && c <= '9'));
        texts.stream().filter(text -> !text.isEmpty()).forEach(text -> beginnings.set(text.charAt(0)));
    }

    /** Whether one of them could be taken for a number. */
    boolean haveDigits() {
        return haveDigits;
    }

    boolean contains(String text) {
        return (text.isEmpty() || beginnings.get(text.charAt(0))) && texts.contains(text);
    }
}

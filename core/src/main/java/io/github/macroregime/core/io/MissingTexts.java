package io.github.macroregime.core.io;

import java.util.BitSet;
import java.util.Set;

/** What a file writes where nothing was observed; a text that begins like none of them is not looked up. */
final class MissingTexts {

    private final Set<String> texts;
    private final BitSet beginnings = new BitSet();

    MissingTexts(Set<String> texts) {
        this.texts = texts;
        texts.stream().filter(text -> !text.isEmpty()).forEach(text -> beginnings.set(text.charAt(0)));
    }

    boolean contains(String text) {
        return (text.isEmpty() || beginnings.get(text.charAt(0))) && texts.contains(text);
    }
}

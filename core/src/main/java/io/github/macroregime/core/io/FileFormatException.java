package io.github.macroregime.core.io;

/** A file is not in the expected format; the message names the file, the line and the offending text. */
public final class FileFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST_TEXT = 120;
    private static final int LONGEST_MESSAGE = 2000;

    private final String source;
    private final long line;

    /**
     * An error about a line.
     *
     * @param source the file or the name that was given for a text
     * @param line counted from 1
     * @param problem what is wrong, with the offending text; in it control characters and marks of direction are shown as
     *     {@code ?} and ends of lines as blanks, and it is cut at 2,000 characters
     */
    public FileFormatException(String source, long line, String problem) {
        super(source + ":" + line + ": " + printable(cut(problem, LONGEST_MESSAGE)));
        this.source = source;
        this.line = line;
    }

    /** The same error with what would help behind it. */
    FileFormatException with(String help) {
        String problem = String.valueOf(getMessage()).substring((source + ":" + line + ": ").length());
        return new FileFormatException(source, line, problem + help);
    }

    /** A text of a file as messages show it: in quotation marks and cut at 120 characters. */
    static String shown(String text) {
        return "\"" + cut(text, LONGEST_TEXT) + "\"";
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }

    private static String printable(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isWhitespace(c)) {
                plain.setCharAt(i, ' ');
            } else if (isInvisible(plain, i)) {
                plain.setCharAt(i, '?');
            }
        }
        return plain.toString();
    }

    // What moves the cursor, turns the direction of the text or is half a character.
    private static boolean isInvisible(CharSequence text, int at) {
        int type = Character.getType(Character.codePointAt(text, at));
        boolean half = Character.isLowSurrogate(text.charAt(at))
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
        return type == Character.CONTROL
                || type == Character.FORMAT
                || (type == Character.SURROGATE && (half || Character.isHighSurrogate(text.charAt(at))));
    }

    /**
     * The file or the name that was given for a text.
     *
     * @return the name as it stands in the message
     */
    public String source() {
        return source;
    }

    /**
     * The line at which reading stopped.
     *
     * @return counted from 1
     */
    public long line() {
        return line;
    }
}

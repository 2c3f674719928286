package io.github.macroregime.core.io;

/** A file is not in the expected format; the message names the file, the line and the offending text. */
public final class FileFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String source;
    private final long line;

    /**
     * An error about a line.
     *
     * @param source the file or the name that was given for a text
     * @param line counted from 1
     * @param problem what is wrong, with the offending text
     */
    public FileFormatException(String source, long line, String problem) {
        super(source + ":" + line + ": " + problem);
        this.source = source;
        this.line = line;
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

package io.github.macroregime.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jdk.jshell.JShell;
import org.junit.jupiter.api.Test;

/**
 * Runs the cells of the notebook as a Java kernel does, at a JShell prompt with {@code display}, and compares what they
 * show. With {@code -Dmacroregime.write=true} the outputs are written anew.
 */
class NotebookTest {

    private static final Path NOTEBOOK = Document.ROOT.resolve("docs/notebook.ipynb");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "\u0003";
    /** What a kernel offers: here a text with its MIME type goes between marks. */
    private static final String DISPLAY = "String display(Object shown, String mime) { System.out.print(\"" + MARK
            + "\" + mime + \"\\n\" + shown + \"" + MARK + "\"); return \"\"; }";

    @Test
    void every_cell_runs_and_shows_what_the_notebook_holds() throws IOException {
        ObjectNode notebook = (ObjectNode) JSON.readTree(NOTEBOOK.toFile());
        List<ObjectNode> cells = StreamSupport.stream(notebook.get("cells").spliterator(), false)
                .filter(cell -> cell.get("cell_type").asText().equals("code"))
                .map(ObjectNode.class::cast)
                .toList();
        List<ArrayNode> shown = run(cells);
        assertThat(shown.toString()).contains("image/svg+xml", "<svg ");
        if (Boolean.getBoolean("macroregime.write")) {
            for (int i = 0; i < cells.size(); i++) {
                cells.get(i).set("outputs", shown.get(i));
                cells.get(i).put("execution_count", i + 1);
            }
            write(notebook);
        }
        for (int i = 0; i < cells.size(); i++) {
            assertThat(shown.get(i)).isEqualTo(cells.get(i).get("outputs"));
        }
    }

    private static List<ArrayNode> run(List<ObjectNode> cells) {
        List<String> problems = new ArrayList<>();
        List<ArrayNode> shown = new ArrayList<>();
        PrintStream before = System.out;
        try (JShell shell = SnippetsTest.shell()) {
            SnippetsTest.run(shell, DISPLAY, problems);
            for (ObjectNode cell : cells) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
                SnippetsTest.run(shell, code(cell), problems);
                shown.add(outputs(out.toString(StandardCharsets.UTF_8)));
            }
        } finally {
            System.setOut(before);
        }
        assertThat(problems).isEmpty();
        return shown;
    }

    /** The text of a cell without the lines that are for the kernel. */
    private static String code(JsonNode cell) {
        return StreamSupport.stream(cell.get("source").spliterator(), false)
                .map(JsonNode::asText)
                .filter(line -> !line.startsWith("%"))
                .collect(Collectors.joining());
    }

    private static ArrayNode outputs(String printed) {
        ArrayNode outputs = JSON.createArrayNode();
        String[] parts = printed.split(MARK, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                int end = parts[i].indexOf('\n');
                ObjectNode display = outputs.addObject().put("output_type", "display_data");
                lines(display.putObject("data").putArray(parts[i].substring(0, end)), parts[i].substring(end + 1));
                display.putObject("metadata");
            } else if (!parts[i].isEmpty()) {
                ObjectNode stream =
                        outputs.addObject().put("output_type", "stream").put("name", "stdout");
                lines(stream.putArray("text"), parts[i]);
            }
        }
        return outputs;
    }

    private static void lines(ArrayNode array, String text) {
        text.lines().map(line -> line + "\n").forEach(array::add);
    }

    private static void write(JsonNode notebook) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter(" ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter(" ", "\n"));
        Files.writeString(NOTEBOOK, JSON.writer(printer).writeValueAsString(notebook) + "\n");
    }
}

package dev.lintel.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HelpCommandTest {
    @Test
    void everyFormOfACommandSaysHowItIsCalled() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

        assertThat(Commands.run(new String[] {"help"}, out, out)).isZero();

        List<String> lines = said.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines)
                .contains(
                        "lintel run [--demo]",
                        "lintel bench door [--rate 500] [--seconds 60] [--panels 50]",
                        "lintel bench sync [--generate 100] [--entries 1000000] [--home FOLDER]",
                        "lintel version",
                        "  prints the version");
        assertThat(lines.subList(2, lines.indexOf("settings, as environment variables:") - 1))
                .allMatch(line -> line.startsWith("lintel ") || line.startsWith("  "));
    }
}

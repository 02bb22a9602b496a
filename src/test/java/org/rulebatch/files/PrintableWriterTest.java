package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import org.junit.jupiter.api.Test;

final class PrintableWriterTest {

    private final StringWriter terminal = new StringWriter();
    private final PrintableWriter out = new PrintableWriter(terminal);

    @Test
    void whatSteersATerminalIsShownAndLinesStay() {
        out.printf("a\u001b]0;pwned\u0007%s%n", "b\u202ec");

        assertThat(terminal).hasToString("a\\u001b]0;pwned\\u0007b\\u202ec" + System.lineSeparator());
    }

    @Test
    void onlyTheProgramsOwnColoursAreColours() {
        out.print("x");
        out.painted(31, "failed\u001b[2J");
        out.print("y");
        out.flush();

        assertThat(terminal).hasToString("x\u001b[31mfailed\\u001b[2J\u001b[0my");
    }

    @Test
    void aPairThatIsWrittenInTwoHalvesIsOneCharacter() {
        out.write('\ud83d');
        out.write('\ude00');
        out.write("\ud83d.");
        out.flush();

        assertThat(terminal).hasToString("😀\\ud83d.");
    }
}

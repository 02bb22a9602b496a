package org.rulebatch.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ensures that no secret in an address is shown. */
final class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    http://user:PASSWORD@host:4318/v1               | http://host:4318/v1
                    https://PASSWORD@host                           | https://host
                    http://user:PASS@WORD@host/v1                   | http://host/v1
                    jdbc:postgresql://rb:PASSWORD@host/db           | jdbc:postgresql://host/db
                    jdbc:postgresql://host/db?user=rb&password=P    | jdbc:postgresql://host/db
                    jdbc:h2:file:/tmp/x;USER=sa;PASSWORD=P          | jdbc:h2:file:/tmp/x
                    http://host/v1?api_key=PASSWORD                 | http://host/v1
                    No route to http://u:PASSWORD@host/v1, sorry.   | No route to http://host/v1, sorry.
                    it is 'http://u:PASSWORD@host' and not a URL    | it is 'http://host' and not a URL
                    what is left; and (see a@b.example)?            | what is left; and (see a@b.example)?
                    http://localhost:11434/v1                       | http://localhost:11434/v1
                    """)
    void showsNoSecret(String text, String shown) {
        assertThat(Addresses.printable(text)).isEqualTo(shown);
    }
}

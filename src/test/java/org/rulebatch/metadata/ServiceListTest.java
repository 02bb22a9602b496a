package org.rulebatch.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ServiceListTest {

    @TempDir
    private Path folder;

    @Test
    void commentsAndEmptyLinesAreLeftOutAndNamesSorted() throws IOException {
        Path file = write("# all\n s3 # buckets\n\nec2\ns3\n");
        assertThat(ServiceList.read(file)).containsExactly("ec2", "s3");
    }

    @Test
    void aListWithoutAnyServiceIsAnError() throws IOException {
        Path file = write("# none\n\n");
        assertThatThrownBy(() -> ServiceList.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ": lists no service; write one a line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../etc", "a/b", "S3", "..", "a\u0000b", "a b", "-x"})
    void aNameThatCannotBeAServicesIsRefusedWithItsLine(String name) throws IOException {
        Path file = write("s3\n" + name + "\n");
        assertThatThrownBy(() -> ServiceList.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ":2: '")
                .hasMessageContaining("cannot be a service's name")
                .hasMessageNotContainingAny("\u0000", "\n");
    }

    @Test
    void anOptionIsSplitAtItsCommas() {
        assertThat(ServiceList.parse("--services", "s3, iam,,s3")).containsExactly("iam", "s3");
        assertThatThrownBy(() -> ServiceList.parse("--services", " ,"))
                .hasMessage("--services: names no service; write --services=s3,iam");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("services.txt"), text);
    }
}

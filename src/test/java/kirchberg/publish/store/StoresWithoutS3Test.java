package kirchberg.publish.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.release.Address;
import org.junit.jupiter.api.Test;

/** A class path without S3A, which here is a name of a class that is not there. */
final class StoresWithoutS3Test {

    @Test
    void a_root_on_s3_without_its_jar_is_refused_with_the_command_that_adds_it() {
        var address = new Address("s3a://releases/root", Map.of("fs.s3a.impl", "org.apache.hadoop.fs.s3a.Absent"));

        assertThatThrownBy(() -> Stores.open(address))
                .isInstanceOfSatisfying(Stop.class, stop -> {
                    assertThat(stop.exit()).isEqualTo(Exit.USAGE);
                    assertThat(stop.hint()).contains("./mvnw -P s3 package").contains("--packages");
                })
                .hasMessageStartingWith("Cannot open s3a://releases/root: S3A is not on the class path");
    }
}

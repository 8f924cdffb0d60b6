package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What robots.txt lets us ask for. */
class RobotsTest {
    @ParameterizedTest(name = "{3}")
    @CsvFileSource(resources = "/cases/robots.csv", numLinesToSkip = 1, delimiter = ';')
    void a_path_is_permitted_or_not(String robots, String path, boolean isPermitted, String why) {
        var text = robots == null ? "" : robots.replace(" | ", "\n");
        assertThat(Robots.of(text).permits(URI.create("https://www.eib.org" + path)))
                .as(why)
                .isEqualTo(isPermitted);
    }

    @Test
    void a_pattern_made_to_be_slow_is_not() {
        var pattern = "/" + "*a".repeat(5000) + "$";
        var robots = Robots.of("User-agent: *\nDisallow: " + pattern);
        assertThat(robots.permits(URI.create("https://www.eib.org/" + "a".repeat(4999) + "b")))
                .isTrue();
    }
}

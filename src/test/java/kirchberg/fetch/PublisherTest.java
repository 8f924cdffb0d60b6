package kirchberg.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import kirchberg.domain.Stop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The one place that is asked. */
class PublisherTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "239.255.255.255",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "2001:db8::1",
                "2001::1",
                "2002:a00:1::1"
            })
    void an_address_of_no_public_machine_is_not_asked(String address) throws UnknownHostException {
        assertThat(Publisher.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "198.20.0.1", "2a00:1450::1", "2606:4700::1111"})
    void a_public_address_may_be_asked(String address) throws UnknownHostException {
        assertThat(Publisher.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.eib.org/list",
                "https://eib.org/list",
                "https://www.eib.org.example.com/list",
                "https://www.eib.org:8443/list",
                "https://www.eib.org@example.com/",
                "https://someone@www.eib.org/",
                "file:///etc/passwd",
                "file://www.eib.org/etc/passwd",
                "ftp://www.eib.org/list",
                "mailto:x@www.eib.org",
                "list"
            })
    void whatever_is_not_the_bank_over_https_is_refused(String address) {
        assertThatThrownBy(() -> Publisher.EIB.requireOurs(URI.create(address)))
                .isInstanceOf(Stop.class)
                .hasMessageContaining(address)
                .hasMessageContaining("https://www.eib.org");
    }

    @Test
    void another_path_of_the_bank_is_fine() {
        assertThatCode(() -> Publisher.EIB.requireOurs(URI.create("HTTPS://WWW.EIB.ORG/en/list?page=1")))
                .doesNotThrowAnyException();
    }

    @Test
    void the_limits_are_those_of_the_manners() {
        var limits = Publisher.EIB.limits();
        assertThat(limits.askedItems()).isEqualTo(1000);
        assertThat(limits.pageBytes()).isEqualTo(67_108_864);
        assertThat(limits.slicePages()).isEqualTo(200);
        assertThat(limits.connect()).isEqualTo(Duration.ofSeconds(10));
        assertThat(limits.answer()).isEqualTo(Duration.ofMinutes(5));
        assertThat(limits.whole()).isEqualTo(Duration.ofHours(2));
        assertThat(limits.pace()).isEqualTo(Duration.ofSeconds(1));
        assertThat(limits.longestWait()).isEqualTo(Duration.ofMinutes(10));
        assertThat(limits.redirects()).isEqualTo(3);
    }

    @Test
    void the_questions_are_those_of_the_banks_own_pages() {
        assertThat(new Query(Fetching.Dataset.LOANS, "1964", true).path(2, 1000))
                .isEqualTo("/provider-eib-plr/app/loans/list?search=&sortColumn=loanParts.loanPartStatus.statusDate"
                        + "&sortDir=asc&pageNumber=2&itemPerPage=1000&pageable=true&language=EN&defaultLanguage=EN"
                        + "&loanPartYearFrom=1964&loanPartYearTo=1964"
                        + "&orCountries.region=true&orCountries=true&orSectors=true");
        assertThat(new Query(Fetching.Dataset.PROJECTS, "", true).path(0, 1000))
                .isEqualTo("/page-provider/projects/list?sortColumn=id&sortDir=asc&pageNumber=0&itemPerPage=1000"
                        + "&pageable=true&language=EN&defaultLanguage=EN&statuses=approved,signed&loanPart=");
    }
}

package kirchberg.faults.run;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Consumer;
import kirchberg.domain.release.Address;
import kirchberg.domain.release.Step;
import kirchberg.domain.release.Terms;
import kirchberg.publish.TestTerms;

/**
 * What a writer is asked to do.
 *
 * @param ttl of its lease
 * @param key of its release
 */
public record Order(Address address, Duration ttl, Failpoint failpoint, String key) {
    private static final String ROOT = "kirchberg.root";
    private static final String TTL = "kirchberg.ttl";
    private static final String FAILPOINT = "kirchberg.failpoint";
    private static final String KEY = "kirchberg.key";

    /** As properties, with the settings of the store by their own names. */
    String write() throws IOException {
        var properties = new Properties();
        properties.putAll(address.settings());
        properties.putAll(Map.of(
                ROOT, address.root(), TTL, String.valueOf(ttl.toMillis()), FAILPOINT, failpoint.toString(), KEY, key));
        var text = new StringWriter();
        properties.store(text, null);
        return text.toString();
    }

    static Order read(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        var settings = new HashMap<String, String>();
        properties.stringPropertyNames().forEach(name -> settings.put(name, properties.getProperty(name)));
        return new Order(
                new Address(String.valueOf(settings.remove(ROOT)), settings),
                Duration.ofMillis(Long.parseLong(String.valueOf(settings.remove(TTL)))),
                Failpoint.parse(String.valueOf(settings.remove(FAILPOINT))),
                String.valueOf(settings.remove(KEY)));
    }

    /** Its terms: whoever watches hears of a step before it fails. */
    public Terms terms(Consumer<Step> watching) {
        return new Terms(
                ttl,
                new TestTerms.MachinePace(),
                () -> UUID.randomUUID().toString().replace("-", ""),
                "a writer",
                watching.andThen(failpoint),
                warning -> {});
    }
}

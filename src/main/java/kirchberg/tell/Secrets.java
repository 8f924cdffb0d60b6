package kirchberg.tell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of a plan, read once where they lie.
 *
 * @param values of those that are there
 * @param faults of the others: why there is none. They name the place, never a value
 */
record Secrets(Map<Secret, String> values, Map<Secret, String> faults) {
    static final Secrets NONE = new Secrets(Map.of(), Map.of());

    private static final int MOST_BYTES = 1 << 16;

    Secrets {
        values = Map.copyOf(values);
        faults = Map.copyOf(faults);
    }

    static Secrets of(TellPlan plan, Function<String, @Nullable String> environment) {
        var values = new HashMap<Secret, String>();
        var faults = new HashMap<Secret, String>();
        places(plan).forEach(secret -> {
            try {
                var value = Optional.ofNullable(found(secret, environment)).map(String::strip);
                value.filter(v -> !v.isEmpty())
                        .ifPresentOrElse(
                                v -> values.put(secret, v),
                                () -> faults.put(secret, "there is nothing in " + secret.words()));
            } catch (IOException | IllegalArgumentException e) {
                var why = e.getClass().getSimpleName();
                faults.put(secret, "cannot read " + secret.words() + ", got " + why);
            }
        });
        return new Secrets(values, faults);
    }

    private static Stream<Secret> places(TellPlan plan) {
        return Stream.of(
                        plan.webhook(),
                        plan.lineage().secretUrl(),
                        plan.mail().flatMap(TellPlan.Mail::login).map(TellPlan.Login::password))
                .flatMap(Optional::stream);
    }

    private static @Nullable String found(Secret secret, Function<String, @Nullable String> environment)
            throws IOException {
        if (secret.kind() == Secret.Kind.ENVIRONMENT) {
            return environment.apply(secret.place());
        }
        try (var in = Files.newInputStream(Path.of(secret.place()))) {
            return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
        }
    }

    /**
     * The value of a secret, without the blanks around it.
     *
     * @throws IOException if there is none
     */
    String value(Secret secret) throws IOException {
        var value = values.get(secret);
        if (value == null) {
            throw new IOException(faults.getOrDefault(secret, "cannot read " + secret.words() + " in time"));
        }
        return value;
    }

    /** Takes every secret out of a text, and what of an address gives it away: its tail, and the long parts of it. */
    Redaction redaction() {
        return Redaction.of(values.values().stream().flatMap(Secrets::telltales).toList());
    }

    private static Stream<String> telltales(String value) {
        var tail = value.replaceFirst("^[A-Za-z][\\w+.-]*://[^/?#]*", "");
        var parts = Stream.of(value.split("[/?#&=:@\\[\\]\\s]+")).filter(part -> part.matches("(?=.*\\d).{12,}"));
        return Stream.concat(Stream.of(value, tail), parts);
    }

    /** As in a list of one thing. */
    static Secrets first(List<Secrets> found) {
        return found.isEmpty() ? NONE : found.get(0);
    }
}

package kirchberg.fetch;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.fetch.Exchange.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Asks the publisher for one thing after the other: with pauses, with patience, only where we may, and never again
 * after a closed door.
 */
final class Visitor {
    static final String AGAIN = "Look whether this machine and the publisher are well, then run the same command again:"
            + " it goes on after the last whole page.";

    /** Told to the publisher beside name and version. */
    private static final String ABOUT = "independent reader of the public lists, not affiliated with the EIB";

    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> PASSING = Set.of(429, 500, 502, 503, 504);
    private static final Set<Integer> CLOSED = Set.of(401, 403);
    private static final Set<Integer> ABSENT = Set.of(404, 410);

    private final Publisher publisher;
    private final Fetching.World world;
    private final Consumer<String> notes;
    private final Patience patience;
    private final Exchange exchange;
    private final Instant end;
    private Duration pause = Duration.ZERO;
    private Robots robots = Robots.absent();

    Visitor(Publisher publisher, Fetching.World world, Consumer<String> notes) {
        this.publisher = publisher;
        this.world = world;
        this.notes = notes;
        this.patience = new Patience(publisher.limits(), world);
        this.exchange = new Exchange(publisher.limits(), "Kirchberg/" + world.version() + " (+" + ABOUT + ")");
        this.end = world.clock().instant().plus(publisher.limits().whole());
    }

    /** Reads what may be asked for. */
    void readRobots() {
        var question = new Question("robots.txt", publisher.at("/robots.txt"), "text/plain");
        var answer = patiently(question);
        if (!ABSENT.contains(answer.status())) {
            robots = Robots.of(new String(body(question, answer), StandardCharsets.UTF_8));
        }
    }

    /**
     * The bytes that stand at an address of the publisher, given as path and query.
     *
     * @param what it is, for messages
     */
    byte[] bytes(String what, String pathAndQuery) {
        var question = new Question(what, publisher.at(pathAndQuery), "application/json");
        return body(question, patiently(question));
    }

    /** What is asked for, and how. */
    private record Question(String what, URI address, String accept) {
        Stop stop(String why, String hint) {
            return new Stop(Exit.INPUT, "Cannot fetch " + what + ": " + why, hint);
        }

        /** Where it was asked for, without the long tail of parameters. */
        String place() {
            return address.getScheme() + "://" + address.getAuthority() + address.getPath();
        }
    }

    private static byte[] body(Question question, Answer answer) {
        var got = "got status " + answer.status() + " from " + question.place();
        var isWebPage = isWebPage(answer.body());
        if (CLOSED.contains(answer.status()) || isWebPage) {
            throw question.stop(
                    "the publisher closed the door, " + got + (isWebPage ? " with a web page" : ""),
                    "Wait some hours and run the same command again; nothing is done to get around it."
                            + " What was got so far stays.");
        }
        if (answer.status() != 200) {
            throw question.stop(got + ", expected 200", Page.HINT);
        }
        return answer.body();
    }

    private static boolean isWebPage(byte[] body) {
        var start = new String(body, 0, Math.min(body.length, 1000), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").strip().startsWith("<");
    }

    private Answer patiently(Question question) {
        for (int retry = 0; ; retry++) {
            var attempt = attempt(question);
            var answer = attempt.answer();
            if (answer != null && !PASSING.contains(answer.status())) {
                return answer;
            }
            if (retry == publisher.limits().retries()) {
                throw question.stop(
                        (retry + 1) + " attempts failed, got " + attempt.trouble() + " from " + question.place()
                                + ", expected 200",
                        AGAIN);
            }
            pause = patience.wait(question.what(), answer, retry);
            notes.accept("waits " + pause.toSeconds() + " s: attempt " + (retry + 1) + " at " + question.what()
                    + " failed, got " + attempt.trouble());
        }
    }

    /** An answer, or why there is none. */
    private record Attempt(@Nullable Answer answer, String trouble) {}

    private Attempt attempt(Question question) {
        try {
            var answer = follow(question);
            return new Attempt(answer, "status " + answer.status());
        } catch (IOException e) {
            return new Attempt(null, e.getClass().getSimpleName() + " (" + Publisher.shown(e.getMessage()) + ")");
        }
    }

    private Answer follow(Question question) throws IOException {
        var address = question.address();
        for (int hop = 0; hop <= publisher.limits().redirects(); hop++) {
            var answer = once(question, address);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            address = target(question, address, answer.header("Location").orElse(""));
        }
        throw question.stop(
                "too many redirects, got more than " + publisher.limits().redirects() + " from " + question.place(),
                Page.HINT);
    }

    private static URI target(Question question, URI from, String location) {
        try {
            if (!location.isBlank()) {
                return from.resolve(location);
            }
        } catch (IllegalArgumentException e) {
            // the same as none
        }
        throw question.stop(
                "a redirect leads nowhere, got " + Publisher.shown(location) + " from " + question.place(), Page.HINT);
    }

    private Answer once(Question question, URI address) throws IOException {
        publisher.requireOurs(address);
        if (!robots.permits(address)) {
            throw question.stop(
                    "the publisher's robots.txt forbids " + Publisher.shown(address.getPath()),
                    "Ask the publisher, or take the export by hand from its pages.");
        }
        pause();
        publisher.requireAllowed(address);
        try {
            return exchange.ask(address, question.accept(), timeLeft());
        } finally {
            pause = publisher.limits().pace();
        }
    }

    private void pause() {
        if (world.clock().instant().plus(pause).isAfter(end)) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot fetch: it takes too long, expected to end within "
                            + publisher.limits().whole().toMinutes() + " minutes",
                    AGAIN);
        }
        try {
            if (!pause.isZero()) {
                world.sleeper().sleep(pause);
            }
        } catch (InterruptedException e) {
            throw Exchange.interrupted(e);
        }
    }

    private Duration timeLeft() {
        var left = Duration.between(world.clock().instant(), end);
        return left.compareTo(publisher.limits().answer()) < 0
                ? left
                : publisher.limits().answer();
    }
}

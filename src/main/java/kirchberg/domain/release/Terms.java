package kirchberg.domain.release;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * On what terms a run holds a root.
 *
 * @param ttl how long a lease may stand without a beat before another run takes it over; it beats five times as often
 * @param pace time of this process
 * @param chance 32 random hexadecimal digits, new at each call
 * @param owner who holds the lease, for people: host and process
 * @param at told when a step begins; a test makes it fail there
 * @param warn told of faults that do not change the outcome
 */
public record Terms(
        Duration ttl, Pace pace, Supplier<String> chance, String owner, Consumer<Step> at, Consumer<String> warn) {

    /** Time to live of a lease unless a test says otherwise. */
    public static final Duration TTL = Duration.ofSeconds(60);

    /** The same terms; another is told of each step first. */
    public Terms telling(Consumer<Step> first) {
        return new Terms(ttl, pace, chance, owner, first.andThen(at), warn);
    }
}

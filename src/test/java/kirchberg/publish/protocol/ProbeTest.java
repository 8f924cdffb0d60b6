package kirchberg.publish.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.publish.protocol.CarelessStore.Fault;
import org.junit.jupiter.api.Test;

/** What the probe of a store's conditions sees. Row A8. */
final class ProbeTest {
    private static final Map<Fault, String> SEEN = Map.of(
            Fault.SAYS_THAT_IT_CANNOT, "its settings or its kind rule out writes under a condition",
            Fault.CREATES_OVER, "it created a key that was there",
            Fault.SWAPS_ANY_VERSION, "it wrote over a version that was gone",
            Fault.COMPARES_BEFORE_IT_CREATES, "race 1 of 20 of two creations had 2 winners",
            Fault.COMPARES_BEFORE_IT_SWAPS, "race 1 of 20 of two swaps had 2 winners",
            Fault.KEEPS_WHAT_IT_REFUSED, "it kept what it had refused",
            Fault.REFUSES_SWAPS_IN_A_RACE, "only 20 of 40 races had a winner");

    private final MemoryConditionalStore store = MemoryConditionalStore.on(() -> Instant.EPOCH);
    private final Contender run = new Contender("run");

    @Test
    void a_store_that_keeps_its_conditions_is_trusted_and_left_clean() throws Exception {
        Probe.require(store, run.terms());

        assertThat(store.list("")).isEmpty();
        assertThat(run.warnings).isEmpty();
    }

    @Test
    void a_store_that_is_careless_with_them_is_refused_each_time() throws Exception {
        for (var fault : Fault.values()) {
            var careless = new CarelessStore(store, fault);

            assertThatThrownBy(() -> Probe.require(careless, run.terms()))
                    .as(fault.name())
                    .isInstanceOfSatisfying(
                            Stop.class, stop -> assertThat(stop.exit()).isEqualTo(Exit.STORE))
                    .hasMessageContaining(SEEN.get(fault));
            assertThat(store.list("")).as(fault.name()).isEmpty();
        }
        System.out.println("A8: " + SEEN.size() + " of 7 careless stores refused");
    }
}

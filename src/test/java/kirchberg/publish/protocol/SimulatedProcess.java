package kirchberg.publish.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import kirchberg.domain.release.Pace;
import kirchberg.domain.release.Terms;

/** One process: it shares the baton, and is struck by what the seed has for it. */
final class SimulatedProcess implements Hook, Pace {
    static final Duration TTL = Duration.ofSeconds(60);
    private static final Set<String> READS = Set.of(
            "read", "readVersioned", "list", "input", "sync", "delete.list", "replace.lookup", "comparesVersions");

    private final Simulation world;
    private final Baton.Actor actor;
    private final String name;
    private final Random random;

    /** Of a thousand calls, how many end badly. */
    private final int trouble;

    final SteppedHeartbeat heart = new SteppedHeartbeat();
    private long beaten;
    private boolean isBeating;
    private boolean isDead;
    private int faults;

    SimulatedProcess(Simulation world, Baton.Actor actor, String name, int trouble) {
        this.world = world;
        this.actor = actor;
        this.name = name;
        this.random = world.random;
        this.trouble = trouble;
    }

    Terms terms() {
        return new Terms(
                TTL, this, this::chance, name, step -> {}, warning -> world.witness.note(name, "warns", warning));
    }

    String chance() {
        return String.format(Locale.ROOT, "%016x%016x", random.nextLong(), random.nextLong());
    }

    private boolean isStruck(int share) {
        return trouble > 0 && random.nextInt(1000 * share) < trouble;
    }

    @Override
    public long nanos() {
        return world.baton.now();
    }

    @Override
    public void pause(Duration duration) {
        world.baton.sleep(actor, duration.toNanos());
        beat();
    }

    /** Beats as the thread of the heart would: at any call on a disk, between the guard's acts on an object store. */
    void beat() {
        if (!isBeating && !isDead && world.baton.now() - beaten > TTL.toNanos() / 5) {
            isBeating = true;
            beaten = world.baton.now();
            heart.step();
            isBeating = false;
        }
    }

    @Override
    public void before(Call call) throws IOException {
        requireAlive();
        if (world.isDisk) {
            beat();
        }
        if (isStruck(4)) {
            freeze();
        }
        world.baton.step(actor);
        world.deliverLate();
        if (isStruck(4)) {
            isDead = true;
            world.witness.note(name, "is killed before", call);
        }
        requireAlive();
        if (mayFail() && isStruck(2)) {
            faults++;
            world.witness.note(name, "fails before", call);
            throw random.nextBoolean() ? new Unanswered(call) : new IOException("refused: " + call);
        }
    }

    private void freeze() {
        var nanos = (long) (random.nextDouble() * 3 * TTL.toNanos());
        world.witness.note(name, "is frozen for s", nanos / 1_000_000_000L);
        world.baton.sleep(actor, nanos);
    }

    private void requireAlive() {
        if (isDead) {
            throw new Death();
        }
    }

    /** Two faults in a row at most: who repeats three times gets through. */
    private boolean mayFail() {
        return faults < 2;
    }

    @Override
    public boolean isDelayed(Call call, Effect effect) {
        if (READS.contains(call.act()) || !mayFail() || !isStruck(4)) {
            return false;
        }
        faults++;
        world.witness.note(name, "is delayed", call);
        world.delay(call, effect);
        return true;
    }

    @Override
    public boolean isRepeated(Call call) {
        see(call);
        var isRepeated = isStruck(2);
        if (isRepeated) {
            world.witness.note(name, "repeats", call);
        }
        return isRepeated;
    }

    private void see(Call call) {
        world.witness.note(name, call);
        world.see(call);
    }

    @Override
    public void after(Call call) throws IOException {
        see(call);
        if (isStruck(4)) {
            isDead = true;
            world.witness.note(name, "is killed after", call);
            throw new Death();
        }
        if (mayFail() && isStruck(1)) {
            faults++;
            world.witness.note(name, "gets no answer to", call);
            throw new Unanswered(call);
        }
        faults = 0;
    }
}

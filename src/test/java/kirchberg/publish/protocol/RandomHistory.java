package kirchberg.publish.protocol;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import kirchberg.publish.store.Store;

/**
 * Nights of a root by chance: releases, killed runs, rollbacks, pins, clocks that jump, faults and deaths in tidying.
 */
final class RandomHistory {
    private static final Duration AGE = Duration.ofDays(7);
    private static final int NIGHTS = 25;

    private final Random random;
    private final boolean isDisk;
    private final MadeRoot.StoreClock clock = new MadeRoot.StoreClock();
    private final MemoryRenameStore disk = MemoryRenameStore.on(clock::now);
    private final MemoryConditionalStore objects = MemoryConditionalStore.on(clock::now);
    private final MadeRoot root;
    private final int kept;
    private final List<String> current = new ArrayList<>();
    private final Map<String, Long> leftOn = new HashMap<>();
    private final Set<String> pins = new HashSet<>();
    private final Set<String> made = new HashSet<>();
    private int jumps;
    private long hours;
    private long number;

    RandomHistory(long seed) {
        random = new Random(seed);
        isDisk = random.nextBoolean();
        root = new MadeRoot(isDisk ? disk : objects);
        kept = 1 + random.nextInt(3);
        jumps = random.nextInt(3) == 0 ? 1 : 0;
    }

    private Store store(Hook hook) {
        return isDisk ? disk.with(hook) : objects.with(hook);
    }

    /** Runs the nights; then quiet ones, until all garbage must be gone. Gives how many runs were removed. */
    int run() throws IOException {
        publish();
        for (var night = 0; night < NIGHTS; night++) {
            night();
        }
        var early = Set.copyOf(made);
        for (var night = 0; night < 30; night++) {
            hours += 24;
            clock.pass(Duration.ofDays(1));
            publish();
            root.tidy(kept, AGE);
            requireReferenced();
        }
        return removed(early);
    }

    private void pass(int most) {
        var passed = 1 + random.nextInt(most);
        hours += passed;
        clock.pass(Duration.ofHours(passed));
    }

    private void night() throws IOException {
        pass(72);
        if (jumps > 0 && random.nextInt(10) == 0) {
            jumps--;
            clock.pass(Duration.ofDays(random.nextBoolean() ? 3650 : -3650));
        }
        switch (random.nextInt(8)) {
            case 0 -> rollBack();
            case 1 -> leave();
            case 2 -> pin();
            case 3 -> unpin();
            default -> publish();
        }
        tidy();
        requireReferenced();
    }

    private void publish() throws IOException {
        var run = root.run(++number);
        made.add(run);
        leaves();
        root.publish(run);
        current.add(run);
    }

    private void leaves() {
        if (!current.isEmpty()) {
            leftOn.put(current.get(current.size() - 1), hours);
        }
    }

    private void rollBack() throws IOException {
        var to = current.get(random.nextInt(current.size()));
        if (root.isWhole(to)
                && !root.isThere("releases/" + to + ".mark")
                && !to.equals(root.current().run())) {
            leaves();
            root.point(to);
            root.remember();
            current.add(to);
        }
    }

    private void leave() throws IOException {
        var run = root.run(++number);
        made.add(run);
        root.write(run);
        publish();
    }

    private void pin() throws IOException {
        var run = current.get(random.nextInt(current.size()));
        if (root.isWhole(run) && pins.add(run)) {
            store(Hook.NONE).create("releases/" + run + ".pin", new byte[0]);
        }
    }

    private void unpin() throws IOException {
        for (var run : List.copyOf(pins)) {
            store(Hook.NONE).delete("releases/" + run + ".pin");
            pins.remove(run);
            leftOn.put(run, Math.min(hours, leftOn.getOrDefault(run, hours)));
        }
    }

    private void tidy() throws IOException {
        switch (random.nextInt(4)) {
            case 0 -> unsure();
            case 1 -> dies();
            default -> root.tidy(kept, AGE);
        }
    }

    private void unsure() throws IOException {
        var before = root.names();
        var client = store(new Hook() {
            @Override
            public void before(Call call) throws IOException {
                if (call.act().equals("read") && call.path().equals("CURRENT")) {
                    throw new Unanswered(call);
                }
            }
        });
        root.tidy(client, kept, AGE);
        Witness.require(root.names().equals(before), "something was done though CURRENT could not be read");
    }

    private void dies() {
        var left = new int[] {random.nextInt(60)};
        var isKilled = random.nextBoolean();
        var client = store(new Hook() {
            @Override
            public void before(Call call) throws IOException {
                if (left[0]-- > 0) {
                    return;
                }
                if (isKilled) {
                    throw new Death();
                }
                throw new Unanswered(call);
            }
        });
        try {
            root.tidy(client, kept, AGE);
        } catch (Death killed) {
            // The next night finds what it left.
        }
    }

    private Set<String> used() {
        var used = new HashSet<>(pins);
        used.add(current.get(current.size() - 2));
        var last = new HashSet<String>();
        for (var at = current.size() - 1; at >= 0 && last.size() < kept; at--) {
            last.add(current.get(at));
        }
        used.addAll(last);
        return used;
    }

    /** What is in use, and what a reader may still have open: it left the pointer less than the age ago. */
    private void requireReferenced() throws IOException {
        if (current.size() < 2) {
            return;
        }
        var needed = used();
        leftOn.forEach((run, since) -> {
            if (hours - since < AGE.toHours()) {
                needed.add(run);
            }
        });
        for (var run : needed) {
            Witness.require(root.isWhole(run), "not whole: " + run + ", current were " + current);
        }
    }

    /** All that was made before the quiet nights and is not in use must be gone. */
    private int removed(Set<String> early) throws IOException {
        var names = root.names();
        var removed = 0;
        for (var run : early) {
            if (!used().contains(run)) {
                removed++;
                Witness.require(!names.contains(run), "never removed: " + run + " of " + names);
            }
        }
        return removed;
    }

    /** For the message of a failure. */
    @Override
    public String toString() {
        return (isDisk ? "a disk" : "an object store") + ", " + kept + " kept: " + current;
    }
}

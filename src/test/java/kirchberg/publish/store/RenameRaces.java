package kirchberg.publish.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kirchberg.publish.store.StoreContract.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import kirchberg.publish.store.Store.Entry;

/**
 * That the renames of a store are one act, shown by racing them.
 *
 * @param root opens the store anew, as another process would
 * @param kind for the line that tells what was seen
 */
record RenameRaces(Callable<RenameStore> root, String kind) {
    private static final int RACERS = 4;

    /** What readers saw. */
    private record Reads(long all, long bad) {}

    /** Four folders claim one name, which is missing or empty by turns. */
    void onlyOneClaims(int rounds) throws Exception {
        try (var one = root.call();
                var two = root.call()) {
            for (var racer = 0; racer < RACERS; racer++) {
                one.create("LOCK." + racer + "/" + racer + "/lease.json", bytes("lease"));
            }
            for (var round = 0; round < rounds; round++) {
                var won = Contract.race(List.of(claim(one, 0), claim(two, 1), claim(one, 2), claim(two, 3)));

                assertThat(won).as("round %d", round).containsOnlyOnce(true);
                var winner = won.indexOf(true);
                assertThat(one.list("LOCK")).extracting(Entry::name).containsExactly(Integer.toString(winner));
                one.move("LOCK/" + winner, "LOCK." + winner + "/" + winner);
                if (round % 2 == 0) {
                    one.delete("LOCK");
                }
            }
        }
        tell("A5: races of 4 for the lock, " + kind + ": " + rounds + " of " + rounds + " with exactly one winner");
    }

    private static Callable<Boolean> claim(RenameStore store, int racer) {
        return () -> store.claim("LOCK." + racer, "LOCK");
    }

    /** The owner flips while another takes its place away: either the flip came first, or it never comes. */
    void aLateOwnerIsFenced(int rounds) throws Exception {
        var flipped = 0;
        try (var owner = root.call();
                var taker = root.call()) {
            owner.create("gone/t/CURRENT", bytes("before"));
            for (var round = 0; round < rounds; round++) {
                var content = "t" + round;
                taker.move("gone/t", "LOCK/t");
                owner.writeInto("LOCK/t/CURRENT", bytes(content));
                var seen = Contract.race(List.of(() -> isFlipped(owner), () -> seenByTaker(taker)));

                var isOut = content.equals(text(taker));
                assertThat(seen).as("round %d", round).containsExactly(Boolean.toString(isOut), text(taker));
                flipped += isOut ? 1 : 0;
            }
        }
        assertThat(flipped).as("flips that came first").isBetween(1, rounds - 1);
        tell("A6: races of an owner with a taker, " + kind + ": " + flipped + " flipped first, " + (rounds - flipped)
                + " fenced, 0 violations");
    }

    private static String isFlipped(RenameStore owner) throws IOException {
        try {
            owner.replace("LOCK/t/CURRENT", "CURRENT");
            return "true";
        } catch (NoSuchFileException e) {
            return "false";
        }
    }

    /** The order of a take-over: away with the place, away with the proposal, and only then is the pointer read. */
    private static String seenByTaker(RenameStore taker) throws IOException {
        taker.move("LOCK/t", "gone/t");
        taker.delete("gone/t/CURRENT");
        return text(taker);
    }

    private static String text(RenameStore store) throws IOException {
        try {
            return new String(store.read("CURRENT"), UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Readers of a file that is replaced again and again see all of one content. */
    void readersSeeWholeFiles(int flips) throws Exception {
        var isOver = new AtomicBoolean();
        try (var writer = root.call()) {
            writer.create("CURRENT", content(0));
            writer.privateFolder("LOCK");
            var acts = new ArrayList<Callable<Reads>>();
            IntStream.range(0, RACERS).forEach(reader -> acts.add(() -> reads(isOver)));
            acts.add(() -> flips(writer, flips, isOver));

            var seen = Contract.race(acts);

            var reads = seen.stream().mapToLong(Reads::all).sum();
            var bad = seen.stream().mapToLong(Reads::bad).sum();
            tell("A4: " + kind + ", 4 readers during " + flips + " flips: " + reads + " reads, " + bad + " bad");
            assertThat(bad).isZero();
            assertThat(reads).isGreaterThan(flips);
            assertThat(writer.read("CURRENT")).isEqualTo(content(flips));
        }
    }

    private static Reads flips(RenameStore writer, int flips, AtomicBoolean isOver) throws IOException {
        try {
            for (var flip = 1; flip <= flips; flip++) {
                writer.writeInto("LOCK/CURRENT", content(flip));
                writer.replace("LOCK/CURRENT", "CURRENT");
            }
            return new Reads(0, 0);
        } finally {
            isOver.set(true);
        }
    }

    private Reads reads(AtomicBoolean isOver) throws Exception {
        var all = 0L;
        var bad = 0L;
        try (var store = root.call()) {
            while (!isOver.get()) {
                all++;
                bad += isWhole(store) ? 0 : 1;
            }
        }
        return new Reads(all, bad);
    }

    private static boolean isWhole(RenameStore store) {
        try {
            var read = new String(store.read("CURRENT"), UTF_8);
            return new String(content(Integer.parseInt(read.substring(0, read.indexOf(' ')))), UTF_8).equals(read);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** Of another length for each number, so that a mixture of two shows. */
    private static byte[] content(int flip) {
        return (flip + " " + Integer.toString(flip).repeat(1 + flip % 700)).getBytes(UTF_8);
    }

    private static void tell(String line) {
        System.out.println(line);
    }
}

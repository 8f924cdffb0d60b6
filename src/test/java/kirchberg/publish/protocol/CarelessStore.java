package kirchberg.publish.protocol;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kirchberg.publish.store.ConditionalStore;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;

/** An object store that is careless with its conditions in one way. */
final class CarelessStore implements ConditionalStore {
    private static final int TURNS = 100_000;

    private final MemoryConditionalStore store;
    private final Fault fault;
    private final AtomicInteger writers = new AtomicInteger();

    /** How it is careless. */
    enum Fault {
        SAYS_THAT_IT_CANNOT,
        CREATES_OVER,
        SWAPS_ANY_VERSION,
        COMPARES_BEFORE_IT_CREATES,
        COMPARES_BEFORE_IT_SWAPS,
        KEEPS_WHAT_IT_REFUSED,
        REFUSES_SWAPS_IN_A_RACE
    }

    CarelessStore(MemoryConditionalStore store, Fault fault) {
        this.store = store;
        this.fault = fault;
    }

    @Override
    public void putNew(String path, byte[] bytes) throws IOException {
        switch (fault) {
            case CREATES_OVER -> force(path, bytes);
            case COMPARES_BEFORE_IT_CREATES -> {
                meet(() -> requireNone(path));
                force(path, bytes);
            }
            default -> store.putNew(path, bytes);
        }
    }

    @Override
    public void putOver(String path, byte[] bytes, String version) throws IOException {
        switch (fault) {
            case SWAPS_ANY_VERSION -> force(path, bytes);
            case COMPARES_BEFORE_IT_SWAPS -> {
                meet(() -> require(path, version));
                force(path, bytes);
            }
            case KEEPS_WHAT_IT_REFUSED -> keep(path, bytes, version);
            case REFUSES_SWAPS_IN_A_RACE -> refuseRaces(path, bytes, version);
            default -> store.putOver(path, bytes, version);
        }
    }

    private void keep(String path, byte[] bytes, String version) throws IOException {
        try {
            store.putOver(path, bytes, version);
        } catch (IOException e) {
            force(path, bytes);
            throw e;
        }
    }

    private synchronized void force(String path, byte[] bytes) throws IOException {
        store.delete(path);
        store.create(path, bytes);
    }

    private interface Check {
        void run() throws IOException;
    }

    /** Compares, then waits until another writer has compared too, or none comes. */
    @SuppressWarnings("ThreadPriorityCheck") // the other may be on the same core
    private void meet(Check check) throws IOException {
        check.run();
        var mine = writers.incrementAndGet();
        var both = mine + mine % 2;
        for (var turn = 0; turn < TURNS && writers.get() < both; turn++) {
            Thread.yield();
        }
        writers.compareAndSet(both - 1, both - 2);
    }

    private void requireNone(String path) throws IOException {
        if (isThere(path)) {
            throw new IOException("412: " + path);
        }
    }

    private boolean isThere(String path) throws IOException {
        try {
            store.read(path);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private void require(String path, String version) throws IOException {
        if (!store.readVersioned(path).version().equals(version)) {
            throw new IOException("412: " + path);
        }
    }

    /** The probe asks the first key one by one, and races the others. */
    private void refuseRaces(String path, byte[] bytes, String version) throws IOException {
        if (!path.endsWith("/0")) {
            throw new IOException("409: " + path);
        }
        store.putOver(path, bytes, version);
    }

    @Override
    public Versioned readVersioned(String path) throws IOException {
        return store.readVersioned(path);
    }

    @Override
    public boolean comparesVersions() {
        return fault != Fault.SAYS_THAT_IT_CANNOT;
    }

    @Override
    public byte[] read(String path) throws IOException {
        return store.read(path);
    }

    @Override
    public void delete(String path) throws IOException {
        store.delete(path);
    }

    @Override
    public String shown(String path) {
        return store.shown(path);
    }

    @Override
    public String uri(String path) {
        return store.uri(path);
    }

    @Override
    public void create(String path, byte[] bytes) throws IOException {
        store.create(path, bytes);
    }

    @Override
    public InputFile input(String path) throws IOException {
        return store.input(path);
    }

    @Override
    public OutputFile output(String path) {
        return store.output(path);
    }

    @Override
    public void sync(String path) {}

    @Override
    public List<Entry> list(String folder) throws IOException {
        return store.list(folder);
    }

    @Override
    public void privateFolder(String path) {}

    @Override
    public void move(String from, String to) throws IOException {
        store.move(from, to);
    }

    @Override
    public boolean isDefinite(IOException fault) {
        return store.isDefinite(fault);
    }

    @Override
    public void close() {}
}

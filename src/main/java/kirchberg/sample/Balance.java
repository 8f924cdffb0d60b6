package kirchberg.sample;

/** Steers a running share towards its aim. Shares are basis points: 10,000 are the whole. */
final class Balance {
    static final int WHOLE = 10_000;

    private final long aim;
    private long total;
    private long counted;

    Balance(long aim) {
        this.aim = aim;
    }

    /** That one of the shares which, given to this amount, brings the running share closest to the aim. */
    int choose(long cents, int... shares) {
        int best = shares[0];
        for (int share : shares) {
            best = distance(cents, share) < distance(cents, best) ? share : best;
        }
        return best;
    }

    /** Whether the whole amount can be counted without passing the aim. */
    boolean hasRoom(long cents) {
        return counted + cents * WHOLE <= aim * (total + cents);
    }

    void add(long cents, int share) {
        total += cents;
        counted += cents * share;
    }

    private long distance(long cents, int share) {
        return Math.abs(aim * (total + cents) - counted - cents * share);
    }
}

package kirchberg.publish.protocol;

/** Makes a lease beat while its holder works. */
interface Heartbeat extends AutoCloseable {

    /** Begins to beat; the beat throws nothing. */
    void start(Runnable beat);

    /** Ends it: once this returns, no beat is under way and none will come. */
    @Override
    void close();
}

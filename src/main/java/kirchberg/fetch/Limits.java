package kirchberg.fetch;

import java.time.Duration;

/**
 * How much of the publisher's time and of our own memory and patience one fetch may use.
 *
 * @param askedItems items asked for per page; the service may give fewer
 * @param pageBytes longest answer
 * @param slicePages most pages of one slice
 * @param connect longest wait for a connection
 * @param answer longest wait for one whole answer: a page of 1,000 items may take minutes
 * @param whole longest time of one fetch
 * @param pace shortest pause between an answer and the next request
 * @param longestWait longest wait that the publisher may ask for
 * @param retries further attempts at one request, after 2, 4, 8, 16 s
 * @param redirects most redirects of one request
 * @param restarts how often a slice that moved while it was read is read again
 */
record Limits(
        int askedItems,
        int pageBytes,
        int slicePages,
        Duration connect,
        Duration answer,
        Duration whole,
        Duration pace,
        Duration longestWait,
        int retries,
        int redirects,
        int restarts) {
    static final Limits POLITE = new Limits(
            1000,
            64 << 20,
            200,
            Duration.ofSeconds(10),
            Duration.ofSeconds(300),
            Duration.ofHours(2),
            Duration.ofSeconds(1),
            Duration.ofMinutes(10),
            4,
            3,
            3);
}

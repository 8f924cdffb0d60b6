package kirchberg.fetch;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import org.jspecify.annotations.Nullable;

/**
 * The one place that is asked. Code alone can name another one; no file and no option can.
 *
 * @param base scheme and authority; nothing outside of them is ever asked
 * @param names gives every address of a host name
 * @param allowed which addresses may be spoken to
 */
record Publisher(URI base, Names names, Predicate<InetAddress> allowed, Limits limits) {
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
                Duration.ofMinutes(5),
                Duration.ofHours(2),
                Duration.ofSeconds(1),
                Duration.ofMinutes(10),
                4,
                3,
                3);
    }

    /** Gives every address of a host name. */
    interface Names {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /**
     * Addresses that are not of the open internet, beside those that Java knows by itself: the registries of
     * special-purpose addresses of IANA (RFC 6890 and its updates). In version 6, only 2000::/3 is handed out at all.
     */
    private static final List<Network> RESERVED = Stream.of(
                    "0.0.0.0/8",
                    "100.64.0.0/10",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "240.0.0.0/4",
                    "::/3",
                    "4000::/2",
                    "8000::/1",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(Network::of)
            .toList();

    static final Publisher EIB = new Publisher(
            URI.create("https://www.eib.org"), InetAddress::getAllByName, Publisher::isPublic, Limits.POLITE);

    /** The address of something that this publisher has. */
    URI at(String pathAndQuery) {
        return base.resolve(pathAndQuery);
    }

    /** Makes sure that an address stays with this publisher, under the same scheme. */
    void requireOurs(URI target) {
        if (!isOurs(target)) {
            throw refused("Cannot follow the publisher elsewhere: got " + shown(target) + ", expected an address below "
                    + base);
        }
    }

    /**
     * Makes sure that every machine behind a name may be spoken to. The name is resolved again for the connection
     * itself; that it is the same machine then is what its certificate proves.
     *
     * @throws UnknownHostException if nobody knows the name now
     */
    void requireAllowed(URI target) throws UnknownHostException {
        for (var address : names.addresses(target.getHost())) {
            if (!allowed.test(address)) {
                throw refused("Cannot ask " + target.getHost() + ": one of its addresses is not public, got "
                        + address.getHostAddress() + ", expected public addresses only");
            }
        }
    }

    private boolean isOurs(URI target) {
        return target.getRawUserInfo() == null
                && base.getScheme().equalsIgnoreCase(target.getScheme())
                && base.getHost().equalsIgnoreCase(target.getHost())
                && base.getPort() == target.getPort();
    }

    private static Stop refused(String message) {
        return new Stop(
                Exit.INPUT,
                message,
                "Look at the publisher's pages and at the name service of this machine; nothing was taken from there.");
    }

    /** An address from elsewhere, made fit for one line. */
    static String shown(@Nullable Object address) {
        var safe = String.valueOf(address).replaceAll("[^\\x20-\\x7E]", "?");
        return safe.length() <= 200 ? safe : safe.substring(0, 200) + "...";
    }

    /** Whether an address is one of the open internet. */
    static boolean isPublic(InetAddress address) {
        var special = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        return !special && RESERVED.stream().noneMatch(network -> network.holds(address));
    }

    /** All addresses that begin alike. */
    private record Network(BigInteger prefix, int length, int bits) {
        static Network of(String text) {
            var slash = text.indexOf('/');
            var address = literal(text.substring(0, slash));
            var length = Integer.parseInt(text.substring(slash + 1));
            var bits = address.getAddress().length * Byte.SIZE;
            return new Network(number(address).shiftRight(bits - length), length, bits);
        }

        boolean holds(InetAddress address) {
            return address.getAddress().length * Byte.SIZE == bits
                    && Objects.equals(number(address).shiftRight(bits - length), prefix);
        }

        private static BigInteger number(InetAddress address) {
            return new BigInteger(1, address.getAddress());
        }

        private static InetAddress literal(String text) {
            try {
                return InetAddress.getByName(text);
            } catch (UnknownHostException e) {
                throw new IllegalStateException(text, e);
            }
        }
    }
}

package kirchberg.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;
import kirchberg.domain.source.Refusal;
import org.jspecify.annotations.Nullable;

/** One request and its answer, bounded in bytes and in time. Redirects are not followed and cookies not kept. */
final class Exchange {
    private static final int OK = 200;

    /** Of an answer that is no page only the beginning is looked at. */
    private static final int OTHER_BYTES = 64 << 10;

    private final HttpClient client;
    private final String agent;
    private final int pageBytes;

    Exchange(Publisher.Limits limits, String agent) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connect())
                .build();
        this.agent = agent;
        this.pageBytes = limits.pageBytes();
    }

    /** What came back. */
    static final class Answer {
        private final HttpResponse<byte[]> response;

        private Answer(HttpResponse<byte[]> response) {
            this.response = response;
        }

        int status() {
            return response.statusCode();
        }

        byte[] body() {
            return response.body();
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }
    }

    /**
     * Asks once.
     *
     * @param patience longest time until the last byte
     * @throws IOException if no whole answer came
     * @throws Stop if the answer does not end
     */
    Answer ask(URI address, String accept, Duration patience) throws IOException {
        var request = HttpRequest.newBuilder(address)
                .header("User-Agent", agent)
                .header("Accept", accept)
                .GET()
                .build();
        var answer = client.sendAsync(request, info -> new Body(info.statusCode() == OK, pageBytes));
        try {
            return new Answer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no whole answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw interrupted(e);
        } catch (ExecutionException e) {
            throw fault(e);
        }
    }

    /** What a thread says that was told to end. */
    static Stop interrupted(InterruptedException why) {
        Thread.currentThread().interrupt();
        return new Stop(
                Exit.INPUT,
                "Cannot go on fetching: interrupted",
                "Run the same command again: it goes on after the last whole page.",
                why);
    }

    private static IOException fault(ExecutionException why) {
        if (why.getCause() instanceof Stop stop) {
            throw stop;
        }
        return why.getCause() instanceof IOException fault ? fault : new IOException(why.getCause());
    }

    /** Collects a body, and hangs up as soon as it is too long. */
    private static final class Body implements HttpResponse.BodySubscriber<byte[]> {
        private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final boolean isPage;
        private final int most;
        private Flow.@Nullable Subscription subscription;

        Body(boolean isPage, int pageBytes) {
            this.isPage = isPage;
            this.most = isPage ? pageBytes : OTHER_BYTES;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (var buffer : buffers) {
                if (buffer.remaining() > most - bytes.size()) {
                    hangUp();
                    return;
                }
                var part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable why) {
            whole.completeExceptionally(why);
        }

        @Override
        public void onComplete() {
            whole.complete(bytes.toByteArray());
        }

        private void hangUp() {
            if (subscription != null) {
                subscription.cancel();
            }
            if (isPage) {
                whole.completeExceptionally(
                        Stop.refused(
                                Refusal.LIMIT,
                                "Cannot take the page: it does not end, got more than " + most
                                        + " bytes, expected at most that",
                                "Look at the publisher's pages; if the list has grown that much, a newer Kirchberg is needed."));
            } else {
                whole.complete(bytes.toByteArray());
            }
        }
    }
}
